"""Reading delegations, and who holds which seat or office now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import SPEAKING, Constituency, OfficeKind, SeatRole, Standing
from webapp.base.access.attribution import Voice
from webapp.base.kernel.errors import NotFound
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people.models import Person


@dataclass(frozen=True)
class PersonCard:
    """A person as others in the initiative meet them."""

    person_id: str
    name: str
    email: str
    locale: str
    time_zone: str


@dataclass(frozen=True)
class SeatedPerson:
    """A person with a current seat."""

    seat_id: str
    person_id: str
    name: str
    email: str
    locale: str
    time_zone: str
    role: SeatRole
    delegation_id: str
    is_focal_point: bool


@dataclass(frozen=True)
class HeldOffice:
    """An office and its holder."""

    office_id: str
    kind: OfficeKind
    person_id: str
    name: str


def delegations(session: Session, initiative_id: str) -> list[Delegation]:
    """Every accredited delegation, by name."""
    statement = select(Delegation).where(Delegation.initiative_id == initiative_id)
    return list(session.scalars(statement.order_by(Delegation.name)))


def members(session: Session, initiative_id: str) -> list[Delegation]:
    """The member delegations, by name."""
    return [row for row in delegations(session, initiative_id) if row.standing == Standing.MEMBER]


def delegation(session: Session, initiative_id: str, delegation_id: str) -> Delegation:
    """The delegation; raises NotFound where this initiative has none such."""
    row = session.get(Delegation, delegation_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound()
    return row


def voice_of(row: Delegation) -> Voice:
    """What may be shown of a delegation that says something, to whom it may be shown."""
    return Voice(row.id, row.name, row.code, Constituency(row.constituency))


def sizes(session: Session, initiative_id: str) -> dict[Constituency, int]:
    """How many delegations each constituency has, members and observers."""
    statement = (
        select(Delegation.constituency, func.count())
        .where(Delegation.initiative_id == initiative_id)
        .group_by(Delegation.constituency)
    )
    return {Constituency(name): number for name, number in session.execute(statement)}


def codes(session: Session, initiative_id: str) -> frozenset[str]:
    """The codes of all delegations, as they stand behind a bracket."""
    statement = select(Delegation.code).where(Delegation.initiative_id == initiative_id)
    return frozenset(session.scalars(statement))


def seated(session: Session, initiative_id: str) -> list[SeatedPerson]:
    """Everybody with a current seat: by delegation, then heads, alternates, delegates, advisers."""
    found = _seated_people(session, _current_seats().where(SeatRow.initiative_id == initiative_id))
    order = list(SeatRole)
    return sorted(found, key=lambda seat: (seat.delegation_id, order.index(seat.role), seat.name))


def seated_in(session: Session, delegation_id: str) -> list[SeatedPerson]:
    """Everybody with a current seat in the delegation: heads, alternates, delegates, advisers."""
    found = _seated_people(session, _current_seats().where(SeatRow.delegation_id == delegation_id))
    order = list(SeatRole)
    return sorted(found, key=lambda seat: (order.index(seat.role), seat.name))


def speakers(session: Session, delegation_id: str) -> list[SeatedPerson]:
    """Heads and alternates of the delegation who hold no office, the focal point first, then heads."""
    return _speaking(session, SeatRow.delegation_id == delegation_id)


def speakers_by_delegation(session: Session, initiative_id: str) -> dict[str, list[SeatedPerson]]:
    """The speakers of every delegation of the initiative that has any, by the delegation."""
    found: dict[str, list[SeatedPerson]] = defaultdict(list)
    for person in _speaking(session, SeatRow.initiative_id == initiative_id):
        found[person.delegation_id].append(person)
    return dict(found)


def _speaking(session: Session, where: ColumnElement[bool]) -> list[SeatedPerson]:
    in_office = select(OfficeRow.person_id).where(
        OfficeRow.initiative_id == SeatRow.initiative_id, OfficeRow.ended_at.is_(None)
    )
    statement = _current_seats().where(where, SeatRow.role.in_(SPEAKING), SeatRow.person_id.not_in(in_office))
    found = _seated_people(session, statement)
    return sorted(
        found, key=lambda seat: (not seat.is_focal_point, seat.role is not SeatRole.HEAD, seat.name)
    )


def office_holders(session: Session, initiative_id: str, kind: OfficeKind) -> list[PersonCard]:
    """Who holds this office now, by name."""
    statement = (
        select(Person)
        .join(OfficeRow, OfficeRow.person_id == Person.id)
        .where(
            OfficeRow.initiative_id == initiative_id,
            OfficeRow.kind == kind,
            OfficeRow.ended_at.is_(None),
        )
        .order_by(Person.name)
    )
    return [
        PersonCard(person.id, person.name, person.email, person.locale, person.time_zone)
        for person in session.scalars(statement)
    ]


def offices(session: Session, initiative_id: str) -> list[HeldOffice]:
    """Every office that is held now: co-chairs, then the secretariat, by name."""
    statement = (
        select(OfficeRow, Person)
        .join(Person, Person.id == OfficeRow.person_id)
        .where(OfficeRow.initiative_id == initiative_id, OfficeRow.ended_at.is_(None))
        .order_by(OfficeRow.kind, Person.name)
    )
    return [
        HeldOffice(row.id, OfficeKind(row.kind), person.id, person.name)
        for row, person in session.execute(statement)
    ]


def seat_row(session: Session, initiative_id: str, seat_id: str) -> SeatRow:
    """The seat; raises NotFound where this initiative has none such or it has ended."""
    row = session.get(SeatRow, seat_id)
    if row is None or row.initiative_id != initiative_id or row.ended_at is not None:
        raise NotFound()
    return row


def current_seat(session: Session, initiative_id: str, person_id: str) -> SeatRow | None:
    """The person's seat in this initiative, if any."""
    return session.scalar(
        select(SeatRow).where(
            SeatRow.initiative_id == initiative_id,
            SeatRow.person_id == person_id,
            SeatRow.ended_at.is_(None),
        )
    )


def current_office(
    session: Session, initiative_id: str, person_id: str, kind: OfficeKind
) -> OfficeRow | None:
    """The person's holding of this office, if any."""
    return session.scalar(
        select(OfficeRow).where(
            OfficeRow.initiative_id == initiative_id,
            OfficeRow.person_id == person_id,
            OfficeRow.kind == kind,
            OfficeRow.ended_at.is_(None),
        )
    )


def _current_seats() -> Select[SeatRow, Person]:
    return (
        select(SeatRow, Person).join(Person, Person.id == SeatRow.person_id).where(SeatRow.ended_at.is_(None))
    )


def _seated_people(session: Session, statement: Select[SeatRow, Person]) -> list[SeatedPerson]:
    return [
        SeatedPerson(
            seat_id=seat.id,
            person_id=person.id,
            name=person.name,
            email=person.email,
            locale=person.locale,
            time_zone=person.time_zone,
            role=SeatRole(seat.role),
            delegation_id=seat.delegation_id,
            is_focal_point=seat.focal_point_at is not None,
        )
        for seat, person in session.execute(statement)
    ]
