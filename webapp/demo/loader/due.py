"""What comes due by itself between the acts of people: the same calls that the workers make at their time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from webapp.base.access.actor import SYSTEM, Actor
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries as decision_queries
from webapp.features.decisions import service as decisions
from webapp.features.decisions.models import Decision, DecisionReminder
from webapp.features.review import queries as review_queries
from webapp.features.review import service as review
from webapp.features.review.models import Reminder, Round

Due = Callable[[Session, dt.datetime], list[str]]
ByItself = Callable[[Work, Actor, str], None]

BY_ITSELF: tuple[tuple[Due, ByItself], ...] = (
    (review_queries.due_to_open, review.open_round),
    (review_queries.due_reminders, review.remind),
    (review_queries.due_to_close, review.close_round),
    (decision_queries.due_reminders, decisions.remind),
    (decision_queries.due_to_close, decisions.close_decision),
)


def next_due(session: Session) -> dt.datetime | None:
    """The nearest moment at which something is due by itself."""
    moments = union_all(
        select(Round.opens_at.label("at")).where(Round.state == "planned"),
        select(Round.closes_at).where(Round.state == "open"),
        select(Reminder.due_at).where(Reminder.done_at.is_(None)),
        select(Decision.closes_at).where(Decision.state == "open"),
        select(DecisionReminder.due_at).where(DecisionReminder.done_at.is_(None)),
    ).subquery()
    nearest: dt.datetime | None = session.scalar(select(func.min(moments.c.at)))
    return nearest


def do_what_is_due(work: Work) -> None:
    """Do everything that is due at this moment, one after the other."""
    for due, act in BY_ITSELF:
        for identifier in due(work.session, work.now()):
            act(work, SYSTEM, identifier)
