"""Sending a failed mail once more."""

from __future__ import annotations

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.outlets.notifications import rules
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.rules import Channel, DeliveryState


def send_again(work: Work, actor: Actor, initiative_id: str, delivery_id: str) -> None:
    """Let a mail that failed be tried again, for as long as the first time. A mail that has not failed is left.

    Raises NotFound for another initiative's mail.
    """
    row = lock(work.session, Delivery, delivery_id)
    if row.initiative_id != initiative_id or row.channel != Channel.MAIL:
        raise NotFound()
    authorise(actor, Permission.NOTICE_RESEND, Subject(initiative_id))
    if row.state != DeliveryState.FAILED:
        return
    now = work.now()
    patience = row.give_up_at - row.created_at
    row.state, row.due_at, row.settled_at = DeliveryState.WAITING, now, None
    row.give_up_at = now + min(patience, rules.PATIENCE)
