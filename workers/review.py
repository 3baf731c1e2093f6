"""Rounds at their time: opening, closing, reminding."""

from __future__ import annotations

from webapp.features.review import queries, service
from workers.celery_app import celery
from workers.due import each_due


@celery.task(name="workers.review.open_due")
def open_due() -> None:
    """Open every planned round whose opening has come."""
    each_due(queries.due_to_open, service.open_round)


@celery.task(name="workers.review.close_due")
def close_due() -> None:
    """Close every open round whose end has come."""
    each_due(queries.due_to_close, service.close_round)


@celery.task(name="workers.review.remind_due")
def remind_due() -> None:
    """Settle every reminder whose moment has come."""
    each_due(queries.due_reminders, service.remind)
