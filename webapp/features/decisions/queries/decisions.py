"""Decisions, and what of them is due."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind
from webapp.base.kernel.errors import NotFound
from webapp.features.decisions.models import Decision, DecisionReminder, Extension
from webapp.features.decisions.rules.transitions import DecisionState

AMONG_CHAIRS = (DecisionState.PROPOSED, DecisionState.DECLINED)
"""States in which a decision is a matter of the co-chairs alone."""


def decisions(session: Session, initiative_id: str) -> list[Decision]:
    """The decisions of an initiative that were opened, newest first."""
    statement = select(Decision).where(
        Decision.initiative_id == initiative_id, Decision.state.not_in(AMONG_CHAIRS)
    )
    return list(session.scalars(statement.order_by(Decision.number.desc())))


def proposals(session: Session, actor: Actor, initiative_id: str) -> list[Decision]:
    """The decisions that wait for a co-chair's confirmation, newest first; nothing for anybody else."""
    if not actor.holds(OfficeKind.CO_CHAIR, initiative_id):
        return []
    statement = select(Decision).where(
        Decision.initiative_id == initiative_id, Decision.state == DecisionState.PROPOSED
    )
    return list(session.scalars(statement.order_by(Decision.number.desc())))


def any_decision(session: Session, decision_id: str) -> Decision:
    """The decision with this identifier; raises NotFound."""
    row = session.get(Decision, decision_id)
    if row is None:
        raise NotFound()
    return row


def decision(session: Session, initiative_id: str, decision_id: str) -> Decision:
    """The decision; raises NotFound where it is another initiative's."""
    row = any_decision(session, decision_id)
    if row.initiative_id != initiative_id:
        raise NotFound()
    return row


def readable_decision(session: Session, actor: Actor, initiative_id: str, decision_id: str) -> Decision:
    """The decision as this reader may know of it; raises NotFound where it is still among the co-chairs."""
    row = decision(session, initiative_id, decision_id)
    if row.state in AMONG_CHAIRS and not actor.holds(OfficeKind.CO_CHAIR, initiative_id):
        raise NotFound()
    return row


def next_number(session: Session, initiative_id: str) -> int:
    """The number of the next decision of an initiative; numbers are never given twice."""
    highest = session.scalar(select(func.max(Decision.number)).where(Decision.initiative_id == initiative_id))
    return (highest or 0) + 1


def open_provision_ids(session: Session, instrument_id: str) -> frozenset[str]:
    """The provisions of an instrument on which a decision is open: no word of them may change."""
    statement = select(Decision.provision_ids).where(
        Decision.instrument_id == instrument_id, Decision.state == DecisionState.OPEN
    )
    return frozenset(provision_id for ids in session.scalars(statement) for provision_id in ids)


def due_to_close(session: Session, now: dt.datetime) -> list[str]:
    """Open decisions whose deadline has come and that do not wait for the co-chairs."""
    statement = select(Decision.id).where(
        Decision.state == DecisionState.OPEN, Decision.closes_at <= now, Decision.awaits_chairs.is_(False)
    )
    return list(session.scalars(statement.order_by(Decision.closes_at)))


def due_reminders(session: Session, now: dt.datetime) -> list[str]:
    """Reminders whose moment has come and that are not settled."""
    statement = select(DecisionReminder.id).where(
        DecisionReminder.done_at.is_(None), DecisionReminder.due_at <= now
    )
    return list(session.scalars(statement.order_by(DecisionReminder.due_at)))


def reminder(session: Session, reminder_id: str) -> DecisionReminder:
    """The reminder; raises NotFound."""
    row = session.get(DecisionReminder, reminder_id)
    if row is None:
        raise NotFound()
    return row


def later_due_steps(session: Session, reminder: DecisionReminder, now: dt.datetime) -> list[str]:
    """Steps towards the same deadline that came after this reminder, are due too, and are not settled."""
    statement = select(DecisionReminder.step).where(
        DecisionReminder.decision_id == reminder.decision_id,
        DecisionReminder.closes_at == reminder.closes_at,
        DecisionReminder.due_at > reminder.due_at,
        DecisionReminder.due_at <= now,
        DecisionReminder.done_at.is_(None),
    )
    return list(session.scalars(statement))


def reminders(session: Session, decision: Decision) -> list[DecisionReminder]:
    """The steps towards the present deadline, in order of time."""
    statement = select(DecisionReminder).where(
        DecisionReminder.decision_id == decision.id, DecisionReminder.closes_at == decision.closes_at
    )
    return list(session.scalars(statement.order_by(DecisionReminder.due_at)))


def extensions(session: Session, decision_id: str) -> list[Extension]:
    """How the deadline moved, in order of time."""
    statement = select(Extension).where(Extension.decision_id == decision_id)
    return list(session.scalars(statement.order_by(Extension.at, Extension.after)))
