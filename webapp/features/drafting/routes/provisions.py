"""Provisions of the rolling text."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Stale
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.drafting.forms import MoveForm, ProvisionForm, RemoveForm
from webapp.features.drafting.routes.blueprint import blueprint, instrument_of_page
from webapp.features.initiatives import queries as initiatives
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import service
from webapp.features.instruments.models import Element, Provision
from webapp.features.instruments.rules.notation import NotationFault
from webapp.features.instruments.rules.snapshot import SnapshotProvision

AROUND = 60
"""How many characters are shown on each side of a place that does not parse."""


@dataclass(frozen=True)
class Spot:
    """The character at which a text does not parse, with what stands around it."""

    before: str
    at: str
    after: str


@blueprint.route(
    "/i/<slug>/draft/<instrument_id>/elements/<element_id>/provisions/add", methods=["GET", "POST"]
)
@guarded(Permission.TEXT_DRAFT)
def add_provision(slug: str, instrument_id: str, element_id: str) -> ResponseReturnValue:
    """Write a new provision into an element, after `?after=` or at its end."""
    instrument = instrument_of_page(instrument_id)
    element = instruments.element(db.session(), instrument.id, element_id)
    form, spot = _form({}), None
    if form.validate_on_submit():
        try:
            draft = form.draft()
            with acting(_text(slug, instrument_id)) as work:
                row = service.add_provision(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    element_id,
                    draft,
                    after=request.args.get("after"),
                )
                target = _text(slug, instrument_id, row.id)
                now_leads_to(work, target)
        except CodedError as error:
            spot = _refused(form, error)
        else:
            flash(_("The provision is in the rolling text."), "ok")
            return redirect(target, code=303)
    return _page("drafting/add_provision.html", slug, element, form, spot)


@blueprint.route("/i/<slug>/draft/<instrument_id>/provisions/<provision_id>", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def provision(slug: str, instrument_id: str, provision_id: str) -> ResponseReturnValue:
    """Rewrite a provision. Where somebody else saved first, both texts are shown."""
    row = _provision(instrument_id, provision_id)
    form, spot, theirs = _form(_filled(row)), None, None
    if form.validate_on_submit():
        target = _text(slug, instrument_id, provision_id)
        try:
            draft = form.draft()
            with acting(target) as work:
                service.edit_provision(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    provision_id,
                    draft,
                    version=form.version.data or 0,
                )
        except Stale:
            row = _provision(instrument_id, provision_id)
            form.now_at(row.version)
            theirs = _as_it_stands(instrument_id, provision_id)
        except CodedError as error:
            spot = _refused(form, error)
        else:
            flash(_("The provision is saved in the rolling text."), "ok")
            return redirect(target, code=303)
    element = instruments.element(db.session(), instrument_id, row.element_id)
    return _page("drafting/provision.html", slug, element, form, spot, row=row, theirs=theirs)


@blueprint.post("/i/<slug>/draft/<instrument_id>/provisions/<provision_id>/move")
@guarded(Permission.TEXT_DRAFT)
def move_provision(slug: str, instrument_id: str, provision_id: str) -> ResponseReturnValue:
    """Move a provision one place up or down."""
    target = _text(slug, instrument_id, provision_id)
    with acting(target) as work:
        service.move_provision(
            work,
            current_actor(),
            current_initiative().id,
            instrument_id,
            provision_id,
            by_places=MoveForm().by_places,
        )
    return redirect(target, code=303)


@blueprint.route("/i/<slug>/draft/<instrument_id>/provisions/<provision_id>/remove", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def remove_provision(slug: str, instrument_id: str, provision_id: str) -> ResponseReturnValue:
    """Take a provision out of the rolling text."""
    row = _provision(instrument_id, provision_id)
    form = RemoveForm(data={"version": row.version})
    target = _text(slug, instrument_id)
    if form.validate_on_submit():
        try:
            with acting(target) as work:
                service.remove_provision(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    provision_id,
                    version=form.version.data or 0,
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The provision is out of the rolling text. Revisions that hold it keep it."), "ok")
            return redirect(target, code=303)
        row = _provision(instrument_id, provision_id)
        form.now_at(row.version)
    found = _as_it_stands(instrument_id, provision_id)
    page = render_template("drafting/remove_provision.html", provision=found, form=form, back=target)
    return page, 409 if form.errors else 200


def _form(filled: dict[str, object]) -> ProvisionForm:
    session, initiative_id = db.session(), current_initiative().id
    form = ProvisionForm(data=filled)
    form.offer_lists(initiatives.bearers(session, initiative_id), initiatives.themes(session, initiative_id))
    return form


def _filled(row: Provision) -> dict[str, object]:
    """What the form shows before anything is typed."""
    leading = [share["bearer_id"] for share in row.bearers if share["leads"]]
    return {
        "text": row.text,
        "kind": row.kind,
        "bearers": [share["bearer_id"] for share in row.bearers],
        "lead": leading[0] if leading else "",
        "beneficiary": row.beneficiary,
        "action": row.action,
        "theme": row.theme_id or "",
        "phases": row.phases,
        "strength": row.strength,
        "version": row.version,
    }


def _refused(form: ProvisionForm, error: CodedError) -> Spot | None:
    """Put the error on its field; for words that do not parse, give the place."""
    form.place_error(None, error)
    if not isinstance(error, NotationFault):
        return None
    text, at = form.text.data or "", error.position
    return Spot(text[max(0, at - AROUND) : at], text[at : at + 1], text[at + 1 : at + AROUND])


def _page(
    template: str,
    slug: str,
    element: Element,
    form: ProvisionForm,
    spot: Spot | None,
    *,
    row: Provision | None = None,
    theirs: SnapshotProvision | None = None,
) -> ResponseReturnValue:
    instrument = instrument_of_page(element.instrument_id)
    page = render_template(
        template,
        slug=slug,
        instrument=instrument,
        element=element,
        form=form,
        spot=spot,
        provision=_as_it_stands(instrument.id, row.id) if row else None,
        theirs=theirs,
        back=_text(slug, instrument.id, row.id if row else None),
    )
    return page, 409 if theirs is not None else 422 if form.errors else 200


def _provision(instrument_id: str, provision_id: str) -> Provision:
    instrument = instrument_of_page(instrument_id)
    return instruments.provision(db.session(), instrument.id, provision_id)


def _as_it_stands(instrument_id: str, provision_id: str) -> SnapshotProvision:
    """The provision with its number and its lists in words."""
    snapshot = instruments.rolling_snapshot(db.session(), instrument_id)
    return next(one for one in snapshot.provisions if one.id == provision_id)


def _text(slug: str, instrument_id: str, provision_id: str | None = None) -> str:
    anchor = f"p-{provision_id}" if provision_id else None
    return url_for("drafting.text", slug=slug, instrument_id=instrument_id, _anchor=anchor)
