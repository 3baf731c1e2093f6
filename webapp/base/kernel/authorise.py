"""Authorising a change: the policy's answer, as a capacity for the journal or an error for the person."""

from __future__ import annotations

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.guard import capacity_for
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.errors import Denied, NotFound


def authorise(actor: Actor, permission: Permission, subject: Subject) -> Capacity:
    """The capacity in which the actor may do this.

    Raises Denied for somebody who takes part in the initiative, NotFound for everybody else: they may not
    even know that it exists.
    """
    capacity = capacity_for(actor, permission, subject)
    if capacity is not None:
        return capacity
    if actor.takes_part_in(subject.initiative_id) or (subject.initiative_id is None and actor.person_id):
        raise Denied("denied", permission=permission)
    raise NotFound()
