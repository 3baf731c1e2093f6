"""What waits for a person in decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from flask_babel import gettext as _
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.web.waiting import Waiting
from webapp.features.decisions.models import Decision, Elector, Notice, Position
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState, open_by
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import read_procedure


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """For heads and alternates what their delegation has not reacted to; for co-chairs what they must settle."""
    return [*_unanswered(session, actor, now), *_for_chairs(session, actor, now)]


def _unanswered(session: Session, actor: Actor, now: dt.datetime) -> Iterator[Waiting]:
    own = [
        seat.delegation_id
        for seat in actor.seats
        if allowed(actor, Permission.POSITION_TAKE, Subject(seat.initiative_id, seat.delegation_id))
    ]
    if not own:
        return
    for decision, initiative in session.execute(_open_without_reaction(own, now)):
        silence = decision.kind == DecisionKind.SILENCE
        yield _waiting(
            decision,
            initiative,
            title=decision.question,
            act=_("Read it and react") if silence else _("Take a position"),
            detail=_("It is agreed unless a member breaks silence before the deadline.") if silence else "",
            due_at=decision.closes_at,
        )


def _open_without_reaction(delegation_ids: list[str], now: dt.datetime) -> Select[Decision, Initiative]:
    spoke = select(Position.id).where(
        Position.decision_id == Elector.decision_id, Position.delegation_id == Elector.delegation_id
    )
    acknowledged = select(Notice.id).where(
        Notice.decision_id == Elector.decision_id,
        Notice.delegation_id == Elector.delegation_id,
        Notice.acknowledged_at.is_not(None),
    )
    return (
        select(Decision, Initiative)
        .join(Elector, Elector.decision_id == Decision.id)
        .join(Initiative, Initiative.id == Decision.initiative_id)
        .where(
            Decision.state == DecisionState.OPEN,
            Decision.closes_at > now,
            Elector.delegation_id.in_(delegation_ids),
            ~spoke.exists(),
            ~acknowledged.exists(),
        )
        .order_by(Decision.closes_at)
    )


def _for_chairs(session: Session, actor: Actor, now: dt.datetime) -> Iterator[Waiting]:
    chaired = [office.initiative_id for office in actor.offices if office.kind is OfficeKind.CO_CHAIR]
    if not chaired:
        return
    to_announce = (
        (Decision.state == DecisionState.CLOSED)
        & Decision.announced_at.is_(None)
        & (Decision.kind != DecisionKind.INDICATION)
    )
    open_matter = (Decision.state == DecisionState.OPEN) & (
        Decision.awaits_chairs.is_(True) | Decision.pending_act.is_not(None)
    )
    statement = (
        select(Decision, Initiative)
        .join(Initiative, Initiative.id == Decision.initiative_id)
        .where(
            Decision.initiative_id.in_(chaired),
            or_(Decision.state == DecisionState.PROPOSED, to_announce, open_matter),
        )
        .order_by(Decision.number)
    )
    for decision, initiative in session.execute(statement):
        found = _chairs_matter(decision, initiative, actor)
        if found is not None:
            yield found


def _chairs_matter(decision: Decision, initiative: Initiative, actor: Actor) -> Waiting | None:
    due_at = None
    if decision.state == DecisionState.PROPOSED:
        if decision.proposed_by == actor.person_id:
            return None
        title, act = _("A proposed decision waits for your confirmation"), _("Look at it")
        due_at = open_by(
            decision.kind, decision.closes_at, read_procedure(initiative.procedure).silence_hours
        )
    elif decision.state == DecisionState.CLOSED:
        title, act = _("An outcome waits to be announced"), _("Announce it")
    elif decision.pending_act is not None:
        if decision.pending_by == actor.person_id:
            return None
        title, act = _("The other co-chair asks for your confirmation"), _("Look at it")
    else:
        title, act = _("A member could not be reached: the co-chairs decide"), _("Decide")
    return _waiting(decision, initiative, title=title, act=act, detail=decision.question, due_at=due_at)


def _waiting(
    decision: Decision,
    initiative: Initiative,
    *,
    title: str,
    act: str,
    detail: str,
    due_at: dt.datetime | None = None,
) -> Waiting:
    return Waiting(
        title=title,
        endpoint="decisions.decision",
        values={"slug": initiative.slug, "decision_id": decision.id},
        act=act,
        due_at=due_at,
        time_zone=initiative.time_zone,
        detail=detail,
        initiative=initiative.title,
    )
