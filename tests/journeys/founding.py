"""The first part of the story: an initiative, its mandate, delegations, people and offices."""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.world import PASSWORD, World
from tests.support.visitor import Visitor

ADDRESS = "{}@story.example"


@dataclass(frozen=True)
class Invitee:
    """Somebody in the story: name, delegation's code, seat."""

    name: str
    code: str
    seat: str

    @property
    def address(self) -> str:
        return ADDRESS.format(self.name.split()[0].lower())


DELEGATIONS = (
    ("Philippines", "PHL", "state", "member"),
    ("United States", "USA", "state", "member"),
    ("Marenga", "MAR", "state", "member"),
    ("Regional Relief Office", "RRO", "international_organisation", "member"),
    ("Migrant Workers’ Union Federation", "MWUF", "civil_society", "member"),
    ("Employers’ League", "EMPL", "private_sector", "member"),
    ("Coastal Relief Network", "CRN", "civil_society", "observer"),
)
PEOPLE = (
    Invitee("Amihan Reyes", "PHL", "alternate"),
    Invitee("Teodoro Cruz", "PHL", "head"),
    Invitee("Grace Holloway", "USA", "alternate"),
    Invitee("Marcus Bell", "USA", "head"),
    Invitee("Selma Duarte", "MAR", "head"),
    Invitee("Pavel Novak", "RRO", "head"),
    Invitee("Ines Okafor", "MWUF", "head"),
    Invitee("Rosa Quispe", "MWUF", "delegate"),
    Invitee("Henrik Vos", "EMPL", "head"),
    Invitee("Mariam Haddad", "CRN", "head"),
)
OFFICER = "Jonas Weyer"
CHAIRS = ("Amihan Reyes", "Grace Holloway")


def found(world: World) -> None:
    """From the command line to everybody being in."""
    administrator = make_administrator(world)
    officer = begin_initiative(world, administrator)
    set_mandate(officer)
    accredit(officer)
    for invitee in PEOPLE:
        invite(officer, invitee)
    for invitee in PEOPLE:
        world.enters_by_mail(invitee.name, invitee.address)
    appoint_chairs(officer)


def make_administrator(world: World) -> Visitor:
    result = world.app.test_cli_runner().invoke(
        args=["admin", "create", "ada@story.example", "--name", "Ada Root"]
    )
    assert result.exit_code == 0, result.output
    world.tick()
    administrator = world.visitor()
    link = world.link_in_mail("ada@story.example")
    administrator.go(link)
    administrator.send("Set the password and sign in", {"password": PASSWORD})
    assert administrator.reads("Ada Root")
    again = world.visitor()
    again.go(link)
    assert not again.reads("Set the password and sign in")
    return administrator


def begin_initiative(world: World, administrator: Visitor) -> Visitor:
    administrator.go("/initiatives/new")
    administrator.send(
        "Begin the initiative", {"title": "Migrants in Acute Crises: Voluntary Principles", "slug": "mac"}
    )
    administrator.go("/initiatives")
    administrator.follow("Invite the first secretariat officer")
    administrator.send("Send the invitation", {"name": OFFICER, "email": "jonas@story.example"})
    assert administrator.transport.request("GET", "/i/mac/journal", None).status in (200, 404)
    assert administrator.transport.request("GET", "/i/mac/people", None).status == 404
    return world.enters_by_mail(OFFICER, "jonas@story.example")


def set_mandate(officer: Visitor) -> None:
    officer.go("/i/mac/mandate")
    officer.send(
        "Save the mandate",
        {
            "mandate": "To say who is responsible for what when migrants are caught in an acute crisis.",
            "scope": ["conflict", "natural_disaster"],
            "outside_scope": "General migration policy.",
            "timetable": "Adoption within a year.",
            "time_zone": "Europe/Zurich",
        },
    )
    officer.go("/i/mac/procedure")
    officer.send("Save the rules", {"silence_hours": "72"})
    officer.go("/i/mac/lists")
    for name, constituency in (("States of origin", "state"), ("Employers", "private_sector")):
        officer.send("Add to the bearers", {"bearer-name": name, "bearer-constituency": constituency})
    officer.send(
        "Add to the themes", {"theme-name": "papers and proof", "theme-phases": ["emergency_response"]}
    )
    assert officer.reads("papers and proof")


def accredit(officer: Visitor) -> None:
    for name, code, constituency, standing in DELEGATIONS:
        officer.go("/i/mac/people/accredit")
        officer.send(
            "Accredit the delegation",
            {"name": name, "code": code, "constituency": constituency, "standing": standing},
        )
    officer.go("/i/mac/people")
    for name, *_ in DELEGATIONS:
        assert officer.reads(name)


def invite(officer: Visitor, invitee: Invitee) -> None:
    name = next(name for name, code, *_ in DELEGATIONS if code == invitee.code)
    officer.go("/i/mac/people")
    officer.follow(f"Invite somebody to {name}")
    officer.send(
        "Send the invitation", {"name": invitee.name, "email": invitee.address, "role": invitee.seat}
    )


def appoint_chairs(officer: Visitor) -> None:
    for name in CHAIRS:
        officer.go("/i/mac/people/offices")
        person = officer.option("seated-person", name)
        officer.send("Appoint", {"seated-person": person, "seated-kind": "co_chair"})
    officer.go("/i/mac/people")
    assert all(officer.words().count(name) >= 2 for name in CHAIRS)
