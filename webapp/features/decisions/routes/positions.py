"""Taking a position, breaking silence, acknowledging."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.decisions import queries, service
from webapp.features.decisions.forms import BreakForm, PositionForm
from webapp.features.decisions.models import Decision, Statement
from webapp.features.decisions.routes.blueprint import blueprint, decision_of_page, own_page
from webapp.features.decisions.routes.page import render_decision
from webapp.features.decisions.rules.answers import Answer, check_answer, will_not_count
from webapp.features.decisions.rules.transitions import (
    DecisionState,
    check_takes_positions,
    takes_positions,
)
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import read_procedure


@blueprint.post("/i/<slug>/decisions/<decision_id>/position")
@guarded(Permission.POSITION_TAKE)
def position(slug: str, decision_id: str) -> ResponseReturnValue:
    """Take a position: look at it once more, then confirm."""
    row = decision_of_page(decision_id)
    form = PositionForm()
    form.offer_options(row.kind)
    if not form.validate() or "change" in request.form:
        return _page(slug, row, position_form=form)
    try:
        if not form.confirmed.data:
            return _second_look(slug, row, form)
        with acting(own_page(slug, decision_id)) as work:
            service.take_position(work, current_actor(), decision_id, form.answer())
    except CodedError as error:
        form.place_error(None, error)
        return _page(slug, row, position_form=form)
    flash(_("The position of your delegation is recorded. You may change it until the closing."), "ok")
    return redirect(own_page(slug, decision_id), code=303)


@blueprint.post("/i/<slug>/decisions/<decision_id>/break", endpoint="break_silence")
@guarded(Permission.POSITION_TAKE)
def break_silence(slug: str, decision_id: str) -> ResponseReturnValue:
    """Break silence, or object after the deadline: a page that says what it does, then the act."""
    row = decision_of_page(decision_id)
    form = BreakForm()
    form.offer_provisions(queries.subject_of(db.session(), row))
    if not form.validate() or "change" in request.form:
        return _page(slug, row, break_form=form)
    try:
        if not form.confirmed.data:
            return _look_before_breaking(slug, row, form)
        with acting(own_page(slug, decision_id)) as work:
            taken = service.take_position(work, current_actor(), decision_id, form.answer())
    except CodedError as error:
        form.place_error(None, error)
        return _page(slug, row, break_form=form)
    if isinstance(taken, Statement):
        flash(_("Your objection came after the deadline. It is kept as a statement; the agreement stands."))
    else:
        flash(_("Your break of silence is recorded, and every delegation is told."), "ok")
    return redirect(own_page(slug, decision_id), code=303)


@blueprint.post("/i/<slug>/decisions/<decision_id>/acknowledge")
@guarded(Permission.SILENCE_ACKNOWLEDGE)
def acknowledge(slug: str, decision_id: str) -> ResponseReturnValue:
    """Seen, no objection."""
    decision_of_page(decision_id)
    with acting(own_page(slug, decision_id)) as work:
        service.acknowledge(work, current_actor(), decision_id)
    flash(_("Recorded: seen, no objection. You can still break silence until the deadline."), "ok")
    return redirect(own_page(slug, decision_id), code=303)


def _second_look(slug: str, row: Decision, form: PositionForm) -> ResponseReturnValue:
    check_takes_positions(row.state, row.closes_at, present())
    answer = form.answer()
    _check(row, answer)
    return render_template(
        "decisions/position_confirm.html",
        slug=slug,
        decision=row,
        form=form,
        answer=answer,
        capacity=current_capacity(),
        will_not_count=will_not_count(answer, queries.frozen_rule(db.session(), row)),
    )


def _look_before_breaking(slug: str, row: Decision, form: BreakForm) -> ResponseReturnValue:
    answer = form.answer()
    _check(row, answer)
    subject = queries.subject_of(db.session(), row)
    provisions = subject.snapshot.provisions if subject else ()
    initiative = initiatives.initiative(db.session(), row.initiative_id)
    runs = takes_positions(row.state, row.closes_at, present())
    if row.state not in (DecisionState.OPEN, DecisionState.CLOSED):
        check_takes_positions(row.state, row.closes_at, present())
    return render_template(
        "decisions/break_confirm.html",
        slug=slug,
        decision=row,
        subject=subject,
        form=form,
        numbers=[one.number for one in provisions if one.id in answer.concerns],
        capacity=current_capacity(),
        late=not runs,
        collects=read_procedure(initiative.procedure).collect_objections,
    )


def _check(row: Decision, answer: Answer) -> None:
    """The same judgement as the service's, so that the second page is not shown for what will be refused."""
    check_answer(
        row.kind,
        answer,
        queries.frozen_rule(db.session(), row),
        provisions=row.provision_ids,
        today=present().astimezone(ZoneInfo(current_initiative().time_zone)).date(),
    )


def _page(
    slug: str,
    row: Decision,
    *,
    position_form: PositionForm | None = None,
    break_form: BreakForm | None = None,
) -> ResponseReturnValue:
    db.session().rollback()
    again = decision_of_page(row.id)
    page = render_decision(slug, again, position_form=position_form, break_form=break_form)
    form = position_form or break_form
    return page, 422 if form and form.errors else 200
