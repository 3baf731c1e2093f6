"""The demo's accounts, as they can be used now."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.demo.content import DEMO
from webapp.features.participants import queries as participants
from webapp.features.people import queries as people

PASSWORD = "concord-demo-2026"  # noqa: S105 (it is meant to be known: the demo is served to this machine only)
"""Of every account that the demo brings."""


@dataclass(frozen=True)
class Account:
    """Somebody whom the demo lets everybody be. `roles` are seat and offices, or `administrator`."""

    email: str
    password: str
    name: str
    delegation: str | None
    delegation_code: str | None
    constituency: str | None
    roles: tuple[str, ...]


def accounts(session: Session) -> list[Account]:
    """The accounts of the demo's people with their present seats and offices, in the order of the content."""
    found = (people.person_by_email(session, person.email) for person in DEMO.people)
    return [
        _account(person.email, participants.actor_of(session, person.id))
        for person in found
        if person is not None
    ]


def _account(email: str, actor: Actor) -> Account:
    seat = actor.seats[0] if actor.seats else None
    roles = [office.kind.value for office in actor.offices]
    if seat is not None:
        roles.append(seat.role.value)
    if actor.is_administrator:
        roles.append("administrator")
    return Account(
        email=email,
        password=PASSWORD,
        name=actor.name,
        delegation=seat.delegation_name if seat else None,
        delegation_code=seat.delegation_code if seat else None,
        constituency=seat.constituency.value if seat else None,
        roles=tuple(roles),
    )
