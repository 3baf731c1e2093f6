"""What is due at a moment: each item in a transaction of its own, safe to run twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from celery.exceptions import SoftTimeLimitExceeded
from sqlalchemy.orm import Session

from webapp.base.access.actor import SYSTEM, Actor
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import Work, unit_of_work


def each_due(
    due: Callable[[Session, dt.datetime], list[str]], act: Callable[[Work, Actor, str], None]
) -> None:
    """Do what is due now. A failure stops none of the others, and is raised at the end."""
    session = db.session()
    identifiers = due(session, clock.now(session))
    db.session.remove()
    failures: list[Exception] = []
    for identifier in identifiers:
        try:
            with unit_of_work() as work:
                act(work, SYSTEM, identifier)
        except SoftTimeLimitExceeded:
            # The task's time is over; what is left is still due at the next look.
            raise
        except Exception as error:
            failures.append(error)
    if failures:
        raise ExceptionGroup("what was due", failures)
