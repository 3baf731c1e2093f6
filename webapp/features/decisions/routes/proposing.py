"""Proposing a decision, and the other co-chair's confirmation."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.decisions import queries, service
from webapp.features.decisions.forms import DeclineForm, PressForm, ProposalForm
from webapp.features.decisions.models import Decision
from webapp.features.decisions.routes.blueprint import blueprint, decision_of_page, own_page
from webapp.features.decisions.routes.page import still_bracketed, text_lines
from webapp.features.decisions.rules import proposals, silence
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import Procedure, read_procedure
from webapp.features.participants import queries as participants
from webapp.features.people import queries as people


@blueprint.route("/i/<slug>/decisions/propose", methods=["GET", "POST"])
@guarded(Permission.DECISION_PROPOSE)
def propose(slug: str) -> ResponseReturnValue:
    """Put a question to decision: the form, then a page that shows everything that will be frozen."""
    form = _offered()
    if not form.is_submitted():
        form.subject.data = request.args.get("subject")
        form.kind.data = request.args.get("kind")
    if not form.validate_on_submit() or "change" in request.form:
        return _form_page(slug, form)
    try:
        if not form.confirmed.data:
            return _confirming_page(slug, form)
        with acting(url_for("decisions.index", slug=slug)) as work:
            row = service.propose(work, current_actor(), current_initiative().id, form.proposal())
            target, opened = own_page(slug, row.id), row.state == DecisionState.OPEN
            now_leads_to(work, target)
    except CodedError as error:
        form.place_error(None, error)
        return _form_page(slug, form)
    if opened:
        flash(_("The decision is open. Every member is told."), "ok")
    else:
        flash(_("The decision is proposed. It opens when the other co-chair confirms it."), "ok")
    return redirect(target, code=303)


@blueprint.route("/i/<slug>/decisions/<decision_id>/confirm", methods=["GET", "POST"])
@guarded(Permission.DECISION_CONFIRM)
def confirm(slug: str, decision_id: str) -> ResponseReturnValue:
    """Open what the other co-chair proposed."""
    row = decision_of_page(decision_id)
    form = PressForm()
    if form.validate_on_submit():
        try:
            with acting(own_page(slug, decision_id)) as work:
                service.confirm(work, current_actor(), decision_id)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The decision is open. Every member is told."), "ok")
            return redirect(own_page(slug, decision_id), code=303)
    return _look_before_confirming(slug, row, form)


@blueprint.route("/i/<slug>/decisions/<decision_id>/decline", methods=["GET", "POST"])
@guarded(Permission.DECISION_CONFIRM)
def decline(slug: str, decision_id: str) -> ResponseReturnValue:
    """Decline what the other co-chair proposed, or take back one's own."""
    row = decision_of_page(decision_id)
    form = DeclineForm()
    if form.validate_on_submit():
        try:
            with acting(url_for("decisions.index", slug=slug)) as work:
                service.decline(work, current_actor(), decision_id, form.reason.data or "")
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The proposal will not be opened. The members were not told of it."), "ok")
            return redirect(url_for("decisions.index", slug=slug), code=303)
    page = render_template(
        "decisions/decline.html",
        slug=slug,
        decision=row,
        form=form,
        own=row.proposed_by == current_actor().person_id,
    )
    return page, 422 if form.errors else 200


def _offered() -> ProposalForm:
    session, initiative_id = db.session(), current_initiative().id
    form = ProposalForm()
    form.offer(
        queries.current_texts(session, initiative_id),
        proposals.offered_rules(queries.present_electorate(session, initiative_id)),
    )
    return form


def _procedure() -> Procedure:
    return read_procedure(initiatives.initiative(db.session(), current_initiative().id).procedure)


def _form_page(slug: str, form: ProposalForm) -> ResponseReturnValue:
    db.session().rollback()
    page = render_template("decisions/propose.html", slug=slug, form=form, procedure=_procedure())
    return page, 422 if form.errors else 200


def _confirming_page(slug: str, form: ProposalForm) -> ResponseReturnValue:
    session, initiative = db.session(), current_initiative()
    proposal = form.proposal()
    subject = queries.current_subject(session, initiative.id, proposal.subject_kind, proposal.subject_id)
    electorate = queries.present_electorate(session, initiative.id)
    rule_key, _rule = proposals.rule_data(proposal.kind, proposal.rule_key, electorate)
    _check(proposal)
    if subject is not None:
        proposals.check_no_brackets(proposal.kind, subject.snapshot)
    under_silence = proposal.kind is DecisionKind.SILENCE
    return render_template(
        "decisions/propose_confirm.html",
        slug=slug,
        form=form,
        proposal=proposal,
        rule_key=rule_key,
        subject=subject,
        text=text_lines(initiative.id, subject),
        members=len(electorate),
        coverage=queries.coverage(session, initiative.id) if under_silence else [],
        brackets=still_bracketed(proposal.kind, subject),
        procedure=_procedure(),
        capacity=current_capacity(),
    )


def _check(proposal: Proposal) -> None:
    """The same judgement as the service's, so that the second page is not shown for what will be refused."""
    proposals.check_proposal(proposal, present())
    if proposal.kind is DecisionKind.SILENCE:
        procedure = _procedure()
        silence.check_length(present(), proposal.closes_at, procedure.silence_hours)
        silence.check_day(proposal.closes_at, procedure.holidays, current_initiative().time_zone)


def _look_before_confirming(slug: str, row: Decision, form: PressForm) -> ResponseReturnValue:
    db.session().rollback()
    session = db.session()
    row = decision_of_page(row.id)
    subject = queries.subject_of(session, row)
    under_silence = row.kind == DecisionKind.SILENCE
    page = render_template(
        "decisions/confirm.html",
        slug=slug,
        decision=row,
        form=form,
        subject=subject,
        text=text_lines(row.initiative_id, subject),
        proposer=people.person(session, row.proposed_by).name if row.proposed_by else "",
        members=len(participants.members(session, row.initiative_id)),
        coverage=queries.coverage(session, row.initiative_id) if under_silence else [],
        brackets=still_bracketed(row.kind, subject),
        capacity=current_capacity(),
    )
    return page, 409 if form.errors else 200
