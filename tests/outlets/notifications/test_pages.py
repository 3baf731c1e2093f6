"""The inbox, who is told what, and what could not be delivered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from config import Settings
from tests.base.web.markup import faults
from tests.outlets.notifications.happenings import (
    Stage,
    deliveries,
    events,
    handed_in,
    happen,
    opened,
    react,
)
from tests.support.smtp_sink import SmtpSink
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.participants.models import SeatRow
from webapp.outlets.notifications import dispatch
from webapp.outlets.notifications import routes as notifications

ClientFor = Callable[[str], FlaskClient]


def notice_to(stage: Stage, name: str) -> str:
    person_id = stage.cast.people[name]
    return next(row.id for row in deliveries(channel="inbox") if row.person_id == person_id)


def words(page: str) -> str:
    return " ".join(page.split())


def test_an_empty_inbox_says_what_will_come(stage: Stage, client_for: ClientFor) -> None:
    page = client_for("head_mwuf").get("/inbox")
    assert page.status_code == 200
    assert "No notices yet" in page.text
    assert faults(page.text) == []


def test_every_kind_of_notice_stands_in_the_inbox(stage: Stage, client_for: ClientFor) -> None:
    for event in events(stage):
        happen(stage, event)
    react()
    for name in ("head_mwuf", "chair_usa", "officer_free", "delegate_mwuf"):
        page = client_for(name).get("/inbox")
        assert page.status_code == 200
        assert faults(page.text) == []
        assert "Second <reading>" not in page.text


def test_opening_a_notice_marks_it_as_read_and_leads_to_what_it_is_about(
    stage: Stage, client_for: ClientFor
) -> None:
    happen(stage, opened(stage))
    react()
    client = client_for("head_mwuf")
    assert "One notice is unread." in words(client.get("/inbox").text)
    answer = client.get(f"/inbox/{notice_to(stage, 'head_mwuf')}")
    assert answer.status_code == 303
    assert answer.location == f"/i/mac/rounds/{stage.round_id}/contribution"
    assert "Nothing is unread." in words(client.get("/inbox").text)


def test_all_notices_are_marked_as_read_at_once(stage: Stage, client_for: ClientFor) -> None:
    for event in events(stage):
        happen(stage, event)
    react()
    client = client_for("head_mwuf")
    assert client.post("/inbox/read", data={"idempotency_key": "k"}).status_code == 303
    assert "Nothing is unread." in words(client.get("/inbox").text)
    assert "Nothing is unread." not in words(client_for("head_usa").get("/inbox").text)


def test_the_inbox_has_pages(stage: Stage, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notifications, "PAGE_SIZE", 2)
    for _ in range(3):
        happen(stage, opened(stage))
    react()
    client = client_for("head_mwuf")
    first, second = client.get("/inbox").text, client.get("/inbox?page=2").text
    assert "Older notices" in first
    assert "Newer notices" not in first
    assert "Newer notices" in second
    assert "Older notices" not in second
    assert "There are no older notices" in client.get("/inbox?page=9").text


def test_nobody_opens_anothers_notice(stage: Stage, client_for: ClientFor) -> None:
    happen(stage, handed_in(stage))
    react()
    identifier = notice_to(stage, "head_mwuf")
    for name in ("head_usa", "officer_free", "outsider", "administrator"):
        assert client_for(name).get(f"/inbox/{identifier}").status_code == 404
    assert client_for("head_mwuf").get(f"/inbox/{identifier}").status_code == 303


def test_whose_seat_ended_no_longer_reads_the_notices(stage: Stage, client_for: ClientFor) -> None:
    happen(stage, handed_in(stage))
    react()
    identifier = notice_to(stage, "head_mwuf")
    with unit_of_work() as work:
        of_person = SeatRow.person_id == stage.cast.people["head_mwuf"]
        work.session.execute(update(SeatRow).where(of_person).values(ended_at=work.now()))
    client = client_for("head_mwuf")
    page = client.get("/inbox").text
    assert "Receipt" not in page
    assert "Nothing is unread." in words(page)
    assert client.get(f"/inbox/{identifier}").status_code == 404


def test_a_visitor_is_led_to_sign_in(stage: Stage, client_for: ClientFor) -> None:
    client = client_for("head_mwuf")
    client.delete_cookie("concord")
    for path in ("/inbox", "/who-is-told-what"):
        assert "/sign-in" in client.get(path).location


def test_the_catalogue_is_printed(stage: Stage, client_for: ClientFor) -> None:
    page = client_for("head_mwuf").get("/who-is-told-what")
    assert page.status_code == 200
    assert "heads and alternates of every member delegation" in page.text
    assert faults(page.text) == []


def test_the_secretariat_sees_what_could_not_be_delivered_and_sends_it_again(
    stage: Stage, client_for: ClientFor, mailing: Settings, sink: SmtpSink
) -> None:
    sink.refusals["head.mwuf@cast.example"] = "550 <no> such mailbox"
    happen(stage, handed_in(stage))
    react()
    dispatch.send_due(mailing)
    client = client_for("officer_free")
    page = client.get("/i/mac/undelivered")
    assert page.status_code == 200
    assert "550 &lt;no&gt; such mailbox" in page.text
    assert faults(page.text) == []
    failed = next(row for row in deliveries(channel="mail") if row.state == "failed")
    answer = client.post(f"/i/mac/undelivered/{failed.id}/again", data={"idempotency_key": "k"})
    assert answer.status_code == 303
    assert "Every mail was delivered" in client.get("/i/mac/undelivered").text
    sink.refusals.clear()
    dispatch.send_due(mailing)
    assert {row.state for row in deliveries(channel="mail")} == {"sent"}


def test_nobody_but_the_secretariat_sees_what_could_not_be_delivered(
    stage: Stage, client_for: ClientFor
) -> None:
    for name in ("head_mwuf", "chair_usa", "outsider", "administrator"):
        client = client_for(name)
        assert client.get("/i/mac/undelivered").status_code == 404
        assert client.post("/i/mac/undelivered/x/again").status_code == 404
