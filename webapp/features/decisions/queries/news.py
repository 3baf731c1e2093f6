"""What is new in decisions for a reader, and what runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.features.decisions.models import Decision, Position
from webapp.features.decisions.queries.decisions import AMONG_CHAIRS
from webapp.features.decisions.rules.transitions import DecisionState


@dataclass(frozen=True)
class PositionsTaken:
    """How many positions other delegations took on a question, and when last."""

    initiative_id: str
    decision_id: str
    question: str
    count: int
    last_at: dt.datetime


def positions_taken(
    session: Session, actor: Actor, initiative_ids: Collection[str], since: dt.datetime, until: dt.datetime
) -> list[PositionsTaken]:
    """The delegations other than the actor's that took a position in this time, by decision."""
    statement = (
        select(
            Decision.initiative_id,
            Decision.id,
            Decision.question,
            func.count(Position.delegation_id.distinct()),
            func.max(Position.at),
        )
        .join(Position, Position.decision_id == Decision.id)
        .where(
            Decision.initiative_id.in_(initiative_ids),
            Decision.state.not_in(AMONG_CHAIRS),
            Position.delegation_id.not_in([seat.delegation_id for seat in actor.seats]),
            Position.at > since,
            Position.at <= until,
        )
        .group_by(Decision.initiative_id, Decision.id, Decision.question)
    )
    return [PositionsTaken(*row) for row in session.execute(statement)]


def questions(session: Session, decision_ids: Collection[str]) -> dict[str, str]:
    """The question of each of these decisions. Ask only for those whose reader may know of them."""
    if not decision_ids:
        return {}
    statement = select(Decision.id, Decision.question).where(Decision.id.in_(decision_ids))
    return {row.id: row.question for row in session.execute(statement)}


def open_in(session: Session, initiative_ids: Collection[str]) -> list[Decision]:
    """The decisions of these initiatives that are open, the first to close first."""
    statement = select(Decision).where(
        Decision.initiative_id.in_(initiative_ids), Decision.state == DecisionState.OPEN
    )
    return list(session.scalars(statement.order_by(Decision.closes_at, Decision.number)))
