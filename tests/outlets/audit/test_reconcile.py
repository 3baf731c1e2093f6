from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests.factories.cast import LONG_AGO, Cast
from tests.features.review.text import DAY, make_text, plan
from webapp import reactions
from webapp.base.kernel import clock, heartbeat
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions.models import Decision
from webapp.outlets.audit.reconcile import Report, reconcile

Move = Callable[[dt.timedelta | dt.datetime], None]


def report(session: Session) -> Report:
    session.rollback()
    return reconcile(session, clock.now(session), reactions.REACTIONS)


def decide(cast: Cast, closes_at: dt.datetime, *, awaits_chairs: bool = False) -> None:
    """A decision that is open until this moment."""
    with unit_of_work() as work:
        work.session.add(
            Decision(
                initiative_id=cast.initiative_id,
                number=1,
                kind="silence",
                state="open",
                subject_kind="question",
                question="Is the text agreed?",
                rule_key="silence",
                rule={},
                text_hash="0" * 64,
                closes_at=closes_at,
                proposed_by=cast.people["chair_phl"],
                proposed_at=LONG_AGO,
                awaits_chairs=awaits_chairs,
            )
        )


def test_a_round_that_nobody_opened_is_told_after_a_minute(
    session: Session, cast: Cast, moved_clock: Move
) -> None:
    plan(cast, make_text(cast))
    assert "rounds: planned 1" in report(session).lines
    assert report(session).findings == ()
    moved_clock(DAY * 2)
    assert "1 rounds should have opened more than a minute ago" in report(session).findings


@pytest.mark.parametrize("awaits_chairs", [False, True])
def test_a_decision_that_nobody_closed_is_told_unless_the_chairs_decide(
    session: Session, cast: Cast, awaits_chairs: bool
) -> None:
    decide(cast, clock.now(session) - dt.timedelta(minutes=2), awaits_chairs=awaits_chairs)
    expected = () if awaits_chairs else ("1 decisions should have closed more than a minute ago",)
    assert report(session).findings == expected


def test_a_decision_that_closes_this_minute_is_not_late(session: Session, cast: Cast) -> None:
    decide(cast, clock.now(session) - dt.timedelta(seconds=30))
    assert report(session).findings == ()


def test_the_oldest_due_row_is_told_with_its_age(session: Session, cast: Cast) -> None:
    now = clock.now(session)
    with unit_of_work() as work:
        for sequence, minutes in ((1, 10), (2, 5)):
            at = now - dt.timedelta(minutes=minutes)
            work.session.add(
                OutboxRow(
                    chain="site",
                    sequence=sequence,
                    event="people.reset_requested",
                    reaction="notify",
                    created_at=at,
                    due_at=at,
                )
            )
    told = report(session)
    (line,) = [line for line in told.lines if line.startswith("oldest due row")]
    assert 600 <= int(line.split()[-3]) < 630
    assert "2 reactions wait for more than two minutes" in told.findings
    assert "people.reset_requested: 0 reactions should exist, 2 do" in told.findings
    with unit_of_work() as work:
        work.session.execute(update(OutboxRow).values(state=OutboxState.DONE.value))
    assert "oldest due row: none" in report(session).lines


def test_the_last_beat_is_told(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        heartbeat.beat(work.session, "beat")
    assert "last beat: 0 s ago" in report(session).lines
