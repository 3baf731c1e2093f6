"""Accrediting delegations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from webapp.base.access.actor import Actor, Capacity, Constituency, Standing
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid
from webapp.base.kernel.ids import new_id
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries, rules
from webapp.features.participants.events import DelegationAccredited
from webapp.features.participants.models import Delegation


def accredit(
    work: Work,
    actor: Actor,
    initiative_id: str,
    *,
    code: str,
    name: str,
    constituency: Constituency,
    standing: Standing,
    tags: Iterable[str] = (),
) -> Delegation:
    """Accredit a delegation. Raises Invalid where code or name are taken or the code has another shape."""
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.DELEGATION_ACCREDIT, Subject(initiative.id))
    rules.check_code(code)
    _check_free(work, initiative, code, name)
    row = Delegation(
        initiative_id=initiative.id,
        code=code,
        name=name,
        constituency=Constituency(constituency).value,
        standing=Standing(standing).value,
        tags=rules.clean_tags(tags),
    )
    return enter_delegation(work, by, row, work.now())


def enter_delegation(work: Work, by: Capacity, row: Delegation, at: dt.datetime) -> Delegation:
    """The delegation in the list; the caller has authorised it, locked the initiative and seen that it is free."""
    row.id = new_id()
    row.accredited_at = at
    work.session.add(row)
    work.record(
        by,
        DelegationAccredited(
            initiative_id=row.initiative_id,
            object_id=row.id,
            code=row.code,
            delegation_name=row.name,
            constituency=row.constituency,
            standing=row.standing,
            tags=tuple(row.tags),
        ),
    )
    return row


def _check_free(work: Work, initiative: Initiative, code: str, name: str) -> None:
    """Code and name tell delegations apart; the caller has locked the initiative."""
    for other in queries.delegations(work.session, initiative.id):
        if other.code == code:
            raise Invalid("participants.code_taken", field="code", taken=code, name=other.name)
        if other.name.casefold() == name.casefold():
            raise Invalid("participants.name_taken", field="name", name=other.name)
