"""Issuing a revision: one co-chair proposes, the other confirms or declines."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.cleaning import clean_text
from webapp.base.kernel.errors import Invalid, NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.drafting import queries, rules
from webapp.features.drafting.events import (
    RevisionDeclined,
    RevisionIssued,
    RevisionProposed,
    RevisionWithdrawn,
)
from webapp.features.drafting.queries import Plan
from webapp.features.instruments import service as instruments
from webapp.features.instruments.models import Instrument, Revision, RevisionProvision
from webapp.features.instruments.rules import symbols
from webapp.features.instruments.rules.snapshot import Snapshot, canonical

LONGEST_REASON = 4000


def propose_revision(
    work: Work,
    actor: Actor,
    initiative_id: str,
    instrument_id: str,
    *,
    seen_hash: str,
    acknowledged: Collection[str],
) -> Revision:
    """Propose to issue the rolling text; without a second co-chair by the rules of procedure, issue it.

    `seen_hash` is the hash of the text that was looked over, `acknowledged` the keys of its changes of strength.
    """
    instrument = _locked(work, initiative_id, instrument_id)
    by = authorise(actor, Permission.REVISION_PROPOSE, Subject(initiative_id))
    if queries.proposed_revision(work.session, instrument.id) is not None:
        raise Refused("drafting.already_proposed")
    plan = queries.plan(work.session, instrument)
    if plan.hash != seen_hash:
        raise Refused("drafting.text_moved")
    _check(plan)
    _check_acknowledged(plan, acknowledged)
    row = _propose(work, actor, instrument, plan)
    if queries.needs_second(work.session, initiative_id):
        flags = tuple(flag.words for flag in plan.changes.flags)
        work.record(by, RevisionProposed(acknowledged=flags, **_about(instrument, row)))
    else:
        _issue(work, by, instrument, row, plan.changes.after)
    return row


def confirm_revision(work: Work, actor: Actor, initiative_id: str, revision_id: str) -> Revision:
    """Issue what the other co-chair proposed, if the text still stands as it was proposed."""
    instrument, row = _proposed(work, initiative_id, revision_id)
    by = authorise(actor, Permission.REVISION_CONFIRM, Subject(initiative_id))
    if row.proposed_by == actor.person_id and queries.needs_second(work.session, initiative_id):
        raise Refused("drafting.own_proposal")
    plan = queries.plan(work.session, instrument)
    if plan.hash != row.hash:
        raise Refused("drafting.text_changed")
    _check(plan)
    row.confirmed_by = actor.person_id
    _issue(work, by, instrument, row, plan.changes.after)
    return row


def decline_revision(work: Work, actor: Actor, initiative_id: str, revision_id: str, *, reason: str) -> None:
    """Decline to issue what the other co-chair proposed, with a reason."""
    instrument, row = _proposed(work, initiative_id, revision_id)
    by = authorise(actor, Permission.REVISION_CONFIRM, Subject(initiative_id))
    if row.proposed_by == actor.person_id:
        raise Refused("drafting.own_proposal")
    told = clean_text(reason, LONGEST_REASON).strip()
    if not told:
        raise Invalid("drafting.reason_missing", field="reason")
    now = work.now()
    row.state, row.reason, row.ended_by, row.ended_at = "declined", told, actor.person_id, now
    work.record(by, RevisionDeclined(reason=told, **_about(instrument, row)))


def withdraw_revision(work: Work, actor: Actor, initiative_id: str, revision_id: str) -> None:
    """Withdraw the own proposal to issue a revision."""
    instrument, row = _proposed(work, initiative_id, revision_id)
    by = authorise(actor, Permission.REVISION_PROPOSE, Subject(initiative_id))
    if row.proposed_by != actor.person_id:
        raise Refused("drafting.not_own_proposal")
    row.state, row.ended_by, row.ended_at = "withdrawn", actor.person_id, work.now()
    work.record(by, RevisionWithdrawn(**_about(instrument, row)))


def _locked(work: Work, initiative_id: str, instrument_id: str) -> Instrument:
    instrument = lock(work.session, Instrument, instrument_id)
    if instrument.initiative_id != initiative_id:
        raise NotFound()
    return instrument


def _proposed(work: Work, initiative_id: str, revision_id: str) -> tuple[Instrument, Revision]:
    """The proposal, its instrument locked first; raises Refused where it is one no longer."""
    instrument_id = queries.proposal(work.session, initiative_id, revision_id).instrument_id
    instrument = _locked(work, initiative_id, instrument_id)
    row = lock(work.session, Revision, revision_id)
    if row.state != "proposed":
        raise Refused("drafting.not_proposed")
    return instrument, row


def _propose(work: Work, actor: Actor, instrument: Instrument, plan: Plan) -> Revision:
    row = Revision(
        instrument_id=instrument.id,
        state="proposed",
        label=plan.label,
        hash=plan.hash,
        snapshot=canonical(plan.changes.after).decode(),
        proposed_by=actor.person_id,
        proposed_at=work.now(),
    )
    work.session.add(row)
    work.session.flush()
    return row


def _about(instrument: Instrument, row: Revision) -> dict[str, Any]:
    """What every event about a revision tells."""
    return {
        "initiative_id": instrument.initiative_id,
        "object_id": row.id,
        "instrument_id": instrument.id,
        "label": row.label,
        "hash": row.hash,
    }


def _check(plan: Plan) -> None:
    for obstacle in plan.obstacles:
        raise obstacle.refusal()


def _check_acknowledged(plan: Plan, acknowledged: Collection[str]) -> None:
    left = rules.unacknowledged(plan.changes.flags, acknowledged)
    if left:
        raise Invalid("drafting.unacknowledged", field="acknowledged", changes=left)


def _issue(work: Work, by: Capacity, instrument: Instrument, row: Revision, text: Snapshot) -> None:
    ordinal = symbols.next_ordinal(queries.used_ordinals(work.session, instrument.id))
    row.state, row.ordinal, row.issued_at = "issued", ordinal, work.now()
    row.label, row.symbol = symbols.label(ordinal), symbols.symbol(instrument.symbol_stem, ordinal)
    work.session.flush()
    _write_provisions(work, row, text)
    issued = RevisionIssued(ordinal=ordinal, symbol=row.symbol, **_about(instrument, row))
    work.record(by, issued)
    provision_ids = [provision.id for provision in text.provisions]
    instruments.settle_issued(work, by, instrument.initiative_id, provision_ids)


def _write_provisions(work: Work, row: Revision, text: Snapshot) -> None:
    places = ((element, provision) for element in text.elements for provision in element.provisions)
    for ordinal, (element, provision) in enumerate(places):
        work.session.add(
            RevisionProvision(
                revision_id=row.id,
                provision_id=provision.id,
                element_id=element.id,
                number=provision.number,
                ordinal=ordinal,
                text=provision.text,
            )
        )
    work.session.flush()
