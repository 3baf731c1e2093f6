"""The decisions of an initiative, and the page of one."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.decisions import queries, service
from webapp.features.decisions.models import Decision
from webapp.features.decisions.routes.blueprint import blueprint, decision_of_page
from webapp.features.decisions.routes.page import render_decision
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState, takes_positions


@blueprint.get("/i/<slug>/decisions")
@guarded(Permission.INITIATIVE_READ)
def index(slug: str) -> ResponseReturnValue:
    """What is open, what waits for a confirmation, what was decided."""
    session, actor, initiative = db.session(), current_actor(), current_initiative()
    opened = queries.decisions(session, initiative.id)
    return render_template(
        "decisions/index.html",
        slug=slug,
        proposals=queries.proposals(session, actor, initiative.id),
        running=[row for row in opened if row.state == DecisionState.OPEN],
        ended=[row for row in opened if row.state != DecisionState.OPEN],
        subjects=queries.subjects_of(session, opened),
        may_propose=allowed(actor, Permission.DECISION_PROPOSE, Subject(initiative.id)),
        DecisionKind=DecisionKind,
        DecisionState=DecisionState,
    )


@blueprint.get("/i/<slug>/decisions/<decision_id>")
@guarded(Permission.INITIATIVE_READ)
def decision(slug: str, decision_id: str) -> ResponseReturnValue:
    """The question, the rule, where it stands, the own position; after closing the outcome, clause by clause."""
    row = decision_of_page(decision_id)
    if _is_first_sight(row):
        with unit_of_work() as work:
            service.note_seen(work, current_actor(), decision_id)
        row = decision_of_page(decision_id)
    return render_decision(slug, row)


def _is_first_sight(row: Decision) -> bool:
    """Whether a head or alternate of a member sees a text under silence for the first time: proof of notice."""
    actor = current_actor()
    if row.kind != DecisionKind.SILENCE or not takes_positions(row.state, row.closes_at, present()):
        return False
    seat = actor.seat_in(row.initiative_id)
    subject = Subject(row.initiative_id, seat.delegation_id if seat else None)
    if not allowed(actor, Permission.SILENCE_ACKNOWLEDGE, subject):
        return False
    session = db.session()
    if queries.elector(session, row.id, subject.delegation_id or "") is None:
        return False
    notice = queries.notice_of(session, row.id, actor.person_id or "")
    return notice is None or notice.seen_at is None
