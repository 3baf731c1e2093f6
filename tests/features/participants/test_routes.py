from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.kernel.links import sign_link
from webapp.base.kernel.settings import current_settings
from webapp.features.participants import queries
from webapp.features.participants.models import Invitation, OfficeRow

ClientFor = Callable[[str], FlaskClient]
MoveClock = Callable[[dt.timedelta | dt.datetime], None]

DELEGATION = {
    "name": "Kestoria",
    "code": "KEST",
    "constituency": "state",
    "standing": "member",
    "tags": "host, transit",
}
INVITED = {"name": "Noor Aziz", "email": "noor@union.example", "role": "delegate"}
ACCOUNT = {
    "name": "Noor Aziz",
    "locale": "en",
    "time_zone": "Asia/Manila",
    "password": "quiet rivers carry tables",
}


@pytest.fixture
def anybody(app: Flask) -> FlaskClient:
    """A client that is not signed in."""
    return app.test_client()


def invite(client_for: ClientFor, cast: Cast, session: Session, email: str = "noor@union.example") -> str:
    """The path of the link of a fresh invitation to the delegation MWUF."""
    path = f"/i/mac/people/{cast.delegations['MWUF']}/invite"
    assert client_for("head_mwuf").post(path, data={**INVITED, "email": email}).status_code == 303
    session.rollback()
    identifier = session.scalar(select(Invitation.id).where(Invitation.email == email))
    assert identifier is not None
    session.rollback()
    return f"/invitation/{sign_link(current_settings().secret_key, 'invitation', identifier)}"


def seat_of(session: Session, cast: Cast, name: str) -> str:
    row = queries.current_seat(session, cast.initiative_id, cast.people[name])
    assert row is not None
    identifier = row.id
    session.rollback()
    return identifier


def pending_invitation(session: Session, cast: Cast) -> str:
    """The one invitation that is neither accepted nor withdrawn."""
    (row,) = queries.pending_invitations(session, cast.initiative_id)
    identifier = row.id
    session.rollback()
    return identifier


def test_the_people_page_shows_delegations_seats_and_offices(client_for: ClientFor) -> None:
    answer = client_for("head_obs").get("/i/mac/people")
    assert answer.status_code == 200
    for words in ("Migrant Workers’ Union Federation", "Ines Okafor", "co-chair", "Coastal Relief Network"):
        assert words in answer.text
    assert "head.mwuf@cast.example" not in answer.text
    assert "Accredit a delegation" not in answer.text


def test_the_own_delegation_sees_its_addresses(client_for: ClientFor) -> None:
    page = client_for("adviser_mwuf").get("/i/mac/people").text
    assert "head.mwuf@cast.example" in page
    assert "head.empl@cast.example" not in page


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_nobody_else_finds_the_people_page(client_for: ClientFor, name: str) -> None:
    assert client_for(name).get("/i/mac/people").status_code == 404


def test_the_secretariat_accredits_and_is_led_to_inviting_the_head(
    client_for: ClientFor, session: Session, cast: Cast
) -> None:
    client = client_for("officer")
    assert client.get("/i/mac/people/accredit").status_code == 200
    answer = client.post("/i/mac/people/accredit", data=DELEGATION)
    assert answer.status_code == 303
    assert answer.location.endswith("/invite")
    assert client.get(answer.location).status_code == 200
    assert "KEST" in queries.codes(session, cast.initiative_id)


def test_a_taken_code_is_named_and_what_was_typed_is_kept(client_for: ClientFor) -> None:
    answer = client_for("officer").post("/i/mac/people/accredit", data={**DELEGATION, "code": "PHL"})
    assert answer.status_code == 422
    assert "PHL is the code of Philippines" in answer.text
    assert 'value="Kestoria"' in answer.text


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf", "outsider"])
def test_only_the_secretariat_finds_the_accreditation(client_for: ClientFor, name: str) -> None:
    assert client_for(name).get("/i/mac/people/accredit").status_code == 404


def test_a_head_does_not_find_the_invitations_of_another_delegation(
    client_for: ClientFor, cast: Cast
) -> None:
    foreign = f"/i/mac/people/{cast.delegations['EMPL']}/invite"
    assert client_for("head_mwuf").get(foreign).status_code == 404


