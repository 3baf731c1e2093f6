"""Signs of life and clearing away."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete

from webapp.base.kernel.heartbeat import beat as note_beat
from webapp.base.kernel.idempotency import IdempotencyKey
from webapp.base.kernel.unit_of_work import unit_of_work
from workers.celery_app import celery

KEYS_LIVE = dt.timedelta(days=3)


@celery.task(name="workers.upkeep.beat")
def beat() -> None:
    """Note that beat sends and a worker works: this row is written only when both do."""
    with unit_of_work() as work:
        note_beat(work.session, "beat")


@celery.task(name="workers.upkeep.clear_spent")
def clear_spent() -> None:
    """Forget the keys of forms that nobody can press again."""
    with unit_of_work() as work:
        work.session.execute(delete(IdempotencyKey).where(IdempotencyKey.at < work.now() - KEYS_LIVE))
