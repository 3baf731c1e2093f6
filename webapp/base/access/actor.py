"""Who acts: a person with seats and offices, or the system itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from webapp.base.access import spaces
from webapp.base.access.spaces import Space


class SeatRole(StrEnum):
    """A person's seat in a delegation."""

    HEAD = "head"
    ALTERNATE = "alternate"
    DELEGATE = "delegate"
    ADVISER = "adviser"


SPEAKING = (SeatRole.HEAD, SeatRole.ALTERNATE)
"""Seats whose holders speak for the delegation and can be its focal point."""


class OfficeKind(StrEnum):
    """An office in an initiative, held with or without a seat."""

    CO_CHAIR = "co_chair"
    SECRETARIAT = "secretariat"


class Standing(StrEnum):
    """A delegation's standing in an initiative."""

    MEMBER = "member"
    OBSERVER = "observer"


class Constituency(StrEnum):
    """The four kinds of actors of an initiative."""

    STATE = "state"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    CIVIL_SOCIETY = "civil_society"
    PRIVATE_SECTOR = "private_sector"


@dataclass(frozen=True)
class Seat:
    """A person's seat: at most one per initiative."""

    initiative_id: str
    delegation_id: str
    delegation_code: str
    delegation_name: str
    constituency: Constituency
    standing: Standing
    role: SeatRole

    @property
    def speaks(self) -> bool:
        """Heads and alternates speak for the delegation."""
        return self.role in SPEAKING


@dataclass(frozen=True)
class Office:
    """An office that a person holds."""

    initiative_id: str
    kind: OfficeKind


@dataclass(frozen=True)
class Capacity:
    """In which capacity somebody acted; stands in the journal and on pages.

    `role` is a seat's role, an office, `administrator`, `invited`, `person` or `system`.
    """

    person_id: str | None
    person_name: str
    role: str
    delegation_id: str | None = None
    delegation_name: str | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody who asks or acts, with all seats and offices they hold at this request."""

    person_id: str | None
    name: str
    is_administrator: bool = False
    is_system: bool = False
    seats: tuple[Seat, ...] = field(default=())
    offices: tuple[Office, ...] = field(default=())
    without_factor: frozenset[tuple[str, str]] = frozenset()
    """Initiative and capacity in which the actor may read and not act, for want of a second factor."""

    def seat_in(self, initiative_id: str | None) -> Seat | None:
        """The seat in this initiative, if any."""
        return next((seat for seat in self.seats if seat.initiative_id == initiative_id), None)

    def holds(self, kind: OfficeKind, initiative_id: str | None) -> bool:
        """Whether the actor holds this office in this initiative."""
        return any(office.kind == kind and office.initiative_id == initiative_id for office in self.offices)

    def acts_as(self, role: str, initiative_id: str | None) -> bool:
        """Whether nothing keeps the actor from acting in a capacity that they have."""
        return (initiative_id, role) not in self.without_factor

    def takes_part_in(self, initiative_id: str | None) -> bool:
        """Whether the actor has a seat or an office in this initiative."""
        return self.seat_in(initiative_id) is not None or any(
            office.initiative_id == initiative_id for office in self.offices
        )

    @cached_property
    def spaces(self) -> frozenset[Space]:
        """Every space the actor is in."""
        held: set[Space] = {spaces.PUBLIC}
        if self.person_id is not None:
            held.add(spaces.of_person(self.person_id))
        if self.is_administrator:
            held.add(spaces.site())
        for seat in self.seats:
            held |= {
                spaces.of_delegation(seat.delegation_id),
                spaces.all_delegations(seat.initiative_id),
                spaces.constituency(seat.initiative_id, seat.constituency),
            }
            if seat.standing is Standing.MEMBER:
                held.add(spaces.members(seat.initiative_id))
        for office in self.offices:
            held.add(spaces.all_delegations(office.initiative_id))
            of_office = spaces.chairs if office.kind is OfficeKind.CO_CHAIR else spaces.secretariat
            held.add(of_office(office.initiative_id))
        return frozenset(held)


SYSTEM = Actor(person_id=None, name="Concord", is_system=True)
NOBODY = Actor(person_id=None, name="")