def test_an_invitation_that_is_not_complete_keeps_what_was_typed(client_for: ClientFor, cast: Cast) -> None:
    path = f"/i/mac/people/{cast.delegations['MWUF']}/invite"
    answer = client_for("head_mwuf").post(path, data={**INVITED, "email": "noor at union"})
    assert answer.status_code == 422
    assert "This is not an e-mail address" in answer.text
    assert 'value="noor at union"' in answer.text


def test_an_invited_person_makes_an_account_and_is_in(
    client_for: ClientFor, cast: Cast, session: Session, anybody: FlaskClient
) -> None:
    link = invite(client_for, cast, session)
    for _scanner in range(2):
        page = anybody.get(link)
        assert page.status_code == 200
    assert "You are invited as delegate of Migrant Workers’ Union Federation" in page.text
    answer = anybody.post(f"{link}/account", data=ACCOUNT)
    assert (answer.status_code, answer.location) == (303, "/")
    assert "Noor Aziz" in anybody.get("/i/mac/people").text
    assert anybody.get(link).status_code == 410


def test_a_short_password_leaves_the_invitation_open(
    client_for: ClientFor, cast: Cast, session: Session, anybody: FlaskClient
) -> None:
    link = invite(client_for, cast, session)
    answer = anybody.post(f"{link}/account", data={**ACCOUNT, "password": "short"})
    assert answer.status_code == 422
    assert 'value="Noor Aziz"' in answer.text
    assert anybody.post(f"{link}/account", data=ACCOUNT).status_code == 303


def test_somebody_with_an_account_signs_in_to_accept(
    client_for: ClientFor, cast: Cast, session: Session, anybody: FlaskClient
) -> None:
    link = invite(client_for, cast, session, cast.emails["outsider"])
    assert "Sign in to accept" in anybody.get(link).text
    signed_in = client_for("outsider")
    assert "You are signed in as Otto Fremd." in signed_in.get(link).text
    assert signed_in.post(link).status_code == 303
    assert signed_in.get("/i/mac/people").status_code == 200


def test_a_second_seat_is_refused_with_the_reason(
    client_for: ClientFor, cast: Cast, session: Session
) -> None:
    answer = client_for("head_empl").post(invite(client_for, cast, session))
    assert answer.status_code == 409
    assert "You have a seat in this initiative." in answer.text


def test_an_old_invitation_says_so_and_is_sent_again_when_asked(
    client_for: ClientFor, cast: Cast, session: Session, anybody: FlaskClient, moved_clock: MoveClock
) -> None:
    link = invite(client_for, cast, session)
    moved_clock(dt.timedelta(days=15))
    dead = anybody.get(link)
    assert dead.status_code == 410
    assert "Ask for a new link" in dead.text
    answer = anybody.post(f"{link}/again")
    assert answer.status_code == 200
    assert len(queries.pending_invitations(session, cast.initiative_id)) == 1
    forged = anybody.post("/invitation/forged/again")
    # The foot of a page holds the second at which it was made.
    assert forged.text.partition("<footer")[0] == answer.text.partition("<footer")[0]


def test_invitations_are_sent_again_and_withdrawn_from_the_people_page(
    client_for: ClientFor, cast: Cast, session: Session
) -> None:
    invite(client_for, cast, session)
    client = client_for("officer")
    assert "noor@union.example" in client.get("/i/mac/people").text
    pending = pending_invitation(session, cast)
    assert client.post(f"/i/mac/people/invitations/{pending}/again").status_code == 303
    fresh = pending_invitation(session, cast)
    assert client.post(f"/i/mac/people/invitations/{fresh}/withdraw").status_code == 303
    assert client.get("/i/mac/people").status_code == 200
    assert "noor@union.example" not in client.get("/i/mac/people").text


def test_a_foreign_invitation_is_not_touched(client_for: ClientFor, cast: Cast, session: Session) -> None:
    invite(client_for, cast, session)
    pending = pending_invitation(session, cast)
    assert client_for("head_empl").post(f"/i/mac/people/invitations/{pending}/withdraw").status_code == 403


