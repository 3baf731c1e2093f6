"""A whole table of participants at once: all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.locks import lock, lock_all
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries
from webapp.features.participants.models import Delegation, Invitation
from webapp.features.participants.rules.importing import (
    Entry,
    OfDelegation,
    OfPerson,
    fingerprint,
    plan,
)
from webapp.features.participants.service.delegations import enter_delegation
from webapp.features.participants.service.inviting import send_invitation


@dataclass(frozen=True)
class Imported:
    """How much a table did."""

    delegations: int
    invitations: int


def import_participants(
    work: Work, actor: Actor, initiative_id: str, entries: Sequence[Entry], *, shown: str
) -> Imported:
    """Accredit and invite as the table says. `shown` is the fingerprint of the plan that was looked at.

    Raises Refused where a line has a fault, or where the table would do something else by now: it is looked at anew.
    """
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.DELEGATION_ACCREDIT, Subject(initiative.id))
    authorise(actor, Permission.SEAT_INVITE, Subject(initiative.id))
    lock_all(work.session, Delegation, Delegation.initiative_id == initiative.id)
    steps = plan(entries, queries.present(work.session, initiative.id))
    if fingerprint(steps) != shown or any(step.faults for step in steps):
        raise Refused("participants.import_changed")
    at = work.now()
    ids = {row.code: row.id for row in queries.delegations(work.session, initiative.id)}
    made = [step.entry for step in steps if step.delegation is OfDelegation.ACCREDIT]
    ids |= {
        entry.code: enter_delegation(work, by, _delegation(initiative.id, entry), at).id for entry in made
    }
    work.session.flush()
    invited = [step.entry for step in steps if step.person is OfPerson.INVITE]
    for entry in invited:
        send_invitation(work, by, _invitation(initiative.id, ids[entry.code], entry), at)
    return Imported(len(made), len(invited))


def _delegation(initiative_id: str, entry: Entry) -> Delegation:
    assert entry.constituency is not None
    assert entry.standing is not None
    return Delegation(
        initiative_id=initiative_id,
        code=entry.code,
        name=entry.name,
        constituency=entry.constituency.value,
        standing=entry.standing.value,
        tags=list(entry.tags),
    )


def _invitation(initiative_id: str, delegation_id: str, entry: Entry) -> Invitation:
    assert entry.seat is not None
    return Invitation(
        initiative_id=initiative_id,
        delegation_id=delegation_id,
        seat_role=entry.seat.value,
        email=entry.email,
        name=entry.person,
    )
