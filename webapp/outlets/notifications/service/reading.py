"""Reading one's own inbox."""

from __future__ import annotations

from sqlalchemy import update

from webapp.base.access.actor import Actor
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.rules import Channel


def mark_read(work: Work, actor: Actor, delivery_id: str) -> Delivery:
    """Note when a notice was first opened; opening it again changes nothing. Raises NotFound for another's."""
    row = lock(work.session, Delivery, delivery_id)
    if actor.person_id is None or row.person_id != actor.person_id or row.channel != Channel.INBOX:
        raise NotFound()
    if row.read_at is None:
        row.read_at = work.now()
    return row


def mark_all_read(work: Work, actor: Actor) -> None:
    """Note that every notice in the inbox was read."""
    if actor.person_id is None:
        raise NotFound()
    work.session.execute(
        update(Delivery)
        .where(
            Delivery.person_id == actor.person_id,
            Delivery.channel == Channel.INBOX,
            Delivery.read_at.is_(None),
        )
        .values(read_at=work.now())
        .execution_options(synchronize_session=False)
    )