def test_a_seat_ends_on_a_page_that_says_what_it_does(
    client_for: ClientFor, cast: Cast, session: Session
) -> None:
    seat = seat_of(session, cast, "adviser_mwuf")
    adviser, head = client_for("adviser_mwuf"), client_for("head_mwuf")
    path = f"/i/mac/people/seats/{seat}/end"
    page = head.get(path)
    assert page.status_code == 200
    assert "End the seat of Wei Chen?" in page.text
    assert "You act as head of delegation, for Migrant Workers’ Union Federation." in page.text
    assert adviser.get("/i/mac/people").status_code == 200
    assert head.post(path).status_code == 303
    assert adviser.get("/i/mac/people").status_code == 404


def test_a_head_does_not_find_the_seats_of_another_delegation(
    client_for: ClientFor, cast: Cast, session: Session
) -> None:
    seat = seat_of(session, cast, "head_empl")
    assert client_for("head_mwuf").get(f"/i/mac/people/seats/{seat}/end").status_code == 404


def test_a_head_takes_the_duty_of_focal_point(client_for: ClientFor) -> None:
    client = client_for("head_mwuf")
    assert "Take the duty of focal point" in client.get("/i/mac/people/focal-point").text
    assert client.post("/i/mac/people/focal-point").status_code == 303
    assert "You are the focal point of" in client.get("/i/mac/people/focal-point").text
    assert "focal point" in client.get("/i/mac/people").text
    assert client_for("adviser_mwuf").get("/i/mac/people/focal-point").status_code == 404


def test_the_secretariat_appoints_a_seated_person(client_for: ClientFor, cast: Cast) -> None:
    client = client_for("officer")
    assert client.get("/i/mac/people/offices").status_code == 200
    appointed = {"seated-person": cast.people["head_mar"], "seated-kind": "co_chair"}
    assert client.post("/i/mac/people/offices", data=appointed).status_code == 303
    again = client.post("/i/mac/people/offices", data=appointed)
    assert again.status_code == 422
    assert "This person holds the office already." in again.text


def test_the_secretariat_invites_to_an_office_and_ends_one(
    client_for: ClientFor, cast: Cast, session: Session
) -> None:
    client = client_for("officer")
    invited = {"invited-name": "Noor", "invited-email": "noor@union.example", "invited-kind": "co_chair"}
    assert client.post("/i/mac/people/offices/invite", data=invited).status_code == 303
    held = session.scalar(select(OfficeRow.id).where(OfficeRow.person_id == cast.people["chair_usa"]))
    session.rollback()
    path = f"/i/mac/people/offices/{held}/end"
    assert "End the office of Grace Holloway?" in client.get(path).text
    assert client.post(path).status_code == 303
    assert client.get(path).status_code == 404


def test_an_administrator_invites_the_first_officer_and_sends_again(
    client_for: ClientFor, session: Session
) -> None:
    client = client_for("administrator")
    client.post("/initiatives/new", data={"title": "Seafarers", "slug": "port"})
    page = "/initiatives/port/officer"
    assert client.get(page).status_code == 200
    assert (
        client.post(page, data={"name": "Noor Aziz", "email": "noor@union.example"}).location
        == "/initiatives"
    )
    assert "noor@union.example" in client.get(page).text
    assert "not yet accepted: Noor Aziz" in client.get("/initiatives").text
    assert "Nobody serves Seafarers" not in client.get("/").text
    identifier = session.scalar(select(Invitation.id))
    session.rollback()
    assert client.post(f"{page}/{identifier}/again").status_code == 303


def test_an_administrator_cannot_enter_a_served_initiative(client_for: ClientFor) -> None:
    client = client_for("administrator")
    answer = client.post("/initiatives/mac/officer", data={"name": "Me", "email": "me@concord.example"})
    assert answer.status_code == 422
    assert "An administrator appoints only the first secretariat officer." in answer.text


def test_an_open_invitation_names_its_delegation(client_for: ClientFor, cast: Cast, session: Session) -> None:
    invite(client_for, cast, session)
    page = " ".join(client_for("officer").get("/i/mac/people").text.split())
    assert "<b>Noor Aziz</b>, delegate · Migrant Workers’ Union Federation" in page
