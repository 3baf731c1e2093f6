from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.people.account import PASSWORD, Account
from tests.support.passkeys import SoftKey
from tests.support.statements import counted_statements
from tests.support.visitor import InProcess, Visitor
from webapp.base.kernel.links import sign_link
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import rules, service
from webapp.features.people.models import (
    AccountRecovery,
    AddressChange,
    OneTimeLink,
    RecoveryCode,
    SignInSession,
)

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
CODE = re.compile(r'<span class="mono" translate="no">([0-9a-z ]+)</span>')
SEALED = re.compile(r'name="sealed_secret"[^>]*value="([^"]+)"')
SECRET = re.compile(r'<p class="mono secret"[^>]*>([A-Z2-7 ]+)</p>')


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def sign_in(client: FlaskClient, account: Account) -> str | None:
    answer = client.post("/sign-in", data={"email": account.email, "password": PASSWORD})
    assert answer.status_code == 303
    return answer.location


def is_in(client: FlaskClient) -> bool:
    return client.get("/inbox").status_code == 200


def set_up(client: FlaskClient, account: Account) -> tuple[str, list[str]]:
    """Set up an authenticator as a person would, with the code of the half minute before."""
    page = client.get("/me/security/authenticator").text
    sealed, secret = SEALED.findall(page)[0], SECRET.findall(page)[0].replace(" ", "")
    account.secret = secret
    sheet = client.post(
        "/me/security/authenticator", data={"sealed_secret": sealed, "code": account.code(-1)}
    )
    assert sheet.status_code == 200
    return secret, CODE.findall(sheet.text)


def link(purpose: str, identifier: str) -> str:
    return sign_link(current_settings().secret_key, purpose, identifier)


def newest(session: Session, model: type[AddressChange] | type[AccountRecovery]) -> str:
    session.rollback()
    found = session.scalar(select(model.id).order_by(model.created_at.desc()))
    session.rollback()
    assert found is not None
    return found


def test_after_the_password_the_second_factor_is_asked_for(client: FlaskClient, ines: Account) -> None:
    ines.add_authenticator(-1)
    answer = client.post("/sign-in", data={"email": ines.email, "password": PASSWORD, "next": "/inbox"})
    assert answer.location == "/sign-in/second-factor?next=/inbox"
    assert not is_in(client)
    assert 'autocomplete="one-time-code"' in client.get(answer.location).text
    wrong = client.post(answer.location, data={"code": "000000", "next": "/inbox"})
    assert wrong.status_code == 422
    assert "This code does not fit." in wrong.text
    assert not is_in(client)
    right = client.post(answer.location, data={"code": ines.code(), "next": "/inbox"})
    assert (right.status_code, right.location) == (303, "/inbox")
    assert is_in(client)


def test_the_second_factor_is_asked_for_on_the_device_that_gave_the_password(
    app: Flask, client: FlaskClient, ines: Account
) -> None:
    ines.add_authenticator(-1)
    sign_in(client, ines)
    stranger = app.test_client()
    assert stranger.get("/sign-in/second-factor").location == "/sign-in"
    assert stranger.post("/sign-in/second-factor", data={"code": ines.code()}).location == "/sign-in"


def test_a_step_that_took_too_long_begins_again(
    client: FlaskClient, ines: Account, moved_clock: MoveClock
) -> None:
    ines.add_authenticator(-1)
    sign_in(client, ines)
    moved_clock(dt.timedelta(minutes=11))
    answer = client.post("/sign-in/second-factor", data={"code": ines.code()})
    assert answer.location == "/sign-in"
    assert "Signing in took too long." in client.get("/sign-in").text


def test_setting_a_forgotten_password_still_asks_for_the_second_factor(
    client: FlaskClient, ines: Account
) -> None:
    ines.add_authenticator(-1)
    with unit_of_work() as work:
        service.request_reset(work, ines.email)
    with unit_of_work() as work:
        made = work.session.scalar(select(OneTimeLink.id).where(OneTimeLink.used_at.is_(None)))
    assert made is not None
    answer = client.post(f"/password/{link('one-time', made)}", data={"password": "mountains move slowly"})
    assert answer.location.startswith("/sign-in/second-factor")
    assert not is_in(client)


