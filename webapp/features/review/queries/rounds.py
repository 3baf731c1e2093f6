"""Rounds, and what of them is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.errors import NotFound
from webapp.features.participants.models import Delegation
from webapp.features.review.models import Contribution, Reminder, Round
from webapp.features.review.rules.rounds import RoundState, takes_contributions


def rounds(session: Session, initiative_id: str) -> list[Round]:
    """The rounds of an initiative, newest first."""
    statement = select(Round).where(Round.initiative_id == initiative_id).order_by(Round.number.desc())
    return list(session.scalars(statement))


def round_(session: Session, initiative_id: str, round_id: str) -> Round:
    """The round; raises NotFound where it is another initiative's."""
    row = session.get(Round, round_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound()
    return row


def open_round_for(session: Session, actor: Actor, revision_id: str, now: dt.datetime) -> Round | None:
    """The round on this revision to which the actor's delegation may contribute at this moment."""
    return open_among(rounds_ahead(session, revision_id), actor, now)


def open_among(rounds: Iterable[Round], actor: Actor, now: dt.datetime) -> Round | None:
    """The first of these rounds to which the actor's delegation may contribute at this moment."""
    for row in rounds:
        if (
            takes_contributions(row.state, row.closes_at, now)
            and actor.seat_in(row.initiative_id) is not None
        ):
            return row
    return None


def rounds_ahead(session: Session, revision_id: str) -> list[Round]:
    """The rounds on a revision that are planned or open, the newest first."""
    statement = select(Round).where(
        Round.revision_id == revision_id, Round.state.in_((RoundState.PLANNED, RoundState.OPEN))
    )
    return list(session.scalars(statement.order_by(Round.number.desc())))


def newest_open_round(session: Session, initiative_id: str) -> Round | None:
    """The round of an initiative that is open, if any."""
    statement = select(Round).where(Round.initiative_id == initiative_id, Round.state == RoundState.OPEN)
    return session.scalars(statement.order_by(Round.number.desc()).limit(1)).first()


def open_rounds(session: Session, initiative_ids: Collection[str]) -> list[Round]:
    """The rounds of these initiatives that are open, the first to close first."""
    statement = select(Round).where(Round.initiative_id.in_(initiative_ids), Round.state == RoundState.OPEN)
    return list(session.scalars(statement.order_by(Round.closes_at, Round.number)))


def due_to_open(session: Session, now: dt.datetime) -> list[str]:
    """Planned rounds whose opening has come."""
    statement = select(Round.id).where(Round.state == RoundState.PLANNED, Round.opens_at <= now)
    return list(session.scalars(statement.order_by(Round.opens_at)))


def due_to_close(session: Session, now: dt.datetime) -> list[str]:
    """Open rounds whose closing has come."""
    statement = select(Round.id).where(Round.state == RoundState.OPEN, Round.closes_at <= now)
    return list(session.scalars(statement.order_by(Round.closes_at)))


def due_reminders(session: Session, now: dt.datetime) -> list[str]:
    """Reminders whose moment has come and that are not settled."""
    statement = select(Reminder.id).where(Reminder.done_at.is_(None), Reminder.due_at <= now)
    return list(session.scalars(statement.order_by(Reminder.due_at)))


def reminder(session: Session, reminder_id: str) -> Reminder:
    """The reminder; raises NotFound."""
    row = session.get(Reminder, reminder_id)
    if row is None:
        raise NotFound()
    return row


def delegations_without_contribution(session: Session, round_id: str) -> list[Delegation]:
    """Delegations of the round's initiative that have not handed in, by name."""
    handed = select(Contribution.delegation_id).where(
        Contribution.round_id == round_id, Contribution.handed_in_at.is_not(None)
    )
    initiative = select(Round.initiative_id).where(Round.id == round_id).scalar_subquery()
    statement = select(Delegation).where(Delegation.initiative_id == initiative, Delegation.id.not_in(handed))
    return list(session.scalars(statement.order_by(Delegation.name)))


def later_due_steps(session: Session, reminder: Reminder, now: dt.datetime) -> list[str]:
    """Steps of the same round that came after this reminder, are due too, and are not settled."""
    statement = select(Reminder.step).where(
        Reminder.round_id == reminder.round_id,
        Reminder.due_at > reminder.due_at,
        Reminder.due_at <= now,
        Reminder.done_at.is_(None),
    )
    return list(session.scalars(statement))


def rounds_of_instrument(session: Session, instrument_id: str) -> list[Round]:
    """The rounds on one text, oldest first."""
    return list(
        session.scalars(select(Round).where(Round.instrument_id == instrument_id).order_by(Round.number))
    )


def next_number(session: Session, initiative_id: str) -> int:
    """The number of the next round of an initiative. Ask with the initiative locked."""
    last = session.scalar(select(func.max(Round.number)).where(Round.initiative_id == initiative_id))
    return (last or 0) + 1
