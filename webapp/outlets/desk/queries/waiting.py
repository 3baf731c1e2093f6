"""What waits for the reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.web.waiting import Waiting
from webapp.features.decisions import queries as decisions
from webapp.features.drafting import queries as drafting
from webapp.features.initiatives import queries as initiatives
from webapp.features.participants import queries as participants
from webapp.features.review import queries as review
from webapp.outlets.notifications import queries as notifications

OFFERED: tuple[Callable[[Session, Actor, dt.datetime], list[Waiting]], ...] = (
    review.waiting_for,
    decisions.waiting_for,
    drafting.waiting_for,
    participants.waiting_for,
    initiatives.waiting_for,
    notifications.waiting_for,
)


def waiting(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """Everything that waits for the actor: what has a deadline first, the soonest on top."""
    found = [one for offer in OFFERED for one in offer(session, actor, now)]
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at or now))
