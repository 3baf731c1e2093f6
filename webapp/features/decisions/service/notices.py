"""Proof of notice: what became of the notices of a text under silence."""

from __future__ import annotations

import datetime as dt

from webapp.base.access.actor import SYSTEM, Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries
from webapp.features.decisions.events import Acknowledged, NoticeSeen
from webapp.features.decisions.models import Decision, Notice
from webapp.features.decisions.rules.transitions import (
    DecisionKind,
    check_takes_positions,
    takes_positions,
)


def note_mail_accepted(work: Work, decision_id: str, person_id: str, at: dt.datetime) -> None:
    """Note that the server we hand mail to accepted the opening notice to this person."""
    notice = _notice_by_mail(work, decision_id, person_id)
    if notice is not None:
        notice.accepted_at = at


def note_mail_refused(work: Work, decision_id: str, person_id: str, at: dt.datetime, refusal: str) -> None:
    """Note that the opening notice to this person was refused or came back; `refusal` are the server's words."""
    notice = _notice_by_mail(work, decision_id, person_id)
    if notice is not None:
        notice.refused_at, notice.refusal = at, refusal


def note_seen(work: Work, actor: Actor, decision_id: str) -> None:
    """Note that a head or alternate of a member opened the page of a text under silence, the first time only."""
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.SILENCE_ACKNOWLEDGE, _own(actor, decision), reading=True)
    now = work.now()
    if decision.kind != DecisionKind.SILENCE or not takes_positions(decision.state, decision.closes_at, now):
        return
    notice = _own_notice(work, actor, decision, now)
    if notice is None or notice.seen_at is not None:
        return
    notice.seen_at = now
    work.record(by, NoticeSeen(initiative_id=decision.initiative_id, object_id=decision.id))


def acknowledge(work: Work, actor: Actor, decision_id: str) -> None:
    """Acknowledge a text under silence: seen, no objection. It is no position, and silence can still be broken."""
    decision = lock(work.session, Decision, decision_id)
    by = authorise(actor, Permission.SILENCE_ACKNOWLEDGE, _own(actor, decision))
    now = work.now()
    if decision.kind != DecisionKind.SILENCE:
        raise Refused("decisions.no_silence")
    check_takes_positions(decision.state, decision.closes_at, now)
    notice = _own_notice(work, actor, decision, now)
    if notice is None:
        raise Refused("decisions.not_in_electorate")
    if notice.acknowledged_at is not None:
        return
    notice.seen_at = notice.seen_at or now
    notice.acknowledged_at = now
    work.record(by, Acknowledged(initiative_id=decision.initiative_id, object_id=decision.id))


def _notice_by_mail(work: Work, decision_id: str, person_id: str) -> Notice | None:
    """The notice, under its decision's lock: no mail settles while the deadline is judged."""
    decision = lock(work.session, Decision, decision_id)
    authorise(SYSTEM, Permission.NOTICE_NOTE, Subject(decision.initiative_id))
    return queries.notice_of(work.session, decision.id, person_id)


def _own(actor: Actor, decision: Decision) -> Subject:
    seat = actor.seat_in(decision.initiative_id)
    return Subject(decision.initiative_id, seat.delegation_id if seat else None)


def _own_notice(work: Work, actor: Actor, decision: Decision, now: dt.datetime) -> Notice | None:
    """The actor's notice. Who became head or alternate since is told by the page itself."""
    assert actor.person_id is not None
    notice = queries.notice_of(work.session, decision.id, actor.person_id)
    delegation_id = _own(actor, decision).delegation_id or ""
    if notice is None and queries.elector(work.session, decision.id, delegation_id) is not None:
        notice = Notice(
            decision_id=decision.id, delegation_id=delegation_id, person_id=actor.person_id, told_at=now
        )
        work.session.add(notice)
        work.session.flush()
    return notice
