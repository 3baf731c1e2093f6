"""Rounds at their time: opening, closing, reminding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy.orm import Session

from webapp.base.access.actor import SYSTEM, Actor
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.features.review import queries, service
from workers.celery_app import celery
from workers.queues import CLOCK


@celery.task(name="workers.review.open_due", queue=CLOCK)
def open_due() -> None:
    """Open every planned round whose opening has come."""
    _each(queries.due_to_open, service.open_round)


@celery.task(name="workers.review.close_due", queue=CLOCK)
def close_due() -> None:
    """Close every open round whose end has come."""
    _each(queries.due_to_close, service.close_round)


@celery.task(name="workers.review.remind_due", queue=CLOCK)
def remind_due() -> None:
    """Settle every reminder whose moment has come."""
    _each(queries.due_reminders, service.remind)


def _each(due: Callable[[Session, dt.datetime], list[str]], act: Callable[[Work, Actor, str], None]) -> None:
    """Each in a transaction of its own. A failure stops none of the others, and is raised at the end."""
    session = db.session()
    identifiers = due(session, clock.now(session))
    db.session.remove()
    failures: list[Exception] = []
    for identifier in identifiers:
        try:
            with unit_of_work() as work:
                act(work, SYSTEM, identifier)
        except Exception as error:
            failures.append(error)
    if failures:
        raise ExceptionGroup("what was due in rounds", failures)
