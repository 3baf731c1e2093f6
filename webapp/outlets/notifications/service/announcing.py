"""From an event to its deliveries."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select

from webapp.base.kernel.db import insert_many_new
from webapp.base.kernel.happened import Happened
from webapp.base.kernel.ids import new_id
from webapp.base.kernel.unit_of_work import Work
from webapp.outlets.notifications import rules
from webapp.outlets.notifications.audiences import Receiver
from webapp.outlets.notifications.catalogue import CATALOGUE, Row
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.moments import moment_in
from webapp.outlets.notifications.rules import Channel, DeliveryState


def announce(work: Work, happened: Happened) -> None:
    """One delivery per person and channel. Announcing the same event again does nothing."""
    told = _already_told(work, happened)
    now = work.now()
    rows: list[dict[str, Any]] = []
    for row in CATALOGUE.get(happened.event, ()):
        for receiver in row.audience.find(work.session, happened):
            for channel in row.channels:
                if (receiver.key, channel) not in told:
                    told.add((receiver.key, channel))
                    rows.append(_delivery(happened, row, receiver, channel, now))
    if rows:
        insert_many_new(work.session, Delivery, rows)


def _already_told(work: Work, happened: Happened) -> set[tuple[str, Channel]]:
    statement = select(Delivery.recipient, Delivery.channel).where(
        Delivery.chain == happened.chain, Delivery.sequence == happened.sequence
    )
    return {(recipient, Channel(channel)) for recipient, channel in work.session.execute(statement)}


def _delivery(
    happened: Happened, row: Row, receiver: Receiver, channel: Channel, now: dt.datetime
) -> dict[str, Any]:
    in_inbox = channel is Channel.INBOX
    return {
        "id": new_id(),
        "chain": happened.chain,
        "sequence": happened.sequence,
        "notice": row.notice,
        "recipient": receiver.key,
        "person_id": receiver.person_id,
        "initiative_id": happened.initiative_id,
        "channel": channel.value,
        "formal": row.formal,
        "facts": {"object_id": happened.object_id},
        "state": (DeliveryState.SENT if in_inbox else DeliveryState.WAITING).value,
        "attempts": 0,
        "created_at": now,
        "due_at": now,
        "give_up_at": rules.give_up_at(now, _silence_ends_at(happened)),
        "settled_at": now if in_inbox else None,
    }


def _silence_ends_at(happened: Happened) -> dt.datetime | None:
    """The deadline of the silence procedure of which this gives notice, if it does."""
    if happened.event == "decisions.opened" and happened.content["kind"] == "silence":
        return moment_in(happened, "closes_at")
    if happened.event == "decisions.deadline_moved":
        return moment_in(happened, "after")
    return None
