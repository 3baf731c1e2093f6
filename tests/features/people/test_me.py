from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.kernel.errors import Denied
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import service
from webapp.features.people.models import Person
from webapp.features.people.rules import Profile

SignIn = Callable[[str], FlaskClient]
TYPED = {"name": "Inés Okafor", "locale": "en", "time_zone": "Asia/Manila", "appearance": "dark"}


def person(session: Session, cast: Cast, name: str = "head_mwuf") -> Person:
    session.rollback()
    session.expire_all()
    row = session.get(Person, cast.people[name])
    assert row is not None
    return row


def test_the_header_leads_to_the_own_page(client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    assert (
        '<a href="/me">Ines Okafor</a> for <b>Migrant Workers’ Union Federation</b>' in client.get("/").text
    )
    assert client.get("/me").status_code == 200


def test_what_is_saved_holds_from_the_next_page_on(session: Session, cast: Cast, client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    assert client.post("/me", data=TYPED).status_code == 303
    row = person(session, cast)
    assert (row.name, row.time_zone, row.appearance) == ("Inés Okafor", "Asia/Manila", "dark")
    page = client.get("/inbox").text
    assert 'data-theme="dark"' in page
    assert "Inés Okafor" in page
    assert "in Manila, where you are" in page


@pytest.mark.parametrize("typed", ["manila", "ASIA/MANILA", "Manila ", "asia / manila"])
def test_a_zone_may_be_typed_as_its_city(
    session: Session, cast: Cast, client_for: SignIn, typed: str
) -> None:
    client_for("head_mwuf").post("/me", data={**TYPED, "time_zone": typed})
    assert person(session, cast).time_zone == "Asia/Manila"


@pytest.mark.parametrize("typed", ["Atlantis", "Etc/GMT+3", "../../etc/passwd", "EST"])
def test_a_zone_that_does_not_exist_is_refused_and_kept_as_typed(
    session: Session, cast: Cast, client_for: SignIn, typed: str
) -> None:
    answer = client_for("head_mwuf").post("/me", data={**TYPED, "time_zone": typed})
    assert answer.status_code == 422
    assert "There is no such time zone." in answer.text
    assert f'value="{typed}"' in answer.text
    assert person(session, cast).name == "Ines Okafor"


@pytest.mark.parametrize(
    ("field", "typed"), [("name", "  "), ("locale", "xx"), ("appearance", "pink"), ("name", "x" * 201)]
)
def test_what_cannot_be_meant_changes_nothing(
    session: Session, cast: Cast, client_for: SignIn, field: str, typed: str
) -> None:
    assert client_for("head_mwuf").post("/me", data={**TYPED, field: typed}).status_code == 422
    assert person(session, cast).time_zone == "UTC"


def test_nobody_changes_the_account_of_somebody_else(session: Session, cast: Cast) -> None:
    profile = Profile("Taken Over", "en", "UTC", "light")
    for name in ("head_mwuf", "officer", "administrator"):
        actor = cast.actor(name, session)
        with unit_of_work() as work, pytest.raises(Denied):
            service.edit_profile(work, actor, cast.people["alternate_mwuf"], profile)
    assert person(session, cast, "alternate_mwuf").name == "Davit Lund"


def test_a_visitor_chooses_the_appearance_of_this_device(app: Flask) -> None:
    client = app.test_client()
    assert "data-theme" not in client.get("/").text
    assert client.post("/appearance", data={"appearance": "dark"}).status_code == 303
    assert 'data-theme="dark"' in client.get("/sign-in").text
    client.post("/appearance", data={"appearance": "device"})
    assert "data-theme" not in client.get("/sign-in").text


def test_a_device_that_remembers_nonsense_follows_itself(app: Flask) -> None:
    client = app.test_client()
    client.set_cookie("concord_appearance", "pink")
    assert "data-theme" not in client.get("/").text


def test_published_pages_follow_the_device(app: Flask) -> None:
    client = app.test_client()
    client.set_cookie("concord_appearance", "dark")
    assert "data-theme" not in client.get("/p/").text


def test_the_choice_of_a_person_goes_before_that_of_the_device(client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    client.set_cookie("concord_appearance", "dark")
    assert "data-theme" not in client.get("/inbox").text
    client.post("/me", data={**TYPED, "appearance": "light"})
    assert 'data-theme="light"' in client.get("/inbox").text
