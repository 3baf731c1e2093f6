"""Decisions at their time: closing and reminding."""

from __future__ import annotations

from webapp.features.decisions import queries, service
from workers.celery_app import celery
from workers.due import each_due


@celery.task(name="workers.decisions.close_due")
def close_due() -> None:
    """Settle every decision whose deadline has come."""
    each_due(queries.due_to_close, service.close_decision)


@celery.task(name="workers.decisions.remind_due")
def remind_due() -> None:
    """Settle every reminder whose moment has come."""
    each_due(queries.due_reminders, service.remind)
