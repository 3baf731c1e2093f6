"""Who a signed-in person is: seats and offices as they are now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.kernel.errors import NotFound
from webapp.base.web.auth import SignedIn
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person, SignInSession, Visit

Held = tuple[Person, SeatRow | None, Delegation | None, OfficeRow | None]


def signed_in(session: Session, session_id: str, now: dt.datetime) -> SignedIn | None:
    """The person behind a sign-in, with seats and offices as they are now; None where it is over.

    Asked for every page, so it is one statement.
    """
    statement = (
        _held(people.is_running(session_id, now))
        .join(SignInSession, SignInSession.person_id == Person.id)
        .outerjoin(Visit, Visit.person_id == Person.id)
        .add_columns(Visit.seen_at)
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
        actor=_actor([(row[0], row[1], row[2], row[3]) for row in rows]),
        seen_at=rows[0][4],
    )


def actor_of(session: Session, person_id: str) -> Actor:
    """The person with all current seats and offices; raises NotFound."""
    rows = session.execute(_held(Person.id == person_id)).all()
    if not rows:
        raise NotFound()
    return _actor([(row[0], row[1], row[2], row[3]) for row in rows])


def _held(where: ColumnElement[bool]) -> Select[Person, SeatRow, Delegation, OfficeRow]:
    """A person with each pair of a current seat and a current office: few rows, since both are few."""
    return (
        select(Person, SeatRow, Delegation, OfficeRow)
        .select_from(Person)
        .outerjoin(SeatRow, (SeatRow.person_id == Person.id) & SeatRow.ended_at.is_(None))
        .outerjoin(Delegation, Delegation.id == SeatRow.delegation_id)
        .outerjoin(OfficeRow, (OfficeRow.person_id == Person.id) & OfficeRow.ended_at.is_(None))
        .where(where)
        .order_by(SeatRow.began_at, SeatRow.id, OfficeRow.began_at, OfficeRow.id)
    )


def _actor(rows: Sequence[Held]) -> Actor:
    person = rows[0][0]
    seats = {seat.id: _seat(seat, of) for _, seat, of, _ in rows if seat is not None and of is not None}
    offices = {office.id: office for _, _, _, office in rows if office is not None}
    return Actor(
        person_id=person.id,
        name=person.name,
        is_administrator=person.is_administrator,
        seats=tuple(seats.values()),
        offices=tuple(Office(row.initiative_id, OfficeKind(row.kind)) for row in offices.values()),
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
