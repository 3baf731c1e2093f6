"""Rounds open, remind and close by themselves, however often the tasks run."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import DAY, Move, TextUnderReview, closing, make_text, plan
from webapp.base.kernel.db import db
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review.models import Reminder, Round


@pytest.fixture
def tasks(
    app: Flask, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    """The tasks; the Celery application makes its own settings when it is first imported."""
    monkeypatch.setenv("INSTANCE_DIR", str(tmp_path_factory.mktemp("worker")))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return importlib.import_module("workers.review")


@pytest.fixture
def text(cast: Cast) -> TextUnderReview:
    return make_text(cast)


def states() -> list[str]:
    with Session(db.engine) as session:
        return list(session.scalars(select(Round.state).order_by(Round.number)))


def told(action: str) -> int:
    with Session(db.engine) as session:
        return len(session.scalars(select(JournalBody).where(JournalBody.action == action)).all())


def test_a_round_runs_from_planned_to_closed_without_anybody(
    cast: Cast, text: TextUnderReview, tasks: ModuleType, moved_clock: Move
) -> None:
    round_id = plan(cast, text)
    tasks.open_due.run()
    assert states() == ["planned"]
    moved_clock(DAY)
    for _ in range(2):
        tasks.open_due.run()
    assert (states(), told("review.round_opened")) == (["open"], 1)
    moved_clock(7 * DAY)
    for _ in range(2):
        tasks.remind_due.run()
    assert told("review.reminder_due") == 1
    tasks.close_due.run()
    assert states() == ["open"]
    moved_clock(closing(cast, round_id))
    for _ in range(2):
        tasks.close_due.run()
    assert (states(), told("review.round_closed")) == (["closed"], 1)


def test_a_round_that_was_slept_through_opens_and_closes(
    cast: Cast, text: TextUnderReview, tasks: ModuleType, moved_clock: Move
) -> None:
    plan(cast, text)
    moved_clock(60 * DAY)
    tasks.open_due.run()
    tasks.close_due.run()
    tasks.remind_due.run()
    assert (states(), told("review.reminder_due")) == (["closed"], 0)


def test_a_round_that_fails_holds_back_no_other(
    cast: Cast, text: TextUnderReview, tasks: ModuleType, moved_clock: Move
) -> None:
    plan(cast, text)
    plan(cast, make_text(cast, "MAC/VP/2026/2"), opens_in=2 * DAY)
    moved_clock(3 * DAY)
    with unit_of_work() as work:
        first = work.session.scalars(select(Round).order_by(Round.number)).first()
        assert first is not None
        # Its reminder stands there already, so that opening breaks the unique key of round and step.
        work.session.add(Reminder(round_id=first.id, step="day_before", due_at=first.closes_at))
    with pytest.raises(ExceptionGroup):
        tasks.open_due.run()
    assert states() == ["planned", "open"]
