"""Who sits where, in as few columns as telling two thousand people needs."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import SeatRole
from webapp.features.participants.models import SeatRow


@dataclass(frozen=True)
class HeldSeat:
    """A seat that is held now."""

    person_id: str
    delegation_id: str
    role: SeatRole


def held_seats(session: Session, initiative_id: str) -> list[HeldSeat]:
    """Every seat of the initiative that is held now, the longest held first."""
    statement = (
        select(SeatRow.person_id, SeatRow.delegation_id, SeatRow.role)
        .where(SeatRow.initiative_id == initiative_id, SeatRow.ended_at.is_(None))
        .order_by(SeatRow.began_at, SeatRow.id)
    )
    return [
        HeldSeat(person_id, delegation_id, SeatRole(role))
        for person_id, delegation_id, role in session.execute(statement)
    ]
