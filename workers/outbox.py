"""Reactions to events."""

from __future__ import annotations

from webapp import reactions
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from workers.celery_app import celery


@celery.task(name="workers.outbox.sweep")
def sweep() -> None:
    """Run every reaction that is due, each in a transaction of its own."""
    session = db.session()
    due = reactions.due(session, clock.now(session))
    db.session.remove()
    for outbox_id in due:
        reactions.react(outbox_id)
