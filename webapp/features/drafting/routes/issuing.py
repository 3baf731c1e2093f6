"""Proposing to issue the rolling text as a revision: looking it over, then a page that confirms the act."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Invalid, Refused
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.fields import Choice
from webapp.base.web.filters import first_capital
from webapp.features.drafting import queries, rules, service
from webapp.features.drafting.forms import ProposeForm
from webapp.features.drafting.queries import Plan
from webapp.features.drafting.routes.blueprint import blueprint, instrument_of_page
from webapp.features.instruments.models import Instrument
from webapp.features.instruments.words import revision_words


@blueprint.route("/i/<slug>/draft/<instrument_id>/issue", methods=["GET", "POST"])
@guarded(Permission.REVISION_PROPOSE)
def propose(slug: str, instrument_id: str) -> ResponseReturnValue:
    """Look over every change, acknowledge each change of strength, and propose to issue."""
    instrument = instrument_of_page(instrument_id)
    plan = queries.plan(db.session(), instrument)
    form = ProposeForm()
    form.acknowledged.offer(Choice(flag.key, flag.words) for flag in plan.changes.flags)
    if not form.is_submitted():
        form.seen_hash.data = plan.hash
    elif _looked_over(form, plan):
        if not form.confirmed.data:
            return _confirming_page(slug, instrument, plan, form)
        answer = _act(slug, instrument_id, form)
        if answer is not None:
            return answer
        plan = queries.plan(db.session(), instrument_of_page(instrument_id))
    return _page(slug, instrument, plan, form)


def _looked_over(form: ProposeForm, plan: Plan) -> bool:
    """Whether the text is the one that was looked over and every change of strength is acknowledged."""
    if not form.validate():
        return False
    if form.seen_hash.data != plan.hash:
        _look_again(form, plan)
        return False
    left = rules.unacknowledged(plan.changes.flags, form.acknowledged.data or ())
    if left:
        form.place_error("acknowledged", Invalid("drafting.unacknowledged", changes=left))
    return not left


def _act(slug: str, instrument_id: str, form: ProposeForm) -> ResponseReturnValue | None:
    """Propose; None where that was refused, which the form then says."""
    target = url_for("drafting.text", slug=slug, instrument_id=instrument_id)
    try:
        with acting(target) as work:
            row = service.propose_revision(
                work,
                current_actor(),
                current_initiative().id,
                instrument_id,
                seen_hash=form.seen_hash.data or "",
                acknowledged=form.acknowledged.data or (),
            )
            label, issued = first_capital(revision_words(row.label)), row.state == "issued"
            if issued:
                target = url_for("reading.text", slug=slug, ordinal=row.ordinal)
                now_leads_to(work, target)
    except CodedError as error:
        form.place_error(None, error)
        return None
    if issued:
        flash(_("%(label)s is issued. All delegations are told.", label=label), "ok")
    else:
        flash(_("%(label)s is proposed. The other co-chair is told and confirms it.", label=label), "ok")
    return redirect(target, code=303)


def _look_again(form: ProposeForm, plan: Plan) -> None:
    form.place_error(None, Refused("drafting.text_moved"))
    form.seen_hash.data, form.seen_hash.raw_data = plan.hash, None
    form.acknowledged.data = []


def _confirming_page(slug: str, instrument: Instrument, plan: Plan, form: ProposeForm) -> str:
    return render_template(
        "drafting/propose_confirm.html",
        slug=slug,
        instrument=instrument,
        plan=plan,
        form=form,
        capacity=current_capacity(),
        needs_second=queries.needs_second(db.session(), instrument.initiative_id),
    )


def _page(slug: str, instrument: Instrument, plan: Plan, form: ProposeForm) -> ResponseReturnValue:
    session = db.session()
    page = render_template(
        "drafting/propose.html",
        slug=slug,
        instrument=instrument,
        plan=plan,
        form=form,
        refusals=[obstacle.refusal() for obstacle in plan.obstacles],
        proposed=queries.proposed_revision(session, instrument.id),
    )
    return page, 422 if form.errors else 200
