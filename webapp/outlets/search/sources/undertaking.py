"""The undertaking itself: mandate, rounds, delegations, people."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access import spaces
from webapp.base.kernel.visibility import audience_of
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people.models import Person
from webapp.features.review.models import Round
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.sources.wanted import Source, Wanted


def initiative_ids(session: Session) -> Sequence[str]:
    """Every initiative."""
    return session.scalars(select(Initiative.id)).all()


def initiative(session: Session, initiative_id: str) -> list[Wanted]:
    """The mandate, and who holds an office."""
    row = session.get_one(Initiative, initiative_id)
    audience_id = _everybody_in(session, initiative_id)
    mandate = Wanted(
        kind=Kind.MANDATE,
        object_id=row.id,
        initiative_id=row.id,
        audience_id=audience_id,
        at=row.created_at,
        title=row.title,
        body="\n\n".join(part for part in (row.mandate, row.outside_scope, row.timetable) if part),
    )
    statement = (
        select(OfficeRow, Person.name)
        .join(Person, Person.id == OfficeRow.person_id)
        .where(OfficeRow.initiative_id == initiative_id, OfficeRow.ended_at.is_(None))
    )
    officers = [
        Wanted(
            kind=Kind.PEOPLE,
            object_id=office.id,
            initiative_id=row.id,
            audience_id=audience_id,
            at=office.began_at,
            title=name,
            facts={"role": office.kind},
        )
        for office, name in session.execute(statement)
    ]
    return [mandate, *officers]


def delegation_ids(session: Session) -> Sequence[str]:
    """Every delegation."""
    return session.scalars(select(Delegation.id)).all()


def delegation(session: Session, delegation_id: str) -> list[Wanted]:
    """A delegation, and who has a seat in it now."""
    row = session.get_one(Delegation, delegation_id)
    audience_id = _everybody_in(session, row.initiative_id)
    facts = {"delegation": row.id, "code": row.code, "constituency": row.constituency}
    itself = Wanted(
        kind=Kind.PEOPLE,
        object_id=row.id,
        initiative_id=row.initiative_id,
        audience_id=audience_id,
        at=row.accredited_at,
        title=row.name,
        more=(row.code, *row.tags),
        facts=facts,
    )
    statement = (
        select(SeatRow, Person.name)
        .join(Person, Person.id == SeatRow.person_id)
        .where(SeatRow.delegation_id == delegation_id, SeatRow.ended_at.is_(None))
    )
    seated = [
        Wanted(
            kind=Kind.PEOPLE,
            object_id=seat.id,
            initiative_id=row.initiative_id,
            audience_id=audience_id,
            at=seat.began_at,
            title=name,
            more=(row.code, row.name),
            facts={**facts, "role": seat.role, "of": row.name},
        )
        for seat, name in session.execute(statement)
    ]
    return [itself, *seated]


def round_ids(session: Session) -> Sequence[str]:
    """Every review round."""
    return session.scalars(select(Round.id)).all()


def round_(session: Session, round_id: str) -> list[Wanted]:
    """A review round under its title."""
    row = session.get_one(Round, round_id)
    return [
        Wanted(
            kind=Kind.ROUND,
            object_id=row.id,
            initiative_id=row.initiative_id,
            audience_id=_everybody_in(session, row.initiative_id),
            at=row.opens_at,
            title=row.title,
            more=(f"R{row.number}",),
            facts={"round": row.id, "number": row.number},
        )
    ]


def _everybody_in(session: Session, initiative_id: str) -> str:
    return audience_of(session, [spaces.all_delegations(initiative_id)])


INITIATIVE = Source(initiative_ids, initiative)
DELEGATION = Source(delegation_ids, delegation)
ROUND = Source(round_ids, round_)
