"""Decisions at their time."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Callable
from types import ModuleType

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.decisions.stage import Stage, make_stage
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import queries
from webapp.features.decisions.models import Decision
from webapp.features.decisions.rules.transitions import DecisionKind

MoveClock = Callable[[dt.timedelta | dt.datetime], None]


@pytest.fixture
def tasks(
    app: Flask, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    """The tasks; the Celery application makes its own settings when it is first imported."""
    monkeypatch.setenv("INSTANCE_DIR", str(tmp_path_factory.mktemp("worker")))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return importlib.import_module("workers.decisions")


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """The cast with an issued text of two principles."""
    return make_stage(cast)


def _count(session: Session, event: str) -> int:
    session.rollback()
    return session.scalar(select(func.count()).where(JournalBody.action == event)) or 0


def test_every_due_decision_closes_once_however_often_the_worker_looks(
    stage: Stage, session: Session, tasks: ModuleType, moved_clock: MoveClock
) -> None:
    first = stage.open(stage.proposal(provision="1.1", hours=10))
    second = stage.open(stage.proposal(provision="1.2", hours=20))
    later = stage.open(stage.proposal(element=None, hours=50))
    moved_clock(dt.timedelta(hours=21))
    for _ in range(2):
        tasks.close_due.run()
    assert [stage.decision(one).state for one in (first, second, later)] == ["closed", "closed", "open"]
    assert _count(session, "decisions.closed") == 2


def test_a_decision_that_cannot_be_counted_stops_no_other(
    stage: Stage, session: Session, tasks: ModuleType, moved_clock: MoveClock
) -> None:
    broken = stage.open(stage.proposal(provision="1.1", hours=10))
    whole = stage.open(stage.proposal(provision="1.2", hours=20))
    with unit_of_work() as work:
        row = work.session.get(Decision, broken)
        assert row is not None
        row.rule = {"pass": {"count": ["nothing"], "at_least": 1}}
    moved_clock(dt.timedelta(hours=21))
    with pytest.raises(ExceptionGroup):
        tasks.close_due.run()
    assert stage.decision(broken).state == "open"
    assert stage.decision(whole).state == "closed"


def test_a_silence_deadline_moves_once_when_nobody_was_reached(
    stage: Stage, session: Session, tasks: ModuleType, moved_clock: MoveClock
) -> None:
    decision_id = stage.open(stage.proposal(DecisionKind.SILENCE, hours=73))
    moved_clock(dt.timedelta(hours=74))
    for _ in range(2):
        tasks.close_due.run()
    assert stage.decision(decision_id).moved_times == 1
    assert _count(session, "decisions.deadline_moved") == 1


def test_due_reminders_are_settled(
    stage: Stage, session: Session, tasks: ModuleType, moved_clock: MoveClock
) -> None:
    stage.open(stage.proposal(hours=100))
    moved_clock(dt.timedelta(hours=51))
    for _ in range(2):
        tasks.remind_due.run()
    assert _count(session, "decisions.reminder_due") == 1
    assert queries.due_reminders(session, stage.now()) == []


def test_of_several_steps_that_are_due_after_a_standstill_only_the_last_is_told(
    stage: Stage, session: Session, tasks: ModuleType, moved_clock: MoveClock
) -> None:
    stage.open(stage.proposal(hours=100))
    moved_clock(dt.timedelta(hours=98, minutes=30))
    tasks.remind_due.run()
    assert _count(session, "decisions.reminder_due") == 1


def test_reminders_of_a_deadline_that_moved_are_told_to_nobody(
    stage: Stage, session: Session, tasks: ModuleType, moved_clock: MoveClock
) -> None:
    decision_id = stage.open(stage.proposal(DecisionKind.SILENCE, hours=73))
    stage.extend(decision_id, stage.decision(decision_id).closes_at + dt.timedelta(hours=400), "A strike.")
    moved_clock(dt.timedelta(hours=71, minutes=30))
    tasks.remind_due.run()
    assert _count(session, "decisions.reminder_due") == 0
