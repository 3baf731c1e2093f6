"""The page of a decision: everything that its template shows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template

from webapp.base.access.actor import Actor, Constituency, Seat
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.web.auth import current_actor, current_initiative
from webapp.base.web.present import present
from webapp.features.decisions import queries
from webapp.features.decisions.forms import BreakForm, PositionForm
from webapp.features.decisions.models import Decision
from webapp.features.decisions.queries import MemberPosition, SubjectText
from webapp.features.decisions.routes.figure import figure_of
from webapp.features.decisions.routes.standing import clauses
from webapp.features.decisions.rules.answers import options_of
from webapp.features.decisions.rules.electorate import NO_POSITION
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import Outcome, Result
from webapp.features.decisions.rules.proposals import bracketed
from webapp.features.decisions.rules.record import Record
from webapp.features.decisions.rules.transitions import (
    DecisionKind,
    DecisionState,
    takes_positions,
)
from webapp.features.instruments.rules.notation import Tree, parse
from webapp.features.participants import queries as participants
from webapp.features.people import queries as people


@dataclass(frozen=True)
class TextLine:
    """A provision of the text that is decided."""

    id: str
    number: str
    tree: Tree
    language: str


@dataclass(frozen=True)
class TallyRow:
    """Heads per option in one constituency."""

    constituency: str
    heads: Mapping[str, int]
    members: int


@dataclass(frozen=True)
class OwnPart:
    """What the reader can do here for a delegation: `seat` and `member` are None where there is none."""

    seat: Seat | None
    member: MemberPosition | None
    may_answer: bool
    acknowledged_at: dt.datetime | None


def render_decision(
    slug: str,
    decision: Decision,
    *,
    position_form: PositionForm | None = None,
    break_form: BreakForm | None = None,
) -> str:
    """The page; a form is given where it comes back with errors."""
    session, actor = db.session(), current_actor()
    subject = queries.subject_of(session, decision)
    chair = allowed(actor, Permission.DECISION_CONFIRM, Subject(decision.initiative_id))
    shared = {
        "slug": slug,
        "decision": decision,
        "subject": subject,
        "text": text_lines(decision.initiative_id, subject),
        "is_chair": chair,
        "is_proposer": chair and decision.proposed_by == actor.person_id,
        "DecisionState": DecisionState,
        "DecisionKind": DecisionKind,
    }
    if decision.opened_at is None:
        return render_template("decisions/proposed.html", **shared, **_proposal_facts(decision, subject))
    silence = decision.kind == DecisionKind.SILENCE
    template = "decisions/silence.html" if silence else "decisions/decision.html"
    return render_template(
        template,
        **shared,
        **_standing_facts(decision, actor),
        position_form=position_form or blank_position_form(decision.kind),
        break_form=break_form or blank_break_form(subject),
        numbers={one.id: one.number for one in subject.snapshot.provisions} if subject else {},
    )


def blank_position_form(kind: str) -> PositionForm:
    """The form for a position before anything is typed."""
    form = PositionForm(formdata=None)
    form.offer_options(kind)
    return form


def blank_break_form(subject: SubjectText | None) -> BreakForm:
    """The form for breaking silence before anything is typed; a single provision is chosen already."""
    form = BreakForm(formdata=None)
    form.offer_provisions(subject)
    if subject and len(subject.provision_ids) == 1:
        form.concerns.data = list(subject.provision_ids)
    return form


def text_lines(initiative_id: str, subject: SubjectText | None) -> list[TextLine]:
    """The provisions that are decided, in reading order."""
    if subject is None:
        return []
    codes = participants.codes(db.session(), initiative_id)
    return [
        TextLine(one.id, one.number, parse(one.text, codes), one.language)
        for one in subject.snapshot.provisions
    ]


def still_bracketed(kind: str, subject: SubjectText | None) -> list[str]:
    """Numbers of provisions that a call would decide while they hold an open bracket: a warning, no refusal."""
    if subject is None or kind != DecisionKind.CALL:
        return []
    open_ones = bracketed(subject.snapshot)
    return [one.number for one in subject.snapshot.provisions if one.id in open_ones]


def _proposal_facts(decision: Decision, subject: SubjectText | None) -> dict[str, object]:
    session = db.session()
    silence = decision.kind == DecisionKind.SILENCE
    return {
        "proposer": people.person(session, decision.proposed_by).name if decision.proposed_by else "",
        "members": len(participants.members(session, decision.initiative_id)),
        "coverage": queries.coverage(session, decision.initiative_id) if silence else [],
        "brackets": still_bracketed(decision.kind, subject),
    }


def _standing_facts(decision: Decision, actor: Actor) -> dict[str, object]:
    members = queries.member_positions(db.session(), decision.id)
    return {
        **standing_facts(decision, members),
        "own": _own(decision, actor, members),
        "pending_by": _name(decision.pending_by),
        "announced_by": _name(decision.announced_by),
        "is_asker": decision.pending_by is not None and decision.pending_by == actor.person_id,
        **(_silence_facts(decision, members) if decision.kind == DecisionKind.SILENCE else {}),
    }


def standing_facts(decision: Decision, members: Sequence[MemberPosition]) -> dict[str, object]:
    """Where an opened decision stands, as every reader of its page sees it."""
    session = db.session()
    record = queries.record_of(session, decision)
    outcome = evaluate(record)
    return {
        "runs": takes_positions(decision.state, decision.closes_at, present()),
        "members": by_constituency(members),
        "spoke": sum(member.option is not None for member in members),
        "options": [option.id for option in options_of(decision.kind)],
        "tally": _tally(outcome, record),
        "clauses": () if decision.kind == DecisionKind.INDICATION else clauses(record),
        "would_pass": outcome.result is Result.PASSED,
        "ad_referendum": [member.name for member in members if member.code in outcome.ad_referendum],
        "discarded": [discarded.delegation for discarded in outcome.discarded],
        "figure": figure_of(members),
        "statements": queries.statements(session, decision.id),
        "Result": Result,
    }


def _silence_facts(decision: Decision, members: Sequence[MemberPosition]) -> dict[str, object]:
    session = db.session()
    proof = queries.proof_of_notice(session, decision, members)
    groups = {name: [row for row in proof if row.constituency == name] for name in Constituency}
    return {
        "proof": proof,
        "proof_groups": [(name, rows) for name, rows in groups.items() if rows],
        "reactions": Counter(row.reaction.value for row in proof),
        "extensions": queries.extensions(session, decision.id),
        "steps": queries.reminders(session, decision),
    }


def by_constituency(members: Sequence[MemberPosition]) -> list[MemberPosition]:
    """The members in the order in which the page lists them."""
    order = list(Constituency)
    options = ["agree", "agree_with_reservation", "no_objection", "abstain", "object", NO_POSITION]
    return sorted(
        members,
        key=lambda member: (
            order.index(Constituency(member.constituency)),
            options.index(member.option or NO_POSITION),
            member.name,
        ),
    )


def _tally(outcome: Outcome, record: Record) -> list[TallyRow]:
    heads = outcome.tally.constituency
    sizes = Counter(elector.constituency for elector in record.electorate)
    return [TallyRow(name, heads[name], sizes[name]) for name in Constituency if name in heads]


def _own(decision: Decision, actor: Actor, members: Sequence[MemberPosition]) -> OwnPart:
    seat = actor.seat_in(current_initiative().id)
    member = next((one for one in members if seat and one.delegation_id == seat.delegation_id), None)
    subject = Subject(decision.initiative_id, seat.delegation_id if seat else None)
    notice = None
    if decision.kind == DecisionKind.SILENCE and actor.person_id is not None:
        notice = queries.notice_of(db.session(), decision.id, actor.person_id)
    return OwnPart(
        seat=seat,
        member=member,
        may_answer=member is not None and allowed(actor, Permission.POSITION_TAKE, subject),
        acknowledged_at=notice.acknowledged_at if notice else None,
    )


def _name(person_id: str | None) -> str:
    return people.person(db.session(), person_id).name if person_id else ""
