"""What racers do: each a function of identifiers, called within an application of its own."""

from __future__ import annotations

import datetime as dt
import time

from sqlalchemy.orm import Session

from webapp.base.access.actor import SYSTEM
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import service as decisions
from webapp.features.decisions.models import Decision
from webapp.features.decisions.rules.answers import Answer
from webapp.features.participants import queries as participants


def take_position(decision_id: str, person_id: str, option: str) -> str:
    """A head or alternate takes the delegation's position; returns the option that was confirmed."""
    actor = participants.actor_of(db.session(), person_id)
    db.session.remove()
    with unit_of_work() as work:
        decisions.take_position(work, actor, decision_id, Answer(option))
    return option


def close(decision_id: str) -> str:
    """A worker closes the decision at its deadline."""
    with unit_of_work() as work:
        decisions.close_decision(work, SYSTEM, decision_id)
    return "closed"


def take_position_about(decision_id: str, person_id: str, option: str, milliseconds: int) -> str:
    """Take the position so many milliseconds after the deadline, or before it where negative."""
    _wait_until_deadline(decision_id, dt.timedelta(milliseconds=milliseconds))
    return take_position(decision_id, person_id, option)


def close_when_due(decision_id: str) -> str:
    """Ask to close from the deadline on, until it is closed."""
    _wait_until_deadline(decision_id, dt.timedelta())
    for _ in range(100):
        close(decision_id)
        with Session(db.engine) as session:
            if session.get_one(Decision, decision_id).state == "closed":
                return "closed"
        time.sleep(0.01)
    raise TimeoutError("the decision did not close")


def _wait_until_deadline(decision_id: str, after: dt.timedelta) -> None:
    with Session(db.engine) as session:
        left = session.get_one(Decision, decision_id).closes_at + after - clock.now(session)
    time.sleep(max(left.total_seconds(), 0))
