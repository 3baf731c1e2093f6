"""Two at the same moment: the row’s lock decides, and nothing happens twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.features.decisions.stage import Stage
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.journal import JournalBody
from webapp.features.decisions import queries

MoveClock = Callable[[dt.timedelta | dt.datetime], None]


def _at_once(app: Flask, *acts: Callable[[], object]) -> list[object]:
    """Start the acts together, each in a context of its own; gives what each returned or was refused with."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        with app.app_context():
            barrier.wait(timeout=10)
            try:
                return act()
            except Refused as refused:
                return refused.code

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def _count(session: Session, event: str) -> int:
    session.rollback()
    return session.scalar(select(func.count()).where(JournalBody.action == event)) or 0


def test_two_workers_close_a_decision_once(
    app: Flask, stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    moved_clock(stage.decision(decision_id).closes_at + dt.timedelta(seconds=1))
    session.rollback()
    _at_once(app, *[lambda: stage.close(decision_id)] * 4)
    assert _count(session, "decisions.closed") == 1


def test_two_workers_move_a_deadline_once(
    app: Flask, stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    moved_clock(stage.decision(decision_id).closes_at + dt.timedelta(seconds=1))
    session.rollback()
    _at_once(app, *[lambda: stage.close(decision_id)] * 4)
    assert _count(session, "decisions.deadline_moved") == 1


def test_head_and_alternate_at_once_leave_two_positions_of_which_the_later_counts(
    app: Flask, stage: Stage, session: Session
) -> None:
    decision_id = stage.open()
    session.rollback()
    _at_once(
        app,
        lambda: stage.take(decision_id, "head_mwuf", "agree"),
        lambda: stage.take(decision_id, "alternate_mwuf", "abstain"),
    )
    session.rollback()
    assert sorted(row.sequence for row in queries.positions(session, decision_id)) == [1, 2]


def test_two_members_who_break_silence_at_once_end_it_once(
    app: Flask, stage: Stage, session: Session
) -> None:
    decision_id = stage.place()
    session.rollback()
    concerns = (stage.provisions["1.1"],)
    found = _at_once(
        app,
        lambda: stage.take(decision_id, "head_mwuf", "object", "Ours.", concerns=concerns),
        lambda: stage.take(decision_id, "head_empl", "object", "Theirs.", concerns=concerns),
    )
    assert found.count("decisions.closed") == 1
    assert _count(session, "decisions.silence_broken") == 1


def test_of_two_decisions_on_the_same_words_one_opens(app: Flask, stage: Stage, session: Session) -> None:
    first, second = stage.propose(stage.proposal()), stage.propose(stage.proposal(provision="1.1"))
    session.rollback()
    found = _at_once(app, lambda: stage.confirm(first), lambda: stage.confirm(second))
    assert found.count("decisions.under_decision") == 1
