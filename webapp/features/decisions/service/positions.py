"""Taking a position, breaking silence, and objecting too late."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries
from webapp.features.decisions.events import LateObjectionReceived, PositionTaken, SilenceBroken
from webapp.features.decisions.models import Decision, Elector, Position, Statement
from webapp.features.decisions.queries.decisions import AMONG_CHAIRS
from webapp.features.decisions.rules import answers, transitions
from webapp.features.decisions.rules.answers import Answer
from webapp.features.decisions.rules.outcome import Result
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState, Ended
from webapp.features.decisions.service.closing import finish, settle_by_itself
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import read_procedure


def take_position(work: Work, actor: Actor, decision_id: str, answer: Answer) -> Position | Statement:
    """Take the position of the actor's delegation; under silence, `object` breaks it.

    A statement is returned where an objection to a text under silence came after the deadline: it is kept, and the
    agreement stands. Any other position that comes a moment too late is refused.
    """
    decision = lock(work.session, Decision, decision_id)
    seat = actor.seat_in(decision.initiative_id)
    own = Subject(decision.initiative_id, seat.delegation_id if seat else None)
    by = authorise(actor, Permission.POSITION_TAKE, own)
    if decision.state in AMONG_CHAIRS:
        raise NotFound()
    elector = queries.elector(work.session, decision.id, own.delegation_id or "")
    if elector is None:
        raise Refused("decisions.not_in_electorate")
    if decision.kind == DecisionKind.SILENCE:
        # The deadline may have passed and not been judged yet: only then is it known whether it moves.
        settle_by_itself(work, decision)
    now = work.now()
    late = _is_late_objection(decision, answer, now)
    if not late:
        transitions.check_takes_positions(decision.state, decision.closes_at, now)
    _check(work, decision, answer, now)
    if late:
        return _keep_late_objection(work, by, decision, elector, answer, now)
    position = _add_position(work, by, decision, elector, answer, now)
    if answers.breaks_silence(decision.kind, answer.option):
        _end_if_rules_say_so(work, by, decision, elector, answer, now)
    return position


def _check(work: Work, decision: Decision, answer: Answer, now: dt.datetime) -> None:
    initiative = initiatives.initiative(work.session, decision.initiative_id)
    answers.check_answer(
        decision.kind,
        answer,
        queries.frozen_rule(work.session, decision),
        provisions=decision.provision_ids,
        today=now.astimezone(ZoneInfo(initiative.time_zone)).date(),
    )


def _is_late_objection(decision: Decision, answer: Answer, now: dt.datetime) -> bool:
    if not answers.breaks_silence(decision.kind, answer.option):
        return False
    if decision.state == DecisionState.CLOSED:
        return decision.result == Result.PASSED
    return decision.state == DecisionState.OPEN and now >= decision.closes_at


def _add_position(
    work: Work, by: Capacity, decision: Decision, elector: Elector, answer: Answer, now: dt.datetime
) -> Position:
    earlier = queries.latest_position(work.session, decision.id, elector.delegation_id)
    position = Position(
        decision_id=decision.id,
        delegation_id=elector.delegation_id,
        sequence=earlier.sequence + 1 if earlier else 1,
        option=answer.option,
        reason=answer.reason or None,
        ad_referendum=answer.ad_referendum,
        concerns=list(answer.concerns),
        taken_by=by.person_id,
        # In the record the latest moment counts: a clock that was set back must not revive an earlier position.
        at=max(now, earlier.at) if earlier else now,
    )
    work.session.add(position)
    work.session.flush()
    work.record(
        by,
        PositionTaken(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            code=elector.code,
            sequence=position.sequence,
            option=answer.option,
            reason=answer.reason,
            ad_referendum=answer.ad_referendum,
            concerns=answer.concerns,
        ),
    )
    return position


def _end_if_rules_say_so(
    work: Work, by: Capacity, decision: Decision, elector: Elector, answer: Answer, now: dt.datetime
) -> None:
    """One break ends the procedure at once, unless the initiative collects objections until the deadline."""
    initiative = initiatives.initiative(work.session, decision.initiative_id)
    if read_procedure(initiative.procedure).collect_objections:
        return
    finish(work, by, decision, now, Ended.BROKEN)
    # Everybody is told who and why by the break itself; there is nothing left for the co-chairs to announce.
    decision.announced_at = now
    work.record(
        by,
        SilenceBroken(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            code=elector.code,
            delegation_name=elector.name,
            reason=answer.reason,
            concerns=answer.concerns,
        ),
    )


def _keep_late_objection(
    work: Work, by: Capacity, decision: Decision, elector: Elector, answer: Answer, now: dt.datetime
) -> Statement:
    statement = Statement(
        decision_id=decision.id,
        delegation_id=elector.delegation_id,
        revision_id=decision.revision_id,
        kind="late_objection",
        body=answer.reason,
        by=by.person_id,
        at=now,
    )
    work.session.add(statement)
    work.session.flush()
    work.record(
        by,
        LateObjectionReceived(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            code=elector.code,
            delegation_name=elector.name,
            statement_id=statement.id,
            reason=answer.reason,
        ),
    )
    return statement
