"""Role × permission: what the policy gives to each role, on whose matter. Asked by the page and by the stored matrix."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.access.guard import capacity_for
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject

HERE, OWN, OTHER = "initiative", "own", "other"
MATTERS: Mapping[str, Subject] = {
    "own": Subject(HERE, OWN),
    "other": Subject(HERE, OTHER),
    "whole": Subject(HERE),
}
"""A matter of the own delegation, of another one, and of no delegation."""


def seated(role: SeatRole, standing: Standing = Standing.MEMBER, initiative_id: str = HERE) -> Seat:
    """A seat in the own delegation."""
    return Seat(initiative_id, OWN, "OWN", "Own delegation", Constituency.STATE, standing, role)


def somebody(*seats: Seat, office: OfficeKind | None = None, administrator: bool = False) -> Actor:
    """A person with these seats and this office."""
    offices = (Office(HERE, office),) if office else ()
    return Actor("p", "P", is_administrator=administrator, seats=seats, offices=offices)


def held(actor: Actor, permission: Permission) -> dict[str, str]:
    """On which matters the actor has the permission, each with the role in which it is used."""
    return {
        matter: capacity.role
        for matter, subject in MATTERS.items()
        if (capacity := capacity_for(actor, permission, subject)) is not None
    }