def test_an_authenticator_is_set_up_with_a_square_a_secret_and_a_sheet_of_codes(
    client: FlaskClient, ines: Account, session: Session
) -> None:
    sign_in(client, ines)
    page = client.get("/me/security/authenticator").text
    assert "<svg" in page
    assert "style=" not in page
    _secret, sheet = set_up(client, ines)
    assert len(sheet) == 10
    assert "10 unused codes are left" in client.get("/me/security").text
    assert all(code not in client.get("/me/security").text for code in sheet)
    hashed = set(session.scalars(select(RecoveryCode.code_hash)))
    assert hashed.isdisjoint(sheet)


def test_a_wrong_code_keeps_the_secret_that_the_app_has_read(client: FlaskClient, ines: Account) -> None:
    sign_in(client, ines)
    page = client.get("/me/security/authenticator").text
    sealed, secret = SEALED.findall(page)[0], SECRET.findall(page)[0]
    again = client.post("/me/security/authenticator", data={"sealed_secret": sealed, "code": "000000"})
    assert again.status_code == 422
    assert SECRET.findall(again.text) == [secret]


def test_the_sheet_is_shown_once_even_when_the_button_is_pressed_twice(
    client: FlaskClient, ines: Account
) -> None:
    sign_in(client, ines)
    set_up(client, ines)
    visitor = Visitor(InProcess(client))
    visitor.go("/me/security/recovery-codes")
    (form,) = [one for one in visitor.forms() if one.action.endswith("recovery-codes")]
    data = [(name, one) for name, values in form.values.items() for one in values]
    first = client.post("/me/security/recovery-codes", data=dict(data))
    assert len(CODE.findall(first.text)) == 10
    second = client.post("/me/security/recovery-codes", data=dict(data))
    assert second.location == "/me/security"


@pytest.mark.parametrize(
    "path",
    [
        "/me/security/authenticator",
        "/me/security/authenticator/remove",
        "/me/security/recovery-codes",
        "/me/security/passkeys/new",
        "/me/security/password",
        "/me/security/address",
        "/me/security/delivery",
    ],
)
def test_whoever_signed_in_long_ago_first_shows_who_it_is(
    client: FlaskClient, ines: Account, moved_clock: MoveClock, path: str
) -> None:
    sign_in(client, ines)
    moved_clock(dt.timedelta(minutes=16))
    for answer in (client.get(path), client.post(path)):
        assert (answer.status_code, answer.location) == (303, f"/me/prove?next={path}")
    wrong = client.post("/me/prove", data={"password": "another password", "next": path})
    assert wrong.status_code == 422
    right = client.post("/me/prove", data={"password": PASSWORD, "next": path})
    assert right.location == path


def test_showing_who_one_is_takes_the_second_factor_too(
    client: FlaskClient, ines: Account, moved_clock: MoveClock
) -> None:
    sign_in(client, ines)
    set_up(client, ines)
    moved_clock(dt.timedelta(minutes=16))
    assert client.post("/me/prove", data={"password": PASSWORD}).status_code == 422
    assert client.post("/me/prove", data={"password": PASSWORD, "code": "000000"}).status_code == 422
    assert client.post("/me/prove", data={"password": PASSWORD, "code": ines.code()}).status_code == 303


def test_guessing_while_showing_who_one_is_is_slowed_like_signing_in(
    client: FlaskClient, ines: Account
) -> None:
    sign_in(client, ines)
    answers = [client.post("/me/prove", data={"password": "guess"}).status_code for _attempt in range(6)]
    assert answers == [422] * 5 + [429]


def test_a_passkey_is_added_and_signs_in(app: Flask, client: FlaskClient, ines: Account) -> None:
    key = SoftKey()
    sign_in(client, ines)
    options = client.post("/me/security/passkeys/options").text
    assert json.loads(options)["authenticatorSelection"]["userVerification"] == "required"
    made = client.post(
        "/me/security/passkeys/new", data={"name": "office laptop", "answer": key.make(options)}
    )
    assert len(CODE.findall(made.text)) == 10
    assert "Passkey: office laptop" in client.get("/me/security").text
    fresh = app.test_client()
    asked = fresh.post("/sign-in/passkey/options").text
    assert json.loads(asked)["allowCredentials"] == []
    answer = fresh.post("/sign-in/passkey", data={"answer": key.sign(asked), "next": "/inbox"})
    assert (answer.status_code, answer.location) == (303, "/inbox")
    assert is_in(fresh)


