"""A proposed revision: confirming, declining, withdrawing it."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.fields import ConcordForm
from webapp.base.web.filters import first_capital
from webapp.features.drafting import queries, service
from webapp.features.drafting.forms import ActForm, DeclineForm
from webapp.features.drafting.routes.blueprint import blueprint, instrument_of_page
from webapp.features.instruments.words import revision_words


@blueprint.get("/i/<slug>/draft/proposed/<revision_id>")
@guarded(Permission.REVISION_CONFIRM)
def proposal(slug: str, revision_id: str) -> ResponseReturnValue:
    """What is proposed, with its hash and everything that it changes."""
    return _page(slug, revision_id, ActForm(formdata=None), DeclineForm(formdata=None))


@blueprint.post("/i/<slug>/draft/proposed/<revision_id>/confirm")
@guarded(Permission.REVISION_CONFIRM)
def confirm(slug: str, revision_id: str) -> ResponseReturnValue:
    """Issue what the other co-chair proposed."""
    form = ActForm()
    try:
        with acting(_proposal(slug, revision_id)) as work:
            row = service.confirm_revision(work, current_actor(), current_initiative().id, revision_id)
            label = first_capital(revision_words(row.label))
            target = url_for("reading.text", slug=slug, ordinal=row.ordinal)
            now_leads_to(work, target)
    except CodedError as error:
        form.place_error(None, error)
        return _page(slug, revision_id, form, DeclineForm(formdata=None))
    flash(_("%(label)s is issued. All delegations are told.", label=label), "ok")
    return redirect(target, code=303)


@blueprint.post("/i/<slug>/draft/proposed/<revision_id>/decline")
@guarded(Permission.REVISION_CONFIRM)
def decline(slug: str, revision_id: str) -> ResponseReturnValue:
    """Decline it, with a reason."""
    form = DeclineForm()
    instrument_id = queries.proposal(db.session(), current_initiative().id, revision_id).instrument_id
    target = url_for("drafting.text", slug=slug, instrument_id=instrument_id)
    if form.validate():
        try:
            with acting(target) as work:
                service.decline_revision(
                    work,
                    current_actor(),
                    current_initiative().id,
                    revision_id,
                    reason=form.reason.data or "",
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The proposal is declined. The other co-chair reads the reason here."), "ok")
            return redirect(target, code=303)
    return _page(slug, revision_id, ActForm(formdata=None), form)


@blueprint.post("/i/<slug>/draft/proposed/<revision_id>/withdraw")
@guarded(Permission.REVISION_PROPOSE)
def withdraw(slug: str, revision_id: str) -> ResponseReturnValue:
    """Withdraw the own proposal."""
    form = ActForm()
    instrument_id = queries.proposal(db.session(), current_initiative().id, revision_id).instrument_id
    target = url_for("drafting.text", slug=slug, instrument_id=instrument_id)
    try:
        with acting(target) as work:
            service.withdraw_revision(work, current_actor(), current_initiative().id, revision_id)
    except CodedError as error:
        form.place_error(None, error)
        return _page(slug, revision_id, form, DeclineForm(formdata=None))
    flash(_("Your proposal is withdrawn. Nothing was issued."), "ok")
    return redirect(target, code=303)


def _page(slug: str, revision_id: str, form: ActForm, decline_form: DeclineForm) -> ResponseReturnValue:
    session, initiative_id = db.session(), current_initiative().id
    revision = queries.proposal(session, initiative_id, revision_id)
    instrument = instrument_of_page(revision.instrument_id)
    plan = queries.plan(session, instrument) if revision.state == "proposed" else None
    own = revision.proposed_by == current_actor().person_id
    page = render_template(
        "drafting/proposal.html",
        slug=slug,
        instrument=instrument,
        revision=revision,
        plan=plan,
        refusals=[obstacle.refusal() for obstacle in plan.obstacles] if plan else [],
        proposer=queries.name_of(session, revision.proposed_by),
        own=own,
        may_confirm=not own or not queries.needs_second(session, initiative_id),
        form=form,
        decline_form=decline_form,
        capacity=current_capacity(),
    )
    return page, _status(form, decline_form)


def _status(form: ConcordForm, decline_form: ConcordForm) -> int:
    return 409 if form.errors else 422 if decline_form.errors else 200


def _proposal(slug: str, revision_id: str) -> str:
    return url_for("drafting.proposal", slug=slug, revision_id=revision_id)
