"""Handing mails to a real mail server: what it says decides what becomes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest
from sqlalchemy import select, update

from config import Settings
from deploy.part import free_port
from tests.outlets.notifications.happenings import (
    DAY,
    INVITED,
    Stage,
    deliveries,
    events,
    handed_in,
    happen,
    opened,
    react,
    silence_placed,
)
from tests.support.smtp_sink import SmtpSink
from webapp.base.kernel.db import db
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions.models import Notice
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.events import Invited
from webapp.features.participants.models import Invitation, SeatRow
from webapp.features.people.models import Person
from webapp.features.review.models import Contribution
from webapp.outlets.notifications import dispatch, service
from webapp.outlets.notifications.channels.mail import read_smtp_url
from webapp.outlets.notifications.models import Delivery

Move = Callable[[dt.timedelta | dt.datetime], None]
MINUTE = dt.timedelta(minutes=1)


def states(channel: str = "mail") -> dict[str, str]:
    return {row.recipient: row.state for row in deliveries(channel=channel)}


def of(stage: Stage, name: str) -> Delivery:
    person_id = stage.cast.people[name]
    return next(row for row in deliveries(channel="mail") if row.person_id == person_id)


def receipts(stage: Stage) -> None:
    """Two mails wait: to the head and the alternate of the migrant workers' union."""
    happen(stage, handed_in(stage))
    react()


def by_receiver(sink: SmtpSink) -> dict[str, EmailMessage]:
    return {mail.recipients[0]: mail.message() for mail in sink.accepted}


