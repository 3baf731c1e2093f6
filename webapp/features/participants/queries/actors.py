"""Who a signed-in person is: seats and offices as they are now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.kernel.errors import NotFound
from webapp.base.web.auth import SignedIn
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person, SignInSession


def signed_in(session: Session, session_id: str, now: dt.datetime) -> SignedIn | None:
    """The person behind a sign-in, with seats and offices as they are now; None where it is over."""
    running = _acting().join(SignInSession, SignInSession.person_id == Person.id)
    rows = session.execute(running.where(SignInSession.id == session_id, people.is_running(now))).all()
    if not rows:
        return None
    person = rows[0][0]
    return SignedIn(
        id=session_id,
        email=person.email,
        locale=person.locale,
        time_zone=person.time_zone,
        actor=_actor(rows),
    )


def actor_of(session: Session, person_id: str) -> Actor:
    """The person with all current seats and offices; raises NotFound."""
    rows = session.execute(_acting().where(Person.id == person_id)).all()
    if not rows:
        raise NotFound()
    return _actor(rows)


def _acting() -> Select[Person, SeatRow | None, Delegation | None, OfficeRow | None]:
    """People in one statement: a row for each pair of a seat and an office that a person holds."""
    return (
        select(Person, SeatRow, Delegation, OfficeRow)
        .outerjoin(SeatRow, (SeatRow.person_id == Person.id) & SeatRow.ended_at.is_(None))
        .outerjoin(Delegation, Delegation.id == SeatRow.delegation_id)
        .outerjoin(OfficeRow, (OfficeRow.person_id == Person.id) & OfficeRow.ended_at.is_(None))
        .order_by(SeatRow.began_at, SeatRow.id, OfficeRow.began_at, OfficeRow.id)
    )


def _actor(rows: Sequence[Row[Person, SeatRow | None, Delegation | None, OfficeRow | None]]) -> Actor:
    person = rows[0][0]
    # Each seat stands beside every office: dictionaries keep one of each, in their order.
    seats = {seat.id: _seat(seat, of) for _, seat, of, _ in rows if seat is not None and of is not None}
    offices = {
        office.id: Office(office.initiative_id, OfficeKind(office.kind))
        for *_, office in rows
        if office is not None
    }
    return Actor(
        person_id=person.id,
        name=person.name,
        is_administrator=person.is_administrator,
        seats=tuple(seats.values()),
        offices=tuple(offices.values()),
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
