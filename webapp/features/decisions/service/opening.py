"""Proposing a decision, and opening it by the other co-chair's confirmation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries
from webapp.features.decisions.events import Declined, Opened, Proposed
from webapp.features.decisions.models import Decision, Elector, Notice
from webapp.features.decisions.rules import proposals, silence, transitions
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState, SubjectKind
from webapp.features.decisions.service.reminders import plan_reminders
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import read_procedure
from webapp.features.instruments.models import Instrument
from webapp.features.participants import queries as participants
from webapp.features.participants.queries import SeatedPerson


def propose(work: Work, actor: Actor, initiative_id: str, proposal: Proposal) -> Decision:
    """Put a question before the other co-chair; where the rules of procedure waive that, open it at once."""
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.DECISION_PROPOSE, Subject(initiative.id))
    now = work.now()
    proposals.check_proposal(proposal, now)
    decision = _drafted(work, initiative, proposal, actor, now)
    _check_openable(work, initiative, decision, now)
    work.session.add(decision)
    work.session.flush()
    work.record(
        by,
        Proposed(
            initiative_id=initiative.id,
            object_id=decision.id,
            number=decision.number,
            kind=decision.kind,
            question=decision.question,
            rule_key=decision.rule_key,
            closes_at=decision.closes_at,
        ),
    )
    if not read_procedure(initiative.procedure).chairs_confirm:
        _open(work, by, initiative, decision, now)
    return decision


def confirm(work: Work, actor: Actor, decision_id: str) -> Decision:
    """Open a proposed decision as the second co-chair: everything that it is about is frozen from here on."""
    decision, initiative = _locked(work, decision_id)
    by = authorise(actor, Permission.DECISION_CONFIRM, Subject(decision.initiative_id))
    now = work.now()
    transitions.check_move(decision.state, DecisionState.OPEN)
    transitions.check_confirmer(decision.proposed_by, actor.person_id)
    _check_openable(work, initiative, decision, now)
    decision.confirmed_by = actor.person_id
    _open(work, by, initiative, decision, now)
    return decision


def decline(work: Work, actor: Actor, decision_id: str, reason: str) -> None:
    """Decline a proposed decision as the other co-chair, or take back one's own."""
    decision, _initiative = _locked(work, decision_id)
    by = authorise(actor, Permission.DECISION_CONFIRM, Subject(decision.initiative_id))
    transitions.check_move(decision.state, DecisionState.DECLINED)
    decision.state, decision.end_reason = DecisionState.DECLINED, reason
    work.record(
        by,
        Declined(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            number=decision.number,
            reason=reason,
        ),
    )


def _locked(work: Work, decision_id: str) -> tuple[Decision, Initiative]:
    """The initiative first: two decisions on the same words cannot open side by side."""
    initiative_id = queries.any_decision(work.session, decision_id).initiative_id
    initiative = lock(work.session, Initiative, initiative_id)
    return lock(work.session, Decision, decision_id), initiative


def _drafted(
    work: Work, initiative: Initiative, proposal: Proposal, actor: Actor, now: dt.datetime
) -> Decision:
    subject = queries.current_subject(work.session, initiative.id, proposal.subject_kind, proposal.subject_id)
    electorate = queries.present_electorate(work.session, initiative.id)
    rule_key, rule = proposals.rule_data(proposal.kind, proposal.rule_key, electorate)
    whole = proposal.subject_kind is SubjectKind.INSTRUMENT
    return Decision(
        initiative_id=initiative.id,
        instrument_id=subject.instrument_id if subject else None,
        revision_id=subject.revision_id if subject else None,
        number=queries.next_number(work.session, initiative.id),
        kind=proposal.kind,
        state=DecisionState.PROPOSED,
        subject_kind=proposal.subject_kind,
        subject_id=proposal.subject_id if subject and not whole else None,
        provision_ids=list(subject.provision_ids) if subject else [],
        question=proposal.question,
        rule_key=rule_key,
        rule=rule,
        text_hash=subject.hash if subject else proposals.question_hash(proposal.question),
        closes_at=proposal.closes_at,
        proposed_by=actor.person_id,
        proposed_at=now,
        moved_times=0,
        awaits_chairs=False,
    )


def _check_openable(work: Work, initiative: Initiative, decision: Decision, now: dt.datetime) -> None:
    """Raises Refused where the state of the text, the electorate or the deadline forbids opening."""
    session = work.session
    electorate = queries.present_electorate(session, initiative.id)
    if not electorate:
        raise Refused("decisions.no_members")
    proposals.read_frozen_rule(decision.rule, electorate)
    if decision.closes_at <= now:
        raise Refused("decisions.deadline_past", field="closes_at")
    if decision.kind == DecisionKind.SILENCE:
        procedure = read_procedure(initiative.procedure)
        silence.check_length(now, decision.closes_at, procedure.silence_hours)
        silence.check_day(decision.closes_at, procedure.holidays, initiative.time_zone)
    if decision.instrument_id is not None:
        _check_text(work, decision)


def _check_text(work: Work, decision: Decision) -> None:
    # Issuing a revision locks the instrument too: either it comes first and this is refused, or it sees the decision.
    instrument = lock(work.session, Instrument, decision.instrument_id or "")
    current = queries.current_texts(work.session, decision.initiative_id)
    if decision.revision_id not in {text.revision_id for text in current}:
        raise Refused("decisions.revision_superseded", field="subject")
    subject = queries.subject_of(work.session, decision)
    assert subject is not None
    proposals.check_free(decision.provision_ids, queries.open_provision_ids(work.session, instrument.id))
    proposals.check_no_brackets(decision.kind, subject.snapshot)


def _open(work: Work, by: Capacity, initiative: Initiative, decision: Decision, now: dt.datetime) -> None:
    decision.state, decision.opened_at = DecisionState.OPEN, now
    members = participants.members(work.session, initiative.id)
    speaking = participants.speakers_by_delegation(work.session, initiative.id)
    for member in members:
        work.session.add(
            Elector(
                decision_id=decision.id,
                delegation_id=member.id,
                code=member.code,
                name=member.name,
                constituency=member.constituency,
                tags=list(member.tags),
            )
        )
        if decision.kind == DecisionKind.SILENCE:
            _add_notices(work, decision, speaking.get(member.id, ()), now)
    plan_reminders(work, decision, now)
    work.session.flush()
    work.record(
        by,
        Opened(
            initiative_id=initiative.id,
            object_id=decision.id,
            number=decision.number,
            kind=decision.kind,
            question=decision.question,
            rule_key=decision.rule_key,
            text_hash=decision.text_hash,
            provision_ids=tuple(decision.provision_ids),
            electorate=tuple(sorted(member.code for member in members)),
            closes_at=decision.closes_at,
        ),
    )


def _add_notices(work: Work, decision: Decision, speakers: Sequence[SeatedPerson], now: dt.datetime) -> None:
    for speaker in speakers:
        work.session.add(
            Notice(
                decision_id=decision.id,
                delegation_id=speaker.delegation_id,
                person_id=speaker.person_id,
                told_at=now,
            )
        )
