"""Who a signed-in person is: seats and offices as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.kernel import clock
from webapp.base.web.auth import SignedIn
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import read_procedure
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person


def signed_in(session: Session, session_id: str) -> SignedIn | None:
    """The person behind a sign-in, with seats and offices as they are now; None where it is over."""
    running = people.running_session(session, session_id, clock.now(session))
    if running is None:
        return None
    person = people.person(session, running.person_id)
    return SignedIn(
        id=running.id,
        email=person.email,
        locale=person.locale,
        time_zone=person.time_zone,
        actor=_actor(session, person),
        appearance=person.appearance,
        last_used_at=running.last_used_at,
    )


def actor_of(session: Session, person_id: str) -> Actor:
    """The person with all current seats and offices; raises NotFound."""
    return _actor(session, people.person(session, person_id))


def _actor(session: Session, person: Person) -> Actor:
    held = session.execute(
        select(SeatRow, Delegation, Initiative.procedure)
        .join(Delegation, Delegation.id == SeatRow.delegation_id)
        .join(Initiative, Initiative.id == SeatRow.initiative_id)
        .where(SeatRow.person_id == person.id, SeatRow.ended_at.is_(None))
        .order_by(SeatRow.began_at)
    ).all()
    offices = session.execute(
        select(OfficeRow, Initiative.procedure)
        .join(Initiative, Initiative.id == OfficeRow.initiative_id)
        .where(OfficeRow.person_id == person.id, OfficeRow.ended_at.is_(None))
        .order_by(OfficeRow.began_at)
    ).all()
    bound = [(row.initiative_id, row.role, procedure) for row, _of, procedure in held]
    bound += [(row.initiative_id, row.kind, procedure) for row, procedure in offices]
    return Actor(
        person_id=person.id,
        name=person.name,
        is_administrator=person.is_administrator,
        seats=tuple(_seat(row, of) for row, of, _procedure in held),
        offices=tuple(Office(row.initiative_id, OfficeKind(row.kind)) for row, _procedure in offices),
        without_factor=frozenset() if person.second_factor_at else _without_factor(bound),
    )


def _without_factor(held: Iterable[tuple[str, str, Mapping[str, Any]]]) -> frozenset[tuple[str, str]]:
    """The capacities that the rules of procedure bind to a second factor."""
    return frozenset(
        (initiative_id, role)
        for initiative_id, role, procedure in held
        if read_procedure(procedure).asks_second_factor_of(role)
    )


def _seat(row: SeatRow, of: Delegation) -> Seat:
    return Seat(
        initiative_id=row.initiative_id,
        delegation_id=of.id,
        delegation_code=of.code,
        delegation_name=of.name,
        constituency=Constituency(of.constituency),
        standing=Standing(of.standing),
        role=SeatRole(row.role),
    )
