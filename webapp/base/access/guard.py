"""Asking the policy."""

from __future__ import annotations

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY
from webapp.base.access.predicates import Subject


def capacity_for(actor: Actor, permission: Permission, subject: Subject) -> Capacity | None:
    """In which capacity the actor has this permission on this subject, or None."""
    for clause in POLICY[permission]:
        capacity = clause.capacity(actor, subject)
        if capacity is not None:
            return capacity
    return None


def allowed(actor: Actor, permission: Permission, subject: Subject) -> bool:
    """Whether the actor has this permission on this subject."""
    return capacity_for(actor, permission, subject) is not None
