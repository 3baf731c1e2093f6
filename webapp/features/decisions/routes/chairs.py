"""What the co-chairs do with an open decision, and announcing its outcome: each act on two pages."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.unit_of_work import Work
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.fields import ConcordForm
from webapp.features.decisions import service
from webapp.features.decisions.forms import ExtensionForm, PressForm, ReasonForm
from webapp.features.decisions.routes.blueprint import blueprint, decision_of_page, own_page
from webapp.features.decisions.rules.transitions import ChairsAct
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import read_procedure


@blueprint.route("/i/<slug>/decisions/<decision_id>/extend", methods=["GET", "POST"])
@guarded(Permission.SILENCE_EXTEND)
def extend(slug: str, decision_id: str) -> ResponseReturnValue:
    """Extend a silence procedure."""
    form = ExtensionForm()

    def act(work: Work) -> None:
        assert form.closes_at.data is not None
        service.extend(
            work,
            current_actor(),
            decision_id,
            closes_at=form.closes_at.data,
            reason=form.reason.data or "",
        )

    done = _("The deadline is extended. Every delegation is told, with the reason.")
    return _two_pages(slug, decision_id, form, "extend", act, done)


@blueprint.route("/i/<slug>/decisions/<decision_id>/withdraw", methods=["GET", "POST"])
@guarded(Permission.DECISION_WITHDRAW)
def withdraw(slug: str, decision_id: str) -> ResponseReturnValue:
    """Withdraw an open decision, or ask the other co-chair to confirm that."""
    return _reasoned(slug, decision_id, ChairsAct.WITHDRAW, "withdraw")


@blueprint.route("/i/<slug>/decisions/<decision_id>/declare-agreed", methods=["GET", "POST"])
@guarded(Permission.SILENCE_DECIDE)
def declare_agreed(slug: str, decision_id: str) -> ResponseReturnValue:
    """Declare that silence is agreement although a member stayed unreached."""
    return _reasoned(slug, decision_id, ChairsAct.DECLARE_AGREED, "declare_agreed")


@blueprint.route("/i/<slug>/decisions/<decision_id>/pending", methods=["GET", "POST"])
@guarded(Permission.DECISION_CONFIRM)
def pending(slug: str, decision_id: str) -> ResponseReturnValue:
    """Confirm what the other co-chair asks for, or decline it."""
    decision_of_page(decision_id)
    form = PressForm()
    if form.validate_on_submit():
        try:
            with acting(own_page(slug, decision_id)) as work:
                if "decline" in request.form:
                    service.decline_act(work, current_actor(), decision_id)
                else:
                    service.confirm_act(work, current_actor(), decision_id)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("Recorded. The page shows where the decision stands now."), "ok")
            return redirect(own_page(slug, decision_id), code=303)
    return _page("pending", slug, decision_id, form)


@blueprint.route("/i/<slug>/decisions/<decision_id>/announce", methods=["GET", "POST"])
@guarded(Permission.DECISION_ANNOUNCE)
def announce(slug: str, decision_id: str) -> ResponseReturnValue:
    """Announce the outcome."""
    decision_of_page(decision_id)
    form = PressForm()
    if form.validate_on_submit():
        try:
            with acting(own_page(slug, decision_id)) as work:
                service.announce(work, current_actor(), decision_id)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The outcome is announced. Every delegation is told."), "ok")
            return redirect(own_page(slug, decision_id), code=303)
    return _page("announce", slug, decision_id, form)


def _reasoned(slug: str, decision_id: str, which: ChairsAct, name: str) -> ResponseReturnValue:
    form = ReasonForm()

    def act(work: Work) -> None:
        service.propose_act(work, current_actor(), decision_id, which, form.reason.data or "")

    done = (
        _("The other co-chair is asked to confirm; until then the decision stays as it is.")
        if _second_confirms()
        else _("Done. Every delegation is told, with the reason.")
    )
    return _two_pages(slug, decision_id, form, name, act, done)


def _two_pages(
    slug: str,
    decision_id: str,
    form: ExtensionForm | ReasonForm,
    name: str,
    act: Callable[[Work], None],
    done: str,
) -> ResponseReturnValue:
    """The form; then what it does, to be confirmed; then the act."""
    decision_of_page(decision_id)
    if not form.validate_on_submit() or "change" in request.form:
        return _page(name, slug, decision_id, form)
    if not form.confirmed.data:
        return _page(f"{name}_confirm", slug, decision_id, form)
    try:
        with acting(own_page(slug, decision_id)) as work:
            act(work)
    except CodedError as error:
        form.place_error(None, error)
        return _page(name, slug, decision_id, form)
    flash(done, "ok")
    return redirect(own_page(slug, decision_id), code=303)


def _page(name: str, slug: str, decision_id: str, form: ConcordForm) -> ResponseReturnValue:
    page = render_template(
        f"decisions/{name}.html",
        slug=slug,
        decision=decision_of_page(decision_id),
        form=form,
        capacity=current_capacity(),
        second_confirms=_second_confirms(),
        is_asker=decision_of_page(decision_id).pending_by == current_actor().person_id,
        ChairsAct=ChairsAct,
    )
    return page, 422 if form.errors else 200


def _second_confirms() -> bool:
    initiative = initiatives.initiative(db.session(), current_initiative().id)
    return read_procedure(initiative.procedure).chairs_confirm
