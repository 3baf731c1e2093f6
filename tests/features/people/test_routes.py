from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.kernel.links import sign_link
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import passwords, queries, service
from webapp.features.people.models import OneTimeLink, Person

PASSWORD = "quiet rivers carry tables"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def email(cast: Cast) -> str:
    """The address of somebody with a password."""
    address = cast.emails["head_mwuf"]
    with unit_of_work() as work:
        person = queries.person_by_email(work.session, address)
        assert person is not None
        person.password_hash = passwords.hash_password(PASSWORD)
    return address


def link_for(email: str, session: Session) -> str:
    with unit_of_work() as work:
        service.request_reset(work, email)
    session.rollback()
    of_person = select(OneTimeLink.id).join(Person).where(Person.email == email)
    link_id = session.scalar(of_person.order_by(OneTimeLink.created_at.desc()))
    assert link_id is not None
    return f"/password/{sign_link(current_settings().secret_key, 'one-time', link_id)}"


def without_keys(html: str) -> str:
    """A page without what differs each time it is made."""
    return re.sub(r'(value="[0-9a-z]{13}"|value="[\w.-]{60,}"|<time.*?</time>)', "", html)


def test_the_sign_in_page_asks_for_address_and_password(client: FlaskClient) -> None:
    answer = client.get("/sign-in")
    assert answer.status_code == 200
    assert 'autocomplete="username"' in answer.text
    assert 'autocomplete="current-password"' in answer.text


def test_signing_in_leads_to_the_page_that_was_asked_for(client: FlaskClient, email: str) -> None:
    asked = client.get("/i/mac/people")
    assert asked.status_code == 303
    answer = client.post(asked.location, data={"email": email, "password": PASSWORD, "next": "/i/mac/people"})
    assert (answer.status_code, answer.location) == (303, "/i/mac/people")
    assert client.get("/i/mac/people").status_code == 200


def test_signing_in_never_leads_to_another_host(client: FlaskClient, email: str) -> None:
    data = {"email": email, "password": PASSWORD, "next": "//evil.example/"}
    assert client.post("/sign-in", data=data).location == "/"


def test_known_and_unknown_addresses_get_the_same_answer(client: FlaskClient, email: str) -> None:
    unknown = "nobody@nowhere.example"
    answers = [
        client.post("/sign-in", data={"email": address, "password": "a wrong password"})
        for address in (email, unknown)
    ]
    assert [answer.status_code for answer in answers] == [422, 422]
    pages = [
        # The foot of a page tells the time, which may go on to the next minute between the two.
        re.sub(r"<footer.*?</footer>", "", without_keys(answer.text), flags=re.DOTALL).replace(address, "")
        for answer, address in zip(answers, (email, unknown), strict=True)
    ]
    assert pages[0] == pages[1]


def test_the_address_is_kept_and_the_password_is_not(client: FlaskClient, email: str) -> None:
    answer = client.post("/sign-in", data={"email": email, "password": "a wrong password"})
    assert f'value="{email}"' in answer.text
    assert "a wrong password" not in answer.text


def test_after_five_failures_the_page_says_when_to_try_again(client: FlaskClient, email: str) -> None:
    for _attempt in range(5):
        client.post("/sign-in", data={"email": email, "password": "a wrong password"})
    answer = client.post("/sign-in", data={"email": email, "password": PASSWORD})
    assert answer.status_code == 429
    assert "Try again in 15 minutes" in answer.text


def test_signing_out_ends_the_session(client: FlaskClient, email: str) -> None:
    client.post("/sign-in", data={"email": email, "password": PASSWORD})
    assert client.post("/sign-out").status_code == 303
    assert client.get("/i/mac/people").status_code == 303


def test_a_stolen_cookie_is_worth_nothing_after_signing_out(
    client: FlaskClient, app: Flask, email: str
) -> None:
    client.post("/sign-in", data={"email": email, "password": PASSWORD})
    with client.session_transaction() as cookie:
        stolen = dict(cookie)
    client.post("/sign-out")
    thief = app.test_client()
    with thief.session_transaction() as cookie:
        cookie.update(stolen)
    assert thief.get("/i/mac/people").status_code == 303


def test_asking_for_a_link_gets_the_same_answer_for_everybody(client: FlaskClient, email: str) -> None:
    known = client.post("/password/forgotten", data={"email": email})
    unknown = client.post("/password/forgotten", data={"email": "nobody@nowhere.example"})
    assert (known.status_code, unknown.status_code) == (200, 200)
    assert without_keys(known.text) == without_keys(unknown.text)


def test_opening_a_link_uses_nothing_and_its_button_does(
    client: FlaskClient, session: Session, email: str
) -> None:
    address = link_for(email, session)
    for _scanner in range(3):
        assert client.get(address).status_code == 200
    assert client.post(address, data={"password": "another good password"}).status_code == 303
    assert client.get("/i/mac/people").status_code == 200
    used = client.get(address)
    assert used.status_code == 410
    assert "This link no longer works" in used.text


def test_a_short_password_is_refused_with_the_reason(
    client: FlaskClient, session: Session, email: str
) -> None:
    answer = client.post(link_for(email, session), data={"password": "short"})
    assert answer.status_code == 422
    assert "at least 12 characters" in answer.text


@pytest.mark.parametrize("token", ["nonsense", "IjAwMDAwMDAwMDAwMDAi.forged"])
def test_a_link_that_was_not_made_here_is_dead_and_may_ask_for_another(
    client: FlaskClient, token: str
) -> None:
    assert client.get(f"/password/{token}").status_code == 410
    again = client.post(f"/password/{token}/again")
    assert again.status_code == 200
    assert "Look at your mail" in again.text


def test_an_invitation_token_sets_no_password(client: FlaskClient, session: Session, email: str) -> None:
    link_for(email, session)
    link_id = session.scalar(select(OneTimeLink.id))
    assert link_id is not None
    token = sign_link(current_settings().secret_key, "invitation", link_id)
    assert client.get(f"/password/{token}").status_code == 410


def test_whoever_is_signed_in_needs_no_sign_in_page(client_for: Callable[[str], FlaskClient]) -> None:
    assert client_for("head_mwuf").get("/sign-in").status_code == 303
