"""Clauses of the policy: each says in which capacity an actor may act on a subject, or that they may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from webapp.base.access.actor import Actor, Capacity, OfficeKind, Seat, SeatRole, Standing


@dataclass(frozen=True)
class Subject:
    """What an act is about: the delegation whose matter it is, if it is one's; the person whose account it is."""

    initiative_id: str | None = None
    delegation_id: str | None = None
    person_id: str | None = None


@dataclass(frozen=True)
class Clause:
    """One way to have a permission: its name, by which pages put it into words, and the capacity in which it is used."""

    name: str
    capacity: Callable[[Actor, Subject], Capacity | None]


def system() -> Clause:
    """The application itself, at a due moment."""

    def capacity(actor: Actor, subject: Subject) -> Capacity | None:
        return Capacity(None, actor.name, "system") if actor.is_system else None

    return Clause("system", capacity)


def administrator() -> Clause:
    """The site's administrators."""

    def capacity(actor: Actor, subject: Subject) -> Capacity | None:
        return Capacity(actor.person_id, actor.name, "administrator") if actor.is_administrator else None

    return Clause("administrator", capacity)


def oneself() -> Clause:
    """A signed-in person, about the own account."""

    def capacity(actor: Actor, subject: Subject) -> Capacity | None:
        if actor.person_id is None or actor.person_id != subject.person_id:
            return None
        return Capacity(actor.person_id, actor.name, "person")

    return Clause("oneself", capacity)


def office(kind: OfficeKind, *, not_on_own_matter: bool = False) -> Clause:
    """Holders of an office; where asked, not on a matter of their own delegation."""

    def capacity(actor: Actor, subject: Subject) -> Capacity | None:
        if not actor.holds(kind, subject.initiative_id):
            return None
        seat = actor.seat_in(subject.initiative_id)
        if not_on_own_matter and seat is not None and seat.delegation_id == subject.delegation_id:
            return None
        return Capacity(
            actor.person_id,
            actor.name,
            kind,
            seat.delegation_id if seat else None,
            seat.delegation_name if seat else None,
        )

    return Clause(_name(kind, not_on_own_matter and "not_on_own_matter"), capacity)


def seat(
    *roles: SeatRole,
    own: bool = False,
    standing: Standing | None = None,
    without_office: bool = False,
) -> Clause:
    """Holders of a seat; `own`: on a matter of their own delegation; `without_office`: holding no office."""

    def capacity(actor: Actor, subject: Subject) -> Capacity | None:
        held = actor.seat_in(subject.initiative_id)
        if held is None or (roles and held.role not in roles):
            return None
        if own and held.delegation_id != subject.delegation_id:
            return None
        if standing is not None and held.standing is not standing:
            return None
        if without_office and any(item.initiative_id == subject.initiative_id for item in actor.offices):
            return None
        return _of_seat(actor, held)

    holders = roles or ("seat",)
    return Clause(_name(*holders, own and "own", standing, without_office and "without_office"), capacity)


def _name(*parts: str | Literal[False] | None) -> str:
    return " ".join(str(part) for part in parts if part)


def _of_seat(actor: Actor, held: Seat) -> Capacity:
    return Capacity(actor.person_id, actor.name, held.role, held.delegation_id, held.delegation_name)
