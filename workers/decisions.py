"""Decisions at their time: closing and reminding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy.orm import Session

from webapp.base.access.actor import SYSTEM, Actor
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.features.decisions import queries, service
from workers.celery_app import celery
from workers.queues import CLOCK


@celery.task(name="workers.decisions.close_due", queue=CLOCK)
def close_due() -> None:
    """Settle every decision whose deadline has come."""
    _each(queries.due_to_close, service.close_decision)


@celery.task(name="workers.decisions.remind_due", queue=CLOCK)
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
        raise ExceptionGroup("what was due in decisions", failures)
