"""Closing a decision at its deadline: judging whom the notice reached, counting, and what it does to the text."""

from __future__ import annotations

import datetime as dt
import hashlib

from webapp.base.access.actor import SYSTEM, Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries
from webapp.features.decisions.events import ChairsMustDecide, Closed, DeadlineMoved, MemberReaction
from webapp.features.decisions.models import Decision, Elector, Extension, Statement
from webapp.features.decisions.rules import silence, transitions
from webapp.features.decisions.rules.answers import OBJECT, RESERVATION
from webapp.features.decisions.rules.ballot import counting_positions
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import Outcome, Result, to_json
from webapp.features.decisions.rules.record import Record, write_record
from webapp.features.decisions.rules.silence import AtDeadline
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState, Ended
from webapp.features.decisions.service.reminders import plan_reminders
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import read_procedure
from webapp.features.instruments import service as instruments_service


def close_decision(work: Work, actor: Actor, decision_id: str) -> None:
    """Close an open decision whose deadline has come, or move the deadline of a silence procedure.

    Does nothing otherwise, so that it may run twice.
    """
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.DECISION_CLOSE, Subject(decision.initiative_id))
    settle(work, by, decision)


def settle_by_itself(work: Work, decision: Decision) -> None:
    """Do what the clock asks for now, before an act on a decision that is locked already."""
    by = authorise(SYSTEM, Permission.DECISION_CLOSE, Subject(decision.initiative_id))
    settle(work, by, decision)


def settle(work: Work, by: Capacity, decision: Decision) -> None:
    """Close the locked decision where it is due; a silence procedure only where every member was reached."""
    now = work.now()
    if not transitions.is_due_to_close(
        decision.state, decision.closes_at, now, awaits_chairs=decision.awaits_chairs
    ):
        return
    if decision.kind == DecisionKind.SILENCE and _stays_open(work, by, decision, now):
        return
    finish(work, by, decision, now, Ended.DEADLINE)
    record_closed(work, by, decision)


def finish(
    work: Work, by: Capacity, decision: Decision, now: dt.datetime, ended: Ended, reason: str | None = None
) -> None:
    """Count the locked decision and put what follows into the text; an indication has neither."""
    transitions.check_move(decision.state, DecisionState.CLOSED)
    decision.state, decision.closed_at = DecisionState.CLOSED, now
    decision.ended, decision.end_reason = ended, reason
    decision.awaits_chairs = False
    decision.pending_act = decision.pending_by = decision.pending_reason = None
    if decision.kind == DecisionKind.INDICATION:
        return
    record = queries.record_of(work.session, decision)
    outcome = evaluate(record)
    decision.record = write_record(record).decode()
    decision.outcome = to_json(outcome).decode()
    decision.result = outcome.result
    work.session.flush()
    _add_reservations(work, decision, record, outcome)
    _put_into_text(work, by, decision, outcome)


def record_closed(work: Work, by: Capacity, decision: Decision) -> None:
    """Record that a decision closed, with the hashes of what is published."""
    silent = decision.kind == DecisionKind.SILENCE
    found = queries.reactions(work.session, decision) if silent else {}
    work.record(
        by,
        Closed(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            number=decision.number,
            kind=decision.kind,
            ended=decision.ended or "",
            result=decision.result,
            closes_at=decision.closes_at,
            record_hash=_digest(decision.record),
            outcome_hash=_digest(decision.outcome),
            reason=decision.end_reason or "",
            reactions=tuple(MemberReaction(code=code, reaction=reaction) for code, reaction in found.items()),
        ),
    )


def _stays_open(work: Work, by: Capacity, decision: Decision, now: dt.datetime) -> bool:
    """Judge, once, whom the notice reached: silence binds nobody else. A break needs no judging."""
    counting = counting_positions(queries.record_of(work.session, decision).positions)
    if any(position.option == OBJECT for position in counting.values()):
        return False
    procedure = read_procedure(initiatives.initiative(work.session, decision.initiative_id).procedure)
    unreached = queries.unreached_electors(work.session, decision)
    follows = silence.at_deadline(
        unreached=len(unreached), moved_times=decision.moved_times, moves=procedure.silence_moves
    )
    if follows is AtDeadline.MOVE:
        _move(work, by, decision, now, unreached)
    elif follows is AtDeadline.CHAIRS:
        _leave_to_chairs(work, by, decision, unreached)
    return follows is not AtDeadline.LAPSE


def _move(work: Work, by: Capacity, decision: Decision, now: dt.datetime, unreached: list[Elector]) -> None:
    initiative = initiatives.initiative(work.session, decision.initiative_id)
    procedure = read_procedure(initiative.procedure)
    before = decision.closes_at
    after = silence.moved_deadline(
        before,
        now,
        hours=procedure.silence_move_hours,
        holidays=procedure.holidays,
        zone=initiative.time_zone,
    )
    codes = tuple(row.code for row in unreached)
    decision.closes_at, decision.moved_times = after, decision.moved_times + 1
    work.session.add(
        Extension(decision_id=decision.id, at=now, before=before, after=after, reason=", ".join(codes))
    )
    plan_reminders(work, decision, now)
    work.record(
        by,
        DeadlineMoved(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            before=before,
            after=after,
            reason="",
            by_rule=True,
            unreached=codes,
        ),
    )


def _leave_to_chairs(work: Work, by: Capacity, decision: Decision, unreached: list[Elector]) -> None:
    decision.awaits_chairs = True
    decision.pending_act = decision.pending_by = decision.pending_reason = None
    work.record(
        by,
        ChairsMustDecide(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            number=decision.number,
            unreached=tuple(row.code for row in unreached),
        ),
    )


def _add_reservations(work: Work, decision: Decision, record: Record, outcome: Outcome) -> None:
    """The reason of each counting agreement with reservation makes exactly one statement."""
    counting = counting_positions(record.positions)
    left_out = {discarded.delegation for discarded in outcome.discarded}
    for row in queries.electors(work.session, decision.id):
        position = counting.get(row.code)
        if position is None or position.option != RESERVATION or row.code in left_out:
            continue
        taken = queries.latest_position(work.session, decision.id, row.delegation_id)
        assert taken is not None
        work.session.add(
            Statement(
                decision_id=decision.id,
                delegation_id=row.delegation_id,
                revision_id=decision.revision_id,
                kind="reservation",
                body=position.reason or "",
                by=taken.taken_by,
                at=taken.at,
            )
        )


def _put_into_text(work: Work, by: Capacity, decision: Decision, outcome: Outcome) -> None:
    """Passed: agreed, but for what still holds a bracket. Anything else: back to consultation."""
    if not decision.provision_ids:
        return
    concerned = list(decision.provision_ids)
    if outcome.result is not Result.PASSED:
        instruments_service.back_to_consultation(work, by, decision.initiative_id, concerned)
        return
    instruments_service.agree(
        work, by, decision.initiative_id, concerned, ad_referendum=bool(outcome.ad_referendum)
    )


def _digest(document: str | None) -> str | None:
    return None if document is None else hashlib.sha256(document.encode()).hexdigest()
