"""The cast of most tests: an initiative with a delegation of each constituency, chairs, secretariat, an outsider."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives.models import Bearer, Initiative, Theme
from webapp.features.participants import queries as participants
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people.models import Person

LONG_AGO = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
ZONE = "Europe/Zurich"

DELEGATIONS: tuple[tuple[str, str, str, str, list[str]], ...] = (
    ("PHL", "Philippines", "state", "member", ["origin"]),
    ("USA", "United States", "state", "member", ["host"]),
    ("MAR", "Marenga", "state", "member", ["transit"]),
    ("RRO", "Regional Relief Office", "international_organisation", "member", []),
    ("IOM", "International Organization for Migration", "international_organisation", "member", []),
    ("MWUF", "Migrant Workers’ Union Federation", "civil_society", "member", ["trade union"]),
    ("EMPL", "Employers’ League", "private_sector", "member", ["employer"]),
    ("OBS", "Coastal Relief Network", "civil_society", "observer", []),
)

PEOPLE = (
    # name in tests, full name, delegation, seat, office
    ("chair_phl", "Amihan Reyes", "PHL", "alternate", "co_chair"),
    ("chair_usa", "Grace Holloway", "USA", "alternate", "co_chair"),
    ("head_phl", "Teodoro Cruz", "PHL", "head", None),
    ("head_usa", "Marcus Bell", "USA", "head", None),
    ("head_mar", "Selma Duarte", "MAR", "head", None),
    ("head_rro", "Pavel Novak", "RRO", "head", None),
    ("head_iom", "Anna Lindqvist", "IOM", "head", None),
    ("head_mwuf", "Ines Okafor", "MWUF", "head", None),
    ("alternate_mwuf", "Davit Lund", "MWUF", "alternate", None),
    ("delegate_mwuf", "Rosa Quispe", "MWUF", "delegate", None),
    ("adviser_mwuf", "Wei Chen", "MWUF", "adviser", None),
    ("head_empl", "Henrik Vos", "EMPL", "head", None),
    ("head_obs", "Mariam Haddad", "OBS", "head", None),
    ("officer", "Jonas Weyer", "IOM", "delegate", "secretariat"),
    ("officer_free", "Lina Faraj", None, None, "secretariat"),
    ("outsider", "Otto Fremd", None, None, None),
    ("administrator", "Ada Root", None, None, None),
)


@dataclass
class Cast:
    """Identifiers of everybody and everything, by the names used in tests."""

    initiative_id: str = ""
    slug: str = "mac"
    delegations: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    bearers: dict[str, str] = field(default_factory=dict)
    themes: dict[str, str] = field(default_factory=dict)

    def actor(self, name: str, session: Session | None = None) -> Actor:
        """The actor of this person, with seats and offices as they are now."""
        return participants.actor_of(session or db.session(), self.people[name])


def make_cast() -> Cast:
    """Write the cast into the database."""
    cast = Cast()
    with unit_of_work() as work:
        session = work.session
        initiative = Initiative(
            slug=cast.slug,
            title="Migrants in Acute Crises: Voluntary Principles",
            mandate="To say who is responsible for what.",
            scope=["conflict", "natural_disaster"],
            time_zone=ZONE,
            created_at=LONG_AGO,
        )
        session.add(initiative)
        session.flush()
        cast.initiative_id = initiative.id
        _add_delegations(session, cast)
        _add_people(session, cast)
        _add_lists(session, cast)
    return cast


def _add_delegations(session: Session, cast: Cast) -> None:
    for code, name, constituency, standing, tags in DELEGATIONS:
        row = Delegation(
            initiative_id=cast.initiative_id,
            code=code,
            name=name,
            constituency=constituency,
            standing=standing,
            tags=tags,
            accredited_at=LONG_AGO,
        )
        session.add(row)
        session.flush()
        cast.delegations[code] = row.id


def _add_people(session: Session, cast: Cast) -> None:
    for key, name, code, role, office in PEOPLE:
        email = f"{key.replace('_', '.')}@cast.example"
        person = Person(
            email=email,
            name=name,
            time_zone="Asia/Manila" if code == "PHL" else "UTC",
            is_administrator=key == "administrator",
            created_at=LONG_AGO,
        )
        session.add(person)
        session.flush()
        cast.people[key] = person.id
        cast.emails[key] = email
        if code is not None:
            session.add(
                SeatRow(
                    initiative_id=cast.initiative_id,
                    delegation_id=cast.delegations[code],
                    person_id=person.id,
                    role=role,
                    began_at=LONG_AGO,
                )
            )
        if office is not None:
            session.add(
                OfficeRow(
                    initiative_id=cast.initiative_id, person_id=person.id, kind=office, began_at=LONG_AGO
                )
            )
    session.flush()


def _add_lists(session: Session, cast: Cast) -> None:
    bearers = (
        ("States of origin", "state"),
        ("Employers", "private_sector"),
        ("Relief organisations", "civil_society"),
    )
    for position, (name, constituency) in enumerate(bearers):
        bearer = Bearer(
            initiative_id=cast.initiative_id, name=name, constituency=constituency, position=position
        )
        session.add(bearer)
        session.flush()
        cast.bearers[name] = bearer.id
    for position, name in enumerate(("papers and proof", "warning")):
        theme = Theme(
            initiative_id=cast.initiative_id,
            name=name,
            phases=["preparedness", "emergency_response"],
            position=position,
        )
        session.add(theme)
        session.flush()
        cast.themes[name] = theme.id
