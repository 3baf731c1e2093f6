"""Two who act at the same moment, in two processes: closed once, and the outcome equals the counting positions."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config import Settings
from tests.factories.cast import Cast
from tests.faults import acts
from tests.faults.racers import Racers, racers
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import service as decisions
from webapp.features.decisions.models import Decision, Position
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.record import read_record
from webapp.features.decisions.rules.transitions import DecisionKind, SubjectKind

TIMES = 20
DAY = dt.timedelta(days=1)
Move = Callable[[dt.timedelta | dt.datetime], None]


@pytest.fixture
def starting_line(app: Flask, settings: Settings) -> Iterator[Racers]:
    """Two racers on the database under test."""
    environ = {
        "CONCORD_MODE": "demo",
        "DATABASE_URL": settings.database_url,
        "SECRET_KEY": settings.secret_key,
        "INSTANCE_DIR": str(settings.instance_dir),
    }
    with racers(environ) as made:
        yield made


def open_call(cast: Cast, number: int) -> str:
    """An open call on a procedural question, which closes in a day."""
    with unit_of_work() as work:
        proposal = Proposal(
            kind=DecisionKind.CALL,
            subject_kind=SubjectKind.QUESTION,
            subject_id=None,
            question=f"Question {number}: shall we meet in Manila?",
            rule_key="consensus",
            closes_at=work.now() + DAY,
        )
        row = decisions.propose(work, cast.actor("chair_phl", work.session), cast.initiative_id, proposal)
    with unit_of_work() as work:
        decisions.confirm(work, cast.actor("chair_usa", work.session), row.id)
    return row.id


def closings(session: Session, decision_id: str) -> int:
    statement = select(func.count()).where(
        JournalBody.action == "decisions.closed", JournalBody.object_id == decision_id
    )
    return session.scalar(statement) or 0


def counted(decision: Decision) -> dict[str, str]:
    """The counting position of each delegation in the published record."""
    assert decision.record is not None
    return {one["delegation"]: one["option"] for one in json.loads(decision.record)["positions"]}


def test_of_two_positions_at_once_both_stand_and_the_later_counts(
    session: Session, cast: Cast, starting_line: Racers
) -> None:
    decision_id = open_call(cast, 0)
    for _ in range(TIMES):
        ran = starting_line.run(
            (acts.take_position, (decision_id, cast.people["head_mwuf"], "agree")),
            (acts.take_position, (decision_id, cast.people["alternate_mwuf"], "abstain")),
        )
        assert {one.result for one in ran} == {"agree", "abstain"}
    session.rollback()
    sequences = list(session.scalars(select(Position.sequence).order_by(Position.sequence)))
    assert sequences == list(range(1, 2 * TIMES + 1))


def test_two_workers_close_it_once(
    session: Session, cast: Cast, starting_line: Racers, moved_clock: Move
) -> None:
    for number in range(TIMES):
        moved_clock(dt.timedelta())
        decision_id = open_call(cast, number)
        moved_clock(DAY + dt.timedelta(minutes=1))
        starting_line.run((acts.close, (decision_id,)), (acts.close, (decision_id,)))
        session.rollback()
        assert closings(session, decision_id) == 1
        assert session.get_one(Decision, decision_id).state == "closed"


def test_a_position_against_the_closing_is_wholly_in_or_wholly_out(
    session: Session, cast: Cast, starting_line: Racers, moved_clock: Move
) -> None:
    for number in range(TIMES):
        moved_clock(dt.timedelta())
        decision_id = open_call(cast, number)
        moved_clock(DAY - dt.timedelta(seconds=1))
        # Around the deadline, from 20 ms before it to 18 ms after, so that some come in time and some do not.
        milliseconds = 2 * number - TIMES
        position, _ = starting_line.run(
            (acts.take_position_about, (decision_id, cast.people["head_mwuf"], "agree", milliseconds)),
            (acts.close_when_due, (decision_id,)),
        )
        session.rollback()
        row = session.get_one(Decision, decision_id)
        assert row.state == "closed"
        assert closings(session, decision_id) == 1
        assert position.error in (None, "decisions.closed", "decisions.deadline_passed"), position
        stored = session.scalar(select(func.count()).where(Position.decision_id == decision_id))
        assert stored == (1 if position.error is None else 0)
        assert ("MWUF" in counted(row)) == (position.error is None)
        assert row.record is not None
        assert to_json(evaluate(read_record(row.record.encode()))).decode() == row.outcome
