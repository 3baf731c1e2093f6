from __future__ import annotations

import datetime as dt
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from webapp.base.kernel import clock
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.reconcile import figures, findings

HOUR = dt.timedelta(hours=1)


def deliver(session: Session, sequence: int, **change: Any) -> None:
    now = clock.now(session)
    values: dict[str, Any] = {
        "chain": "site",
        "sequence": sequence,
        "notice": "people.reset_requested",
        "recipient": "ada@site.example",
        "channel": "mail",
        "state": "waiting",
        "created_at": now,
        "due_at": now,
        "give_up_at": now + HOUR,
    }
    with unit_of_work() as work:
        work.session.add(Delivery(**{**values, **change}))


def found(session: Session) -> list[str]:
    session.rollback()
    return findings(session, clock.now(session))


def test_mails_that_are_on_their_way_are_no_finding(app: Flask, session: Session) -> None:
    deliver(session, 1)
    deliver(session, 2, state="sent")
    deliver(session, 3, state="suppressed")
    assert found(session) == []
    assert figures(session)[0] == "deliveries: sent 1, suppressed 1, waiting 1"


def test_mails_that_failed_or_wait_beyond_their_time_are_told(app: Flask, session: Session) -> None:
    deliver(session, 1, state="failed")
    deliver(session, 2, give_up_at=clock.now(session) - HOUR)
    deliver(session, 3, channel="inbox", state="failed")
    assert found(session) == ["1 mails wait though their time is over", "1 mails failed"]


def test_an_event_that_was_told_to_nobody_is_counted(app: Flask, session: Session) -> None:
    now = clock.now(session)
    with unit_of_work() as work:
        for sequence, event in ((1, "people.reset_requested"), (2, "people.reset_requested"), (3, "other")):
            work.session.add(
                OutboxRow(
                    chain="site",
                    sequence=sequence,
                    event=event,
                    reaction="notify",
                    state=OutboxState.DONE.value,
                    created_at=now,
                    due_at=now,
                )
            )
    deliver(session, 1)
    session.rollback()
    assert figures(session)[1] == "events told to nobody: 1"
