"""Elements of the rolling text."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Stale
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.drafting.forms import ElementForm, MoveForm, NewElementForm, RemoveForm
from webapp.features.drafting.routes.blueprint import blueprint, instrument_of_page
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import service
from webapp.features.instruments.models import Element
from webapp.features.instruments.rules.enums import ElementKind


@blueprint.route("/i/<slug>/draft/<instrument_id>/elements/add", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def add_element(slug: str, instrument_id: str) -> ResponseReturnValue:
    """Add an element at the end."""
    instrument = instrument_of_page(instrument_id)
    form = NewElementForm()
    if form.validate_on_submit():
        try:
            with acting(_text(slug, instrument_id)) as work:
                row = service.add_element(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    kind=ElementKind(form.kind.data),
                    title=form.title.data or "",
                )
                target = _text(slug, instrument_id, row.id)
                now_leads_to(work, target)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The element stands at the end of the text."), "ok")
            return redirect(target, code=303)
    page = render_template("drafting/add_element.html", slug=slug, instrument=instrument, form=form)
    return page, 422 if form.errors else 200


@blueprint.route("/i/<slug>/draft/<instrument_id>/elements/<element_id>", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def element(slug: str, instrument_id: str, element_id: str) -> ResponseReturnValue:
    """Give an element another title."""
    row = _element(instrument_id, element_id)
    form = ElementForm(data={"title": row.title, "version": row.version})
    theirs = None
    if form.validate_on_submit():
        try:
            with acting(_text(slug, instrument_id, element_id)) as work:
                service.edit_element(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    element_id,
                    title=form.title.data or "",
                    version=form.version.data or 0,
                )
        except Stale as error:
            theirs = error.theirs
            form.now_at(_element(instrument_id, element_id).version)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The title is saved."), "ok")
            return redirect(_text(slug, instrument_id, element_id), code=303)
    page = render_template(
        "drafting/element.html",
        slug=slug,
        instrument_id=instrument_id,
        element=row,
        form=form,
        theirs=theirs,
        back=_text(slug, instrument_id, element_id),
    )
    return page, 409 if theirs is not None else 422 if form.errors else 200


@blueprint.post("/i/<slug>/draft/<instrument_id>/elements/<element_id>/move")
@guarded(Permission.TEXT_DRAFT)
def move_element(slug: str, instrument_id: str, element_id: str) -> ResponseReturnValue:
    """Move an element one place up or down."""
    target = _text(slug, instrument_id, element_id)
    with acting(target) as work:
        service.move_element(
            work,
            current_actor(),
            current_initiative().id,
            instrument_id,
            element_id,
            by_places=MoveForm().by_places,
        )
    return redirect(target, code=303)


@blueprint.route("/i/<slug>/draft/<instrument_id>/elements/<element_id>/remove", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def remove_element(slug: str, instrument_id: str, element_id: str) -> ResponseReturnValue:
    """Take an empty element out of the rolling text."""
    row = _element(instrument_id, element_id)
    form = RemoveForm(data={"version": row.version})
    target = _text(slug, instrument_id)
    if form.validate_on_submit():
        try:
            with acting(target) as work:
                service.remove_element(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    element_id,
                    version=form.version.data or 0,
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The element is out of the rolling text."), "ok")
            return redirect(target, code=303)
        row = _element(instrument_id, element_id)
        form.now_at(row.version)
    page = render_template("drafting/remove_element.html", element=row, form=form, back=target)
    return page, 409 if form.errors else 200


def _element(instrument_id: str, element_id: str) -> Element:
    instrument = instrument_of_page(instrument_id)
    return instruments.element(db.session(), instrument.id, element_id)


def _text(slug: str, instrument_id: str, element_id: str | None = None) -> str:
    anchor = f"e-{element_id}" if element_id else None
    return url_for("drafting.text", slug=slug, instrument_id=instrument_id, _anchor=anchor)