def body(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_a_mail_has_both_forms_and_the_headers_that_say_what_it_is(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    receipts(stage)
    assert dispatch.send_due(mailing) == 2
    message = by_receiver(sink)["head.mwuf@cast.example"]
    assert message["Subject"] == "Receipt: version 1 of your contribution to round 2"
    assert message["To"].addresses[0].display_name == "Ines Okafor"
    assert message["From"] == "Concord <concord@concord.example>"
    assert message["Message-ID"] == f"<{of(stage, 'head_mwuf').id}@concord.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"
    assert message["List-Id"] == "<mac.concord.example>"
    assert message["In-Reply-To"] == message["References"] == f"<{stage.round_id}.thread@concord.example>"
    assert message["Date"].datetime.tzinfo is not None
    assert "https://concord.example/of/i/mac/rounds/" in body(message)
    assert "Second &lt;reading&gt;" in body(message, "html")
    assert set(states().values()) == {"sent"}


def test_nothing_is_sent_twice(stage: Stage, mailing: Settings, sink: SmtpSink) -> None:
    receipts(stage)
    dispatch.send_due(mailing)
    dispatch.send_due(mailing)
    react()
    dispatch.send_due(mailing)
    assert len(sink.accepted) == 2


def test_every_kind_of_notice_goes_out(stage: Stage, mailing: Settings, sink: SmtpSink) -> None:
    for event in events(stage):
        happen(stage, event)
    react()
    dispatch.send_due(mailing)
    rows = deliveries(channel="mail")
    assert {row.state for row in rows} == {"sent"}
    assert len(sink.accepted) == len(rows)
    assert INVITED in by_receiver(sink)


def test_without_a_mail_server_everything_waits(stage: Stage, settings: Settings) -> None:
    receipts(stage)
    assert dispatch.send_due(replace(settings, smtp_url=None)) == 0
    assert set(states().values()) == {"waiting"}


def test_whose_seat_ended_between_queue_and_send_gets_no_mail(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    happen(stage, opened(stage))
    react()
    with unit_of_work() as work:
        of_person = SeatRow.person_id == stage.cast.people["adviser_mwuf"]
        work.session.execute(update(SeatRow).where(of_person).values(ended_at=work.now()))
    dispatch.send_due(mailing)
    row = of(stage, "adviser_mwuf")
    assert (row.state, row.reason) == ("suppressed", "no longer among those who are told")
    assert "adviser.mwuf@cast.example" not in by_receiver(sink)
    assert of(stage, "head_mwuf").state == "sent"


def test_who_stopped_speaking_for_the_delegation_gets_no_receipt(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    receipts(stage)
    with unit_of_work() as work:
        of_person = SeatRow.person_id == stage.cast.people["alternate_mwuf"]
        work.session.execute(update(SeatRow).where(of_person).values(role="adviser"))
    dispatch.send_due(mailing)
    assert of(stage, "alternate_mwuf").state == "suppressed"
    assert list(by_receiver(sink)) == ["head.mwuf@cast.example"]


def test_a_reminder_stops_once_the_delegation_has_acted(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    happen(stage, next(event for event in events(stage) if event.name == "review.reminder_due"))
    react()
    with unit_of_work() as work:
        work.session.execute(update(Contribution).values(handed_in_at=work.now()))
    dispatch.send_due(mailing)
    assert of(stage, "head_mwuf").state == "suppressed"
    assert of(stage, "head_empl").state == "sent"


def test_not_now_is_tried_again_later_and_given_up_after_three_days(
    stage: Stage, mailing: Settings, sink: SmtpSink, moved_clock: Move
) -> None:
    sink.refusals["head.mwuf@cast.example"] = "451 try later"
    receipts(stage)
    dispatch.send_due(mailing)
    row = of(stage, "head_mwuf")
    assert (row.state, row.reason) == ("waiting", "451 try later")
    assert of(stage, "alternate_mwuf").state == "sent"
    dispatch.send_due(mailing)
    assert of(stage, "head_mwuf").attempts == 1
    moved_clock(MINUTE + dt.timedelta(seconds=5))
    dispatch.send_due(mailing)
    assert of(stage, "head_mwuf").attempts == 2
    moved_clock(3 * DAY + MINUTE)
    dispatch.send_due(mailing)
    row = of(stage, "head_mwuf")
    assert (row.state, row.reason) == ("failed", "451 try later")


def test_a_mail_that_was_greylisted_arrives_in_the_end(
    stage: Stage, mailing: Settings, sink: SmtpSink, moved_clock: Move
) -> None:
    sink.answer_to_data = "451 greylisted"
    receipts(stage)
    dispatch.send_due(mailing)
    assert set(states().values()) == {"waiting"}
    sink.answer_to_data = None
    moved_clock(2 * MINUTE)
    dispatch.send_due(mailing)
    assert set(states().values()) == {"sent"}
    assert len(sink.accepted) == 2


def test_no_is_final_and_keeps_the_servers_words(stage: Stage, mailing: Settings, sink: SmtpSink) -> None:
    sink.refusals["head.mwuf@cast.example"] = "550 no such mailbox"
    receipts(stage)
    dispatch.send_due(mailing)
    row = of(stage, "head_mwuf")
    assert (row.state, row.reason) == ("failed", "550 no such mailbox")
    inbox = [one for one in deliveries(channel="inbox") if one.person_id == row.person_id]
    assert [one.state for one in inbox] == ["sent"]


def test_a_server_that_is_away_is_asked_once_a_minute_and_loses_nothing(
    stage: Stage, mailing: Settings, sink: SmtpSink, moved_clock: Move
) -> None:
    happen(stage, opened(stage))
    react()
    away = replace(mailing, smtp_url=f"smtp://127.0.0.1:{free_port()}")
    dispatch.send_due(away)
    rows = deliveries(channel="mail")
    assert {row.state for row in rows} == {"waiting"}
    assert all(row.due_at > stage.now + dt.timedelta(seconds=50) for row in rows)
    assert dispatch.send_due(away) == 0
    moved_clock(2 * MINUTE)
    dispatch.send_due(mailing)
    assert set(states().values()) == {"sent"}
    assert len(sink.accepted) == len(rows)


def test_many_mails_do_not_each_knock_at_a_server_that_is_away(
    stage: Stage, mailing: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "BATCH", 2)
    happen(stage, opened(stage))
    react()
    assert dispatch.send_due(replace(mailing, smtp_url=f"smtp://127.0.0.1:{free_port()}")) == 2
    assert all(row.due_at > stage.now + dt.timedelta(seconds=50) for row in deliveries(channel="mail"))


def test_more_than_a_batch_goes_in_one_run(
    stage: Stage, mailing: Settings, sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "BATCH", 3)
    happen(stage, opened(stage))
    react()
    dispatch.send_due(mailing)
    assert set(states().values()) == {"sent"}


def test_who_is_killed_between_sending_and_settling_repeats_under_the_same_identifier(
    stage: Stage, mailing: Settings, sink: SmtpSink, moved_clock: Move
) -> None:
    receipts(stage)
    with unit_of_work() as work:
        claims = service.claim(work, 50)
    assert mailing.smtp_url is not None
    dispatch.send(mailing, read_smtp_url(mailing.smtp_url), claims, until=float("inf"))
    assert set(states().values()) == {"claimed"}
    assert dispatch.send_due(mailing) == 0
    moved_clock(2 * MINUTE)
    dispatch.send_due(mailing)
    identifiers = [str(mail.message()["Message-ID"]) for mail in sink.accepted]
    assert len(identifiers) == 4
    assert len(set(identifiers)) == 2
    assert set(states().values()) == {"sent"}


def test_a_claim_that_was_returned_can_no_longer_be_settled(stage: Stage, moved_clock: Move) -> None:
    receipts(stage)
    with unit_of_work() as work:
        early = service.claim(work, 50)
    moved_clock(2 * MINUTE)
    with unit_of_work() as work:
        service.return_stale(work)
        late = service.claim(work, 50)
    with unit_of_work() as work:
        service.settle(work, [service.Outcome(one, service.Result.REFUSED, "550") for one in early])
    assert set(states().values()) == {"claimed"}
    with unit_of_work() as work:
        service.settle(work, [service.Outcome(one, service.Result.ACCEPTED) for one in late])
    assert set(states().values()) == {"sent"}


def test_a_mail_is_claimed_by_one_worker_alone(stage: Stage) -> None:
    receipts(stage)
    with unit_of_work() as work:
        first = service.claim(work, 50)
    with unit_of_work() as work:
        assert service.claim(work, 50) == []
    assert len(first) == 2


def test_what_the_server_says_to_a_notice_of_silence_stands_in_the_proof(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    sink.refusals["alternate.mwuf@cast.example"] = "550 gone"
    with unit_of_work() as work:
        for name in ("head_mwuf", "alternate_mwuf"):
            work.session.add(
                Notice(
                    decision_id=stage.silence_id,
                    delegation_id=stage.cast.delegations["MWUF"],
                    person_id=stage.cast.people[name],
                    told_at=work.now(),
                )
            )
    happen(stage, silence_placed(stage))
    react()
    dispatch.send_due(mailing)
    proof = {row.person_id: row for row in db.session().scalars(select(Notice))}
    assert proof[stage.cast.people["head_mwuf"]].accepted_at is not None
    assert proof[stage.cast.people["alternate_mwuf"]].refusal == "550 gone"


def test_names_and_titles_cannot_begin_a_header(stage: Stage, mailing: Settings, sink: SmtpSink) -> None:
    evil = 'Eve\r\nBcc: spy@elsewhere.example\r\n\r\n<b>"x"'
    with unit_of_work() as work:
        of_head = Person.id == stage.cast.people["head_mwuf"]
        work.session.execute(update(Person).where(of_head).values(name=evil))
        work.session.execute(update(Initiative).values(title=evil))
    for event in events(stage):
        happen(stage, event)
    react()
    dispatch.send_due(mailing)
    assert {row.state for row in deliveries(channel="mail")} == {"sent"}
    for mail in sink.accepted:
        message = mail.message()
        assert message["Bcc"] is None
        assert mail.recipients != ("spy@elsewhere.example",)
        assert len(message["To"].addresses) == 1
        assert '<b>"x"' not in body(message, "html")


def test_an_address_in_another_script_reaches_a_server_that_takes_it(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    with unit_of_work() as work:
        of_head = Person.id == stage.cast.people["head_mwuf"]
        work.session.execute(update(Person).where(of_head).values(email="inés@unión.example"))
    receipts(stage)
    dispatch.send_due(mailing)
    row = of(stage, "head_mwuf")
    assert row.state == "sent", row.reason


def test_what_was_erased_is_not_sent(stage: Stage, mailing: Settings, sink: SmtpSink) -> None:
    receipts(stage)
    with unit_of_work() as work:
        work.session.execute(update(JournalBody).values(body=None, salt=None))
    dispatch.send_due(mailing)
    assert set(states().values()) == {"suppressed"}
    assert sink.accepted == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", ("mail.example", 25, None, None, False, False)),
        (
            "smtp://us%40er:p%3Aw@mail.example:587?starttls=1",
            ("mail.example", 587, "us@er", "p:w", False, True),
        ),
        ("smtps://mail.example", ("mail.example", 465, None, None, True, False)),
    ],
)
def test_the_address_of_the_mail_server_is_read(url: str, expected: tuple[object, ...]) -> None:
    server = read_smtp_url(url)
    assert (
        server.host, server.port, server.user, server.password, server.tls, server.starttls,
    ) == expected  # fmt: skip


def test_an_address_that_is_no_mail_servers_is_refused() -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        read_smtp_url("http://mail.example")


def test_who_is_invited_is_written_to_in_the_language_of_who_invites(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    with unit_of_work() as work:
        invitation = work.session.get_one(Invitation, stage.invitation_id)
        invitation.invited_by = stage.cast.people["head_mwuf"]
        work.session.get_one(Person, invitation.invited_by).locale = "fr"
    happen(stage, next(event for event in events(stage) if isinstance(event, Invited)))
    react()
    dispatch.send_due(mailing)
    mail = by_receiver(sink)[INVITED]
    assert mail["Subject"].startswith("Vous êtes invité(e) à participer")
