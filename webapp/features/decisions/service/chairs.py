"""What the co-chairs do with an open decision, and announcing its outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions.events import (
    ActDeclined,
    ActProposed,
    Announced,
    DeadlineMoved,
    Withdrawn,
)
from webapp.features.decisions.models import Decision, Extension
from webapp.features.decisions.rules import silence, transitions
from webapp.features.decisions.rules.transitions import ChairsAct, DecisionKind, DecisionState, Ended
from webapp.features.decisions.service.closing import finish, record_closed
from webapp.features.decisions.service.reminders import plan_reminders
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import read_procedure

PERMISSIONS: Mapping[ChairsAct, Permission] = {
    ChairsAct.WITHDRAW: Permission.DECISION_WITHDRAW,
    ChairsAct.DECLARE_AGREED: Permission.SILENCE_DECIDE,
}


def extend(work: Work, actor: Actor, decision_id: str, *, closes_at: dt.datetime, reason: str) -> None:
    """Extend a silence procedure before its deadline: one new deadline for all, the text stays as it is."""
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.SILENCE_EXTEND, Subject(decision.initiative_id))
    now = work.now()
    if decision.kind != DecisionKind.SILENCE:
        raise Refused("decisions.no_silence")
    transitions.check_takes_positions(decision.state, decision.closes_at, now)
    _check_reason(reason)
    _check_new_deadline(work, decision, closes_at)
    before, decision.closes_at = decision.closes_at, closes_at
    extension = Extension(
        decision_id=decision.id, at=now, before=before, after=closes_at, reason=reason, by=actor.person_id
    )
    work.session.add(extension)
    plan_reminders(work, decision, now)
    work.record(
        by,
        DeadlineMoved(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            before=before,
            after=closes_at,
            reason=reason,
            by_rule=False,
        ),
    )


def propose_act(work: Work, actor: Actor, decision_id: str, act: ChairsAct, reason: str) -> None:
    """Ask the other co-chair to confirm that the decision is withdrawn, or that silence is declared agreement.

    Where the rules of procedure waive the confirmation, it takes effect at once.
    """
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, PERMISSIONS[act], Subject(decision.initiative_id))
    now = work.now()
    _check_possible(decision, act, now)
    _check_reason(reason)
    if decision.pending_act is not None:
        raise Refused("decisions.act_pending")
    initiative = initiatives.initiative(work.session, decision.initiative_id)
    if not read_procedure(initiative.procedure).chairs_confirm:
        _take_effect(work, by, decision, act, reason, now)
        return
    decision.pending_act, decision.pending_reason = act, reason
    decision.pending_by = actor.person_id
    work.record(
        by,
        ActProposed(
            initiative_id=decision.initiative_id, object_id=decision.id, act=act.value, reason=reason
        ),
    )


def confirm_act(work: Work, actor: Actor, decision_id: str) -> ChairsAct:
    """Confirm as the second co-chair what the first asked for; gives what took effect."""
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.DECISION_CONFIRM, Subject(decision.initiative_id))
    now = work.now()
    if decision.pending_act is None:
        raise Refused("decisions.nothing_pending")
    transitions.check_confirmer(decision.pending_by, actor.person_id)
    act = ChairsAct(decision.pending_act)
    _check_possible(decision, act, now)
    _take_effect(work, by, decision, act, decision.pending_reason or "", now)
    return act


def decline_act(work: Work, actor: Actor, decision_id: str) -> None:
    """Decline what the other co-chair asked for, or take back one's own."""
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.DECISION_CONFIRM, Subject(decision.initiative_id))
    if decision.pending_act is None:
        raise Refused("decisions.nothing_pending")
    act, decision.pending_act = decision.pending_act, None
    decision.pending_by = decision.pending_reason = None
    work.record(by, ActDeclined(initiative_id=decision.initiative_id, object_id=decision.id, act=act))


def announce(work: Work, actor: Actor, decision_id: str) -> None:
    """Announce the outcome of a closed decision; it cannot alter it."""
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.DECISION_ANNOUNCE, Subject(decision.initiative_id))
    now = work.now()
    transitions.check_announceable(decision.kind, decision.state, decision.announced_at)
    decision.announced_at, decision.announced_by = now, actor.person_id
    work.record(
        by,
        Announced(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            number=decision.number,
            result=decision.result or "",
        ),
    )


def _check_possible(decision: Decision, act: ChairsAct, now: dt.datetime) -> None:
    if decision.state != DecisionState.OPEN:
        raise Refused("decisions.not_open")
    if act is ChairsAct.DECLARE_AGREED and not decision.awaits_chairs:
        raise Refused("decisions.not_for_the_chairs")
    # Between the deadline and the counting nobody can take back what the clock has settled.
    if not decision.awaits_chairs and now >= decision.closes_at:
        raise Refused("decisions.closed", closes_at=decision.closes_at)


def _check_new_deadline(work: Work, decision: Decision, closes_at: dt.datetime) -> None:
    initiative = initiatives.initiative(work.session, decision.initiative_id)
    silence.check_extension(decision.closes_at, closes_at)
    silence.check_day(closes_at, read_procedure(initiative.procedure).holidays, initiative.time_zone)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid("decisions.no_reason", field="reason")


def _take_effect(
    work: Work, by: Capacity, decision: Decision, act: ChairsAct, reason: str, now: dt.datetime
) -> None:
    if act is ChairsAct.DECLARE_AGREED:
        finish(work, by, decision, now, Ended.CHAIRS, reason)
        record_closed(work, by, decision)
        return
    decision.pending_act = decision.pending_by = decision.pending_reason = None
    decision.awaits_chairs = False
    decision.state, decision.end_reason = DecisionState.WITHDRAWN, reason
    work.record(
        by,
        Withdrawn(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            number=decision.number,
            reason=reason,
        ),
    )