def test_an_answer_serves_only_on_the_device_that_was_asked(
    app: Flask, client: FlaskClient, ines: Account
) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    signed = key.sign(client.post("/sign-in/passkey/options").text)
    stranger = app.test_client()
    refused = stranger.post("/sign-in/passkey", data={"answer": signed})
    assert refused.status_code == 422
    assert "The passkey was not accepted." in refused.text
    assert client.post("/sign-in/passkey", data={"answer": signed}).status_code == 303


def test_the_pages_without_script_say_what_to_do_instead_of_a_passkey(
    client: FlaskClient, ines: Account
) -> None:
    assert "Passkeys need JavaScript" in client.get("/sign-in").text
    sign_in(client, ines)
    page = client.get("/me/security/passkeys/new").text
    assert "This browser cannot make a passkey" in page
    assert 'href="/me/security/authenticator"' in page


def test_devices_are_listed_and_signed_out_one_by_one(
    app: Flask, client: FlaskClient, ines: Account, session: Session
) -> None:
    phone = app.test_client()
    agent = {"User-Agent": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"}
    phone.post("/sign-in", data={"email": ines.email, "password": PASSWORD}, headers=agent)
    sign_in(client, ines)
    page = client.get("/me/security").text
    assert "Firefox on Android" in page
    assert "127.0.0.1" not in page
    row = session.scalar(select(SignInSession.id).where(SignInSession.system == "android"))
    assert client.post(f"/me/security/devices/{row}/end").status_code == 303
    assert not is_in(phone)
    assert is_in(client)


def test_signing_out_everywhere_ends_this_device_too(app: Flask, client: FlaskClient, ines: Account) -> None:
    other = app.test_client()
    sign_in(other, ines)
    sign_in(client, ines)
    assert client.post("/me/security/devices/end-all").location == "/sign-in"
    assert not is_in(client)
    assert not is_in(other)


def test_the_session_of_somebody_else_is_not_there(
    client: FlaskClient, ines: Account, davit: Account
) -> None:
    sign_in(client, ines)
    assert client.post(f"/me/security/devices/{davit.session_id}/end").status_code == 404


def test_the_links_of_a_changed_address_work_by_a_button_alone(
    app: Flask, client: FlaskClient, ines: Account, session: Session
) -> None:
    sign_in(client, ines)
    client.post("/me/security/address", data={"email": "ines@own.example"})
    assert "Waiting to be confirmed: ines@own.example" in client.get("/me/security").text
    change = newest(session, AddressChange)
    stranger = app.test_client()
    confirm = f"/address/{link(rules.CONFIRM_PURPOSE, change)}"
    undo = f"/address/{link(rules.CANCEL_PURPOSE, change)}/cancel"
    for _scanner in range(3):
        assert stranger.get(confirm).status_code == 200
        assert stranger.get(undo).status_code == 200
    assert ines.read().email == ines.email
    assert stranger.post(confirm).status_code == 303
    assert ines.read().email == "ines@own.example"
    assert stranger.get(confirm).status_code == 410
    assert "brings the old one back" in stranger.get(undo).text
    assert stranger.post(undo).status_code == 303
    assert ines.read().email == ines.email
    assert not is_in(client)


def test_the_token_of_one_address_does_not_serve_the_other(
    client: FlaskClient, ines: Account, session: Session
) -> None:
    sign_in(client, ines)
    client.post("/me/security/address", data={"email": "ines@own.example"})
    change = newest(session, AddressChange)
    assert client.get(f"/address/{link(rules.CANCEL_PURPOSE, change)}").status_code == 410
    assert client.get(f"/address/{link(rules.CONFIRM_PURPOSE, change)}/cancel").status_code == 410
    assert client.get("/address/forged").status_code == 410


def test_asking_for_a_free_and_for_a_taken_address_gets_the_same_answer(
    client: FlaskClient, ines: Account, davit: Account
) -> None:
    sign_in(client, ines)
    answers = []
    for address in ("free@own.example", davit.email):
        sent = client.post("/me/security/address", data={"email": address})
        waiting = client.get("/me/security").text.count(f"Waiting to be confirmed: {address}")
        answers.append((sent.status_code, sent.location, waiting))
    assert answers == [(303, "/me/security", 1)] * 2


def test_the_secretariat_helps_somebody_back_in_from_the_people_page(
    app: Flask,
    client_for: Callable[[str], FlaskClient],
    cast: Cast,
    ines: Account,
    session: Session,
    moved_clock: MoveClock,
) -> None:
    officer = client_for("officer_free")
    page = f"/i/mac/people/{ines.id}/recovery"
    assert f'href="{page}"' in officer.get("/i/mac/people").text
    assert officer.post(page, data={"reason": ""}).status_code == 422
    assert officer.post(page, data={"reason": "I know her voice."}).status_code == 303
    address = f"/recovery/{link(rules.RECOVERY_PURPOSE, newest(session, AccountRecovery))}"
    person = app.test_client()
    assert "This link can be used from" in person.get(address).text
    assert person.post(address, data={"password": "mountains move slowly"}).status_code == 200
    assert not is_in(person)
    moved_clock(dt.timedelta(days=1, seconds=1))
    assert person.post(address, data={"password": "short"}).status_code == 422
    assert person.post(address, data={"password": "mountains move slowly"}).location == "/me/security"
    assert is_in(person)
    assert person.get(address).status_code == 410


def test_nobody_else_finds_the_page_that_helps(client_for: Callable[[str], FlaskClient], cast: Cast) -> None:
    page = f"/i/mac/people/{cast.people['head_iom']}/recovery"
    for name in ("head_mwuf", "chair_phl", "outsider", "administrator"):
        assert client_for(name).get(page).status_code == 404
    assert client_for("officer_free").get("/recoveries/new").status_code == 404
    assert client_for("administrator").get("/recoveries/new").status_code == 200


def test_the_person_stops_a_recovery_from_the_own_page(
    client: FlaskClient, cast: Cast, ines: Account, client_for: Callable[[str], FlaskClient]
) -> None:
    client_for("officer").post(f"/i/mac/people/{ines.id}/recovery", data={"reason": "I know her voice."})
    sign_in(client, ines)
    assert "Somebody is helping you back into this account." in client.get("/me/security").text
    assert client.post("/me/security/recovery/stop").status_code == 303
    assert client.post("/me/security/recovery/stop").status_code == 404
    assert "You stopped the help" in client.get("/me/security").text


def test_what_happened_is_listed_for_the_person_alone(
    app: Flask, client: FlaskClient, ines: Account, davit: Account
) -> None:
    sign_in(client, ines)
    set_up(client, ines)
    assert "You set up an authenticator." in client.get("/me/security").text
    other = app.test_client()
    sign_in(other, davit)
    assert "You set up an authenticator." not in other.get("/me/security").text


def test_pages_of_the_account_are_kept_by_nobody(client: FlaskClient, ines: Account) -> None:
    sign_in(client, ines)
    for path in ("/me", "/me/security", "/me/security/authenticator"):
        assert client.get(path).headers["Cache-Control"] == "private, no-store"


def test_a_code_of_the_wrong_shape_is_a_wrong_code(client: FlaskClient, ines: Account) -> None:
    ines.add_authenticator(-1)
    sign_in(client, ines)
    for typed in ("１２３４５６", "12345", "x" * 80, "٠٠٠٠٠٠"):
        answer = client.post("/sign-in/second-factor", data={"code": typed})
        assert answer.status_code in (422, 429), typed


def test_the_page_asks_no_more_for_an_account_to_which_much_happened(
    client: FlaskClient, ines: Account
) -> None:
    sign_in(client, ines)
    client.get("/me/security")
    with counted_statements() as few:
        client.get("/me/security")
    for _time in range(5):
        ines.sign_in()
        ines.act(lambda work, me: service.change_password(work, me, ines.session_id, PASSWORD))
        ines.sign_in()
    sign_in(client, ines)
    client.get("/me/security")
    with counted_statements() as many:
        client.get("/me/security")
    assert len(many) == len(few) <= 20
