"""Who a signed-in person is: seats and offices as they are now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, aliased

from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.kernel.errors import NotFound
from webapp.base.web.auth import SignedIn
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import read_procedure
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person, SignInSession, Visit

Clauses = Mapping[str, Any]
Held = tuple[Person, SeatRow | None, Delegation | None, OfficeRow | None, Clauses | None, Clauses | None]
"""A person, a seat, an office, and the rules of procedure that bind the seat and the office."""

_OF_SEAT, _OF_OFFICE = aliased(Initiative), aliased(Initiative)


def signed_in(session: Session, session_id: str, now: dt.datetime) -> SignedIn | None:
    """The person behind a sign-in, with seats and offices as they are now; None where it is over.

    Asked for every page, so it is one statement.
    """
    statement = (
        _held(people.is_running(session_id, now))
        .join(SignInSession, SignInSession.person_id == Person.id)
        .outerjoin(Visit, Visit.person_id == Person.id)
        .add_columns(Visit.seen_at, SignInSession.last_used_at)
    )
    rows = session.execute(statement).all()
    if not rows:
        return None
    person: Person = rows[0][0]
    return SignedIn(
        id=session_id,
        email=person.email,
        locale=person.locale,
        time_zone=person.time_zone,
        actor=_actor([_pair(row) for row in rows]),
        appearance=person.appearance,
        seen_at=rows[0][6],
        last_used_at=rows[0][7],
    )


def actor_of(session: Session, person_id: str) -> Actor:
    """The person with all current seats and offices; raises NotFound."""
    rows = session.execute(_held(Person.id == person_id)).all()
    if not rows:
        raise NotFound()
    return _actor([_pair(row) for row in rows])


def _held(where: ColumnElement[bool]) -> Select[Any]:
    """A person with each pair of a current seat and a current office: few rows, since both are few."""
    return (
        select(Person, SeatRow, Delegation, OfficeRow, _OF_SEAT.procedure, _OF_OFFICE.procedure)
        .select_from(Person)
        .outerjoin(SeatRow, (SeatRow.person_id == Person.id) & SeatRow.ended_at.is_(None))
        .outerjoin(Delegation, Delegation.id == SeatRow.delegation_id)
        .outerjoin(OfficeRow, (OfficeRow.person_id == Person.id) & OfficeRow.ended_at.is_(None))
        .outerjoin(_OF_SEAT, _OF_SEAT.id == SeatRow.initiative_id)
        .outerjoin(_OF_OFFICE, _OF_OFFICE.id == OfficeRow.initiative_id)
        .where(where)
        .order_by(SeatRow.began_at, SeatRow.id, OfficeRow.began_at, OfficeRow.id)
    )


def _pair(row: Any) -> Held:
    person, seat, of, office, of_seat, of_office = row[:6]
    return person, seat, of, office, of_seat, of_office


def _actor(rows: Sequence[Held]) -> Actor:
    person = rows[0][0]
    seats = {seat.id: _seat(seat, of) for _, seat, of, *_ in rows if seat is not None and of is not None}
    offices = {office.id: office for _, _, _, office, *_ in rows if office is not None}
    return Actor(
        person_id=person.id,
        name=person.name,
        is_administrator=person.is_administrator,
        seats=tuple(seats.values()),
        offices=tuple(Office(row.initiative_id, OfficeKind(row.kind)) for row in offices.values()),
        without_factor=frozenset() if person.second_factor_at else frozenset(_bound(rows)),
    )


def _bound(rows: Iterable[Held]) -> Iterable[tuple[str, str]]:
    """The capacities, each with its initiative, that the rules of procedure bind to a second factor."""
    for _, seat, _, office, of_seat, of_office in rows:
        if seat is not None and read_procedure(of_seat or {}).asks_second_factor_of(seat.role):
            yield seat.initiative_id, seat.role
        if office is not None and read_procedure(of_office or {}).asks_second_factor_of(office.kind):
            yield office.initiative_id, office.kind


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
