"""Authorising a change: the policy's answer, as a capacity for the journal or an error for the person."""

from __future__ import annotations

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.guard import capacities_for
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.errors import Denied, NotFound


def authorise(actor: Actor, permission: Permission, subject: Subject, *, reading: bool = False) -> Capacity:
    """The capacity in which the actor may do this; `reading` where nothing but the reading itself is noted.

    Raises Denied for somebody who takes part in the initiative, NotFound for everybody else: they may not
    even know that it exists. Raises Denied `second_factor_needed` for somebody who may, and whose capacity the
    initiative's rules of procedure bind to a second factor that they do not have.
    """
    held = list(capacities_for(actor, permission, subject))
    for capacity in held:
        if reading or actor.acts_as(capacity.role, subject.initiative_id):
            return capacity
    if held:
        raise Denied("second_factor_needed")
    if actor.takes_part_in(subject.initiative_id) or (subject.initiative_id is None and actor.person_id):
        raise Denied("denied", permission=permission)
    raise NotFound()
