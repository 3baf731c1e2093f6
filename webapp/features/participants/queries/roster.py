"""Who takes part, as the People page and the initiative's page show it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, Constituency, OfficeKind, Standing
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.features.participants.models import Delegation
from webapp.features.participants.queries.invitations import pending_invitations
from webapp.features.participants.queries.seats import (
    HeldOffice,
    SeatedPerson,
    delegations,
    offices,
    seated,
)


@dataclass(frozen=True)
class RosterEntry:
    """A delegation with its people, as far as the reader may see and change them."""

    delegation: Delegation
    people: tuple[SeatedPerson, ...]
    shows_addresses: bool
    """Mail addresses are seen by the own delegation and the secretariat."""
    may_invite: bool
    may_end: bool


@dataclass(frozen=True)
class RosterGroup:
    """The delegations of one constituency."""

    constituency: Constituency
    entries: tuple[RosterEntry, ...]


@dataclass(frozen=True)
class Count:
    """How many delegations of a constituency are members and observers."""

    constituency: Constituency
    members: int
    observers: int


@dataclass(frozen=True)
class TakingPart:
    """Offices and figures for the initiative's own page."""

    co_chairs: tuple[HeldOffice, ...]
    secretariat: tuple[HeldOffice, ...]
    counts: tuple[Count, ...]
    invited_officers: tuple[str, ...]
    """Names of those who are invited to the secretariat and have not accepted."""


def roster(session: Session, actor: Actor, initiative_id: str) -> list[RosterGroup]:
    """The delegations by constituency, each with its people; empty constituencies are left out."""
    people = seated(session, initiative_id)
    rows = delegations(session, initiative_id)
    groups = []
    for kind in Constituency:
        entries = tuple(
            _entry(actor, row, tuple(person for person in people if person.delegation_id == row.id))
            for row in rows
            if row.constituency == kind
        )
        if entries:
            groups.append(RosterGroup(kind, entries))
    return groups


def taking_part(session: Session, initiative_id: str) -> TakingPart:
    """Who holds the offices, and how many delegations of each constituency take part."""
    held = offices(session, initiative_id)
    rows = delegations(session, initiative_id)
    return TakingPart(
        co_chairs=tuple(office for office in held if office.kind is OfficeKind.CO_CHAIR),
        secretariat=tuple(office for office in held if office.kind is OfficeKind.SECRETARIAT),
        counts=tuple(_count(kind, rows) for kind in Constituency),
        invited_officers=tuple(
            row.name
            for row in pending_invitations(session, initiative_id)
            if row.office_kind == OfficeKind.SECRETARIAT
        ),
    )


def _entry(actor: Actor, row: Delegation, people: tuple[SeatedPerson, ...]) -> RosterEntry:
    subject = Subject(row.initiative_id, row.id)
    seat = actor.seat_in(row.initiative_id)
    own = seat is not None and seat.delegation_id == row.id
    return RosterEntry(
        delegation=row,
        people=people,
        shows_addresses=own or actor.holds(OfficeKind.SECRETARIAT, row.initiative_id),
        may_invite=allowed(actor, Permission.SEAT_INVITE, subject),
        may_end=allowed(actor, Permission.SEAT_END, subject),
    )


def _count(kind: Constituency, rows: list[Delegation]) -> Count:
    of_kind = [row.standing for row in rows if row.constituency == kind]
    return Count(kind, of_kind.count(Standing.MEMBER), of_kind.count(Standing.OBSERVER))
