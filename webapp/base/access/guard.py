"""Asking the policy."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY
from webapp.base.access.predicates import Subject


def capacity_for(actor: Actor, permission: Permission, subject: Subject) -> Capacity | None:
    """In which capacity the actor has this permission on this subject, or None."""
    return next(capacities_for(actor, permission, subject), None)


def capacities_for(actor: Actor, permission: Permission, subject: Subject) -> Iterator[Capacity]:
    """Every capacity in which the actor has this permission on this subject, in the order of the policy."""
    held = (clause.capacity(actor, subject) for clause in POLICY[permission])
    return (capacity for capacity in held if capacity is not None)


def allowed(actor: Actor, permission: Permission, subject: Subject) -> bool:
    """Whether the actor has this permission on this subject."""
    return capacity_for(actor, permission, subject) is not None
