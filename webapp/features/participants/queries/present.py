"""Who takes part now, as a table of participants sees it: what is compared on the way in, and written on the way out."""

from __future__ import annotations

from itertools import chain

from sqlalchemy.orm import Session

from webapp.base.access.actor import Constituency, SeatRole, Standing
from webapp.features.participants.models import Delegation
from webapp.features.participants.queries.invitations import pending_invitations
from webapp.features.participants.queries.seats import delegations, seated
from webapp.features.participants.rules.importing import Entry, Known, Present

_Person = tuple[str, str, SeatRole | None]
"""Name, address and seat."""
NOBODY: _Person = ("", "", None)


def present(session: Session, initiative_id: str) -> Present:
    """Delegations, and the addresses that have a seat or an invitation, in three statements."""
    rows = delegations(session, initiative_id)
    codes = {row.id: row.code for row in rows}
    return Present(
        delegations=tuple(
            Known(row.code, row.name, Constituency(row.constituency), Standing(row.standing)) for row in rows
        ),
        seats={one.email: codes[one.delegation_id] for one in seated(session, initiative_id)},
        invited={
            one.email: codes[one.delegation_id]
            for one in pending_invitations(session, initiative_id)
            if one.delegation_id is not None
        },
    )


def entries_of(session: Session, initiative_id: str) -> list[Entry]:
    """Every delegation with its people and those who are invited, as lines of a table; one without people is a line."""
    rows = delegations(session, initiative_id)
    people: dict[str, list[_Person]] = {row.id: [] for row in rows}
    for one in seated(session, initiative_id):
        people[one.delegation_id].append((one.name, one.email, one.role))
    for invited in pending_invitations(session, initiative_id):
        if invited.delegation_id is not None and invited.seat_role is not None:
            people[invited.delegation_id].append((invited.name, invited.email, SeatRole(invited.seat_role)))
    return list(chain.from_iterable(_lines(row, people[row.id]) for row in rows))


def _lines(row: Delegation, people: list[_Person]) -> list[Entry]:
    return [
        Entry(
            code=row.code,
            name=row.name,
            constituency=Constituency(row.constituency),
            standing=Standing(row.standing),
            tags=tuple(row.tags),
            person=name,
            email=email,
            seat=seat,
        )
        for name, email, seat in people or [NOBODY]
    ]
