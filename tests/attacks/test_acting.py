"""Acting for others, after one's time, from another site, or twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.attacks.canaries import Planted, plant
from tests.attacks.crawler import addresses_of_everything
from tests.factories.cast import Cast
from tests.features.review import text as rounds
from tests.features.review.text import Move
from tests.support.visitor import InProcess, Visitor
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.participants import service as participants
from webapp.features.participants.models import SeatRow
from webapp.features.review.models import Comment, DraftComment, Round

ELSEWHERE = (
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "/\tevil.example",
    "javascript:alert(1)",
    "/%0d%0aLocation: https://evil.example",
    "///evil.example",
)
WRITTEN = {"body": "By whom?", "kind": "substantive", "language": "en", "provision_id": ""}


@pytest.fixture
def planted(cast: Cast, moved_clock: Move) -> Planted:
    return plant(cast, moved_clock)


def entries(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(JournalLeaf)) or 0


@pytest.mark.parametrize("who", ["nobody", "outsider", "administrator"])
def test_who_takes_no_part_changes_nothing(
    app: Flask, session: Session, planted: Planted, client_for: Callable[[str], FlaskClient], who: str
) -> None:
    client = app.test_client() if who == "nobody" else client_for(who)
    before = entries(session)
    for address in sorted(addresses_of_everything(app, session, "mac", "POST")):
        if address.startswith("/i/mac/"):
            answer = client.post(address, data={"confirmed": "1", "reason": "x", "version": "1"})
            # An administrator may appoint a first officer, and is told here that the form is not complete.
            expected = {401} if who == "nobody" else {404, 403, 409, 422} if who == "administrator" else {404}
            assert answer.status_code in expected, address
    assert entries(session) == before


def test_a_draft_is_changed_by_its_own_delegation_only(
    session: Session, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    drafts = list(session.scalars(select(DraftComment)))
    assert drafts
    for who in ("head_obs", "chair_usa", "officer", "head_empl"):
        client = client_for(who)
        for draft in drafts:
            for ending in ("", "/remove"):
                sent = {**WRITTEN, "version": str(draft.version)}
                assert client.post(f"/i/mac/drafts/{draft.id}{ending}", data=sent).status_code == 404
    texts = {draft.id: draft.body for draft in drafts}
    session.rollback()
    session.expire_all()
    assert {draft.id: draft.body for draft in session.scalars(select(DraftComment))} == texts


def test_a_delegate_cannot_hand_in_and_an_officer_cannot_answer_before_the_closing(
    session: Session, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    before = entries(session)
    place = f"/i/mac/rounds/{planted.open_round}"
    for who in ("delegate_mwuf", "adviser_mwuf"):
        assert client_for(who).post(f"{place}/contribution/hand-in", data={}).status_code == 404
    comment_id = session.scalars(select(Comment.id).where(Comment.round_id == planted.open_round)).one()
    answered = {"disposition": "accepted", "reason": "Yes.", "version": "1"}
    for who in ("officer", "officer_free"):
        answer = client_for(who).post(f"{place}/comments/{comment_id}/answer", data=answered)
        assert answer.status_code == 404
    assert entries(session) == before


def test_a_seat_that_ended_between_form_and_sending_no_longer_acts(
    session: Session, cast: Cast, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    client = client_for("delegate_mwuf")
    place = f"/i/mac/rounds/{planted.open_round}/contribution/add"
    assert client.get(place).status_code == 200
    seat_id = session.scalars(
        select(SeatRow.id).where(SeatRow.person_id == cast.people["delegate_mwuf"])
    ).one()
    with unit_of_work() as work:
        head = cast.actor("head_mwuf", work.session)
        participants.end_seat(work, head, cast.initiative_id, seat_id)
    assert client.post(place, data=WRITTEN).status_code == 404
    assert client.get(f"/i/mac/rounds/{planted.open_round}").status_code == 404


def test_after_signing_out_the_kept_cookie_opens_nothing(
    app: Flask, client_for: Callable[[str], FlaskClient]
) -> None:
    client = client_for("head_mwuf")
    assert client.get("/inbox").status_code == 200
    with client.session_transaction() as cookie:
        kept = dict(cookie)
    assert client.post("/sign-out").status_code == 303
    thief = app.test_client()
    with thief.session_transaction() as cookie:
        cookie.update(kept)
    answer = thief.get("/inbox")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_to_no_other_site(
    client_for: Callable[[str], FlaskClient], app: Flask, target: str
) -> None:
    answer = client_for("head_mwuf").get(f"/sign-in?next={quote(target)}")
    assert answer.headers["Location"].startswith("/")
    assert not answer.headers["Location"].startswith(("//", "/\\", "/\t"))
    assert "evil.example" not in answer.headers["Location"].partition("%0")[0]
    page = app.test_client().get(f"/sign-in?next={quote(target)}").text
    assert 'value="//' not in page
    assert "javascript:alert" not in page


@pytest.mark.parametrize("address", ["//evil.example/x", "/%5Cevil.example", "/%09/evil.example"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_error_page_links_to_another_site(app: Flask, address: str, method: str) -> None:
    answer = app.test_client().open(address, method=method)
    for dangerous in ('href="//', 'href="/\\', 'href="/\t', 'action="//'):
        assert dangerous not in answer.text
    assert not answer.headers.get("Location", "/").removeprefix("http://localhost").startswith("//")


@pytest.mark.parametrize("token", [None, "forged", "of another session"])
def test_a_form_without_its_own_token_changes_nothing(
    app: Flask,
    session: Session,
    planted: Planted,
    client_for: Callable[[str], FlaskClient],
    monkeypatch: pytest.MonkeyPatch,
    token: str | None,
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    if token == "of another session":
        other = Visitor(InProcess(client_for("head_empl")))
        other.go("/inbox")
        token = next(form.values["csrf_token"][0] for form in other.forms() if "csrf_token" in form.values)
    client = client_for("head_mwuf")
    client.get("/inbox")
    before = session.scalar(select(func.count()).select_from(DraftComment))
    place = f"/i/mac/rounds/{planted.open_round}/contribution/add"
    answer = client.post(place, data={**WRITTEN, **({"csrf_token": token} if token else {})})
    assert answer.status_code == 400
    assert "not accepted" in answer.text
    session.rollback()
    assert session.scalar(select(func.count()).select_from(DraftComment)) == before


def test_the_same_form_twice_is_one_comment_and_another_key_another(
    session: Session, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    client = client_for("head_empl")
    place = f"/i/mac/rounds/{planted.open_round}/contribution/add"
    for key in ("first", "first", "second"):
        assert client.post(place, data={**WRITTEN, "idempotency_key": key}).status_code == 303
    session.rollback()
    mine = select(func.count()).select_from(DraftComment).where(DraftComment.body == WRITTEN["body"])
    assert session.scalar(mine) == 2


def test_a_key_that_somebody_else_spent_stays_free_and_tells_nothing(
    session: Session, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    place = f"/i/mac/rounds/{planted.open_round}/contribution/add"
    for who in ("head_empl", "head_obs"):
        answer = client_for(who).post(place, data={**WRITTEN, "idempotency_key": "shared"})
        assert answer.status_code == 303
    session.rollback()
    mine = select(func.count()).select_from(DraftComment).where(DraftComment.body == WRITTEN["body"])
    assert session.scalar(mine) == 2


def test_markup_in_every_text_stays_text(
    session: Session, planted: Planted, cast: Cast, client_for: Callable[[str], FlaskClient], app: Flask
) -> None:
    bomb = "<script>alert('owned')</script>\"><img src=x onerror=alert(1)>{{7*7}}"
    rounds.write(cast, "head_mwuf", planted.open_round, None, bomb)
    client_for("officer_free").post("/i/mac/mandate", data={"title": bomb, "mandate": bomb})
    with unit_of_work() as work:
        for row in work.session.scalars(select(Round)):
            row.title = bomb
    client = client_for("head_mwuf")
    for address in sorted(addresses_of_everything(app, session, "mac")):
        answer = client.get(address)
        if answer.mimetype == "text/html":
            assert "<script>alert" not in answer.text, address
            assert "<img src=x" not in answer.text, address
            assert "owned" not in answer.text or "49" not in answer.text.partition("owned")[2][:60], address


def test_signing_in_says_the_same_whether_or_not_there_is_an_account(app: Flask, cast: Cast) -> None:
    answers = []
    for address in (cast.emails["head_mwuf"], "no.such.person@cast.example"):
        client = app.test_client()
        sent = client.post("/sign-in", data={"email": address, "password": "not the password"})
        forgot = app.test_client().post("/password/forgotten", data={"email": address})
        answers.append(
            (sent.status_code, told(sent.text, address), forgot.status_code, told(forgot.text, address))
        )
    assert answers[0] == answers[1]


def told(page: str, address: str) -> str:
    """A page without the address that was typed, figures and the keys of its forms."""
    return re.sub(r'value="[^"]*"|\d+', "", page.replace(address, ""))


@pytest.mark.parametrize(
    "address", ["a@b.example\r\nBcc: evil@x.example", "a@b.example, evil@x.example", "a@b.example\0", "<a@b>"]
)
def test_an_address_cannot_smuggle_another_receiver_into_a_mail(
    session: Session, cast: Cast, client_for: Callable[[str], FlaskClient], address: str
) -> None:
    place = f"/i/mac/people/{cast.delegations['MWUF']}/invite"
    sent = {"email": address, "name": "New\r\nBcc: evil@x.example", "role": "adviser"}
    before = entries(session)
    assert client_for("head_mwuf").post(place, data=sent).status_code == 422
    assert entries(session) == before
