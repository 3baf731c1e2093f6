"""What the start page shows: what waits, and the initiatives that one takes part in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind, Seat
from webapp.base.web.waiting import Waiting
from webapp.features.decisions import queries as decisions
from webapp.features.drafting import queries as drafting
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries as participants
from webapp.features.review import queries as review
from webapp.features.review.models import Round
from webapp.outlets.notifications import queries as notifications

OFFERED: tuple[Callable[[Session, Actor, dt.datetime], list[Waiting]], ...] = (
    review.waiting_for,
    decisions.waiting_for,
    drafting.waiting_for,
    participants.waiting_for,
    initiatives.waiting_for,
    notifications.waiting_for,
)


@dataclass(frozen=True)
class Participation:
    """An initiative that one takes part in, and as what."""

    initiative: Initiative
    seat: Seat | None
    offices: tuple[OfficeKind, ...]
    open_round: Round | None


def waiting(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """Everything that waits for the actor: what has a deadline first, the soonest on top."""
    found = [one for offer in OFFERED for one in offer(session, actor, now)]
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at or now))


def participations(session: Session, actor: Actor) -> list[Participation]:
    """The initiatives that the actor takes part in, by title."""
    identifiers = {seat.initiative_id for seat in actor.seats}
    identifiers |= {office.initiative_id for office in actor.offices}
    found = [
        Participation(
            initiative=initiatives.initiative(session, identifier),
            seat=actor.seat_in(identifier),
            offices=tuple(kind for kind in OfficeKind if actor.holds(kind, identifier)),
            open_round=review.newest_open_round(session, identifier),
        )
        for identifier in identifiers
    ]
    return sorted(found, key=lambda one: one.initiative.title)
