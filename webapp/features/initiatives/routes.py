"""Pages of an initiative itself, and the administrators' list of initiatives."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.actor import Constituency
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Stale
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.initiatives import queries, rules, service
from webapp.features.initiatives import who_may as who_may_words
from webapp.features.initiatives.forms import (
    BearerForm,
    MandateForm,
    NameForm,
    NewInitiativeForm,
    ProcedureForm,
    ThemeForm,
    VersionedForm,
)
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.words import phase_words, scope_words

blueprint = Blueprint("initiatives", __name__)
blueprint.add_app_template_filter(phase_words)
blueprint.add_app_template_filter(scope_words)


@blueprint.get("/initiatives")
@guarded(Permission.INITIATIVE_CREATE)
def index() -> ResponseReturnValue:
    """Titles of all initiatives and who serves them; their content is not an administrator's matter."""
    return render_template("initiatives/index.html", initiatives=queries.initiatives(db.session()))


@blueprint.route("/initiatives/new", methods=["GET", "POST"])
@guarded(Permission.INITIATIVE_CREATE)
def new() -> ResponseReturnValue:
    """Begin an initiative; the next page appoints its first secretariat officer."""
    form = NewInitiativeForm()
    if form.validate_on_submit():
        slug = form.slug.data or ""
        leads_to = url_for("participants.first_officer", initiative_slug=slug)
        try:
            with acting(leads_to) as work:
                service.create(work, current_actor(), slug=slug, title=form.title.data or "")
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The initiative has begun. Now invite its first secretariat officer."), "ok")
            return redirect(leads_to, code=303)
    return render_template("initiatives/new.html", form=form), 422 if form.errors else 200


@blueprint.get("/i/<slug>/")
@guarded(Permission.INITIATIVE_READ)
def overview(slug: str) -> ResponseReturnValue:
    """Mandate, scope, rules of procedure in sentences, timetable, who takes part."""
    session = db.session()
    row = queries.initiative(session, current_initiative().id)
    return render_template(
        "initiatives/overview.html",
        initiative=row,
        may_edit=allowed(current_actor(), Permission.INITIATIVE_EDIT, Subject(row.id)),
        procedure=rules.read_procedure(row.procedure),
        bearers=queries.bearers(session, row.id),
        themes=queries.themes(session, row.id),
    )


@blueprint.get("/i/<slug>/who-may-do-what")
@guarded(Permission.INITIATIVE_READ)
def who_may(slug: str) -> ResponseReturnValue:
    """The policy and the rules of procedure as one page."""
    return render_template(
        "initiatives/who_may.html",
        slug=slug,
        areas=who_may_words.acts_by_area(rules.read_procedure(_row().procedure)),
        roles=who_may_words.roles(),
    )


@blueprint.route("/i/<slug>/mandate", methods=["GET", "POST"])
@guarded(Permission.INITIATIVE_EDIT)
def mandate(slug: str) -> ResponseReturnValue:
    """Set title, mandate, scope, timetable and official time zone."""
    row = _row()
    form = MandateForm(data=_typed_first(row))
    theirs = None
    if form.validate_on_submit():
        try:
            with acting(_overview(slug)) as work:
                service.edit_mandate(work, current_actor(), row.id, form.version.data or 0, form.values())
        except Stale as error:
            theirs = _somebody_else_saved(form, error)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The mandate is saved."), "ok")
            return redirect(_overview(slug), code=303)
    page = render_template("initiatives/mandate.html", form=form, theirs=theirs)
    return page, _status(form, theirs)


@blueprint.route("/i/<slug>/procedure", methods=["GET", "POST"])
@guarded(Permission.INITIATIVE_EDIT)
def procedure(slug: str) -> ResponseReturnValue:
    """Set the rules of procedure."""
    row = _row()
    current = rules.read_procedure(row.procedure)
    form = ProcedureForm(obj=current, data={"version": row.version})
    theirs = None
    if not form.is_submitted():
        form.show(current)
    elif form.validate():
        try:
            typed = form.values()
            with acting(_overview(slug)) as work:
                service.edit_procedure(work, current_actor(), row.id, form.version.data or 0, typed)
        except Stale as error:
            theirs = _somebody_else_saved(form, error)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The rules of procedure are saved. Everybody can read them."), "ok")
            return redirect(_overview(slug), code=303)
    page = render_template("initiatives/procedure.html", form=form, theirs=theirs)
    return page, _status(form, theirs)


@blueprint.get("/i/<slug>/lists")
@guarded(Permission.INITIATIVE_EDIT)
def lists(slug: str) -> ResponseReturnValue:
    """Bearers and themes, each to be added to and changed."""
    return _lists_page(BearerForm(formdata=None, prefix="bearer"), ThemeForm(formdata=None, prefix="theme"))


@blueprint.post("/i/<slug>/bearers")
@guarded(Permission.INITIATIVE_EDIT)
def add_bearer(slug: str) -> ResponseReturnValue:
    """Add somebody who can bear a responsibility."""
    form = BearerForm(prefix="bearer")
    if form.validate():
        try:
            kind = Constituency(form.constituency.data)
            with acting(_lists(slug)) as work:
                service.add_bearer(work, current_actor(), current_initiative().id, form.name.data or "", kind)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("“%(name)s” is on the list.", name=form.name.data), "ok")
            return redirect(_lists(slug), code=303)
    return _lists_page(form, ThemeForm(formdata=None, prefix="theme")), 422


@blueprint.post("/i/<slug>/themes")
@guarded(Permission.INITIATIVE_EDIT)
def add_theme(slug: str) -> ResponseReturnValue:
    """Add a theme."""
    form = ThemeForm(prefix="theme")
    if form.validate():
        try:
            name, phases = form.name.data or "", form.phases.data or []
            with acting(_lists(slug)) as work:
                service.add_theme(work, current_actor(), current_initiative().id, name, phases)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("“%(name)s” is on the list.", name=form.name.data), "ok")
            return redirect(_lists(slug), code=303)
    return _lists_page(BearerForm(formdata=None, prefix="bearer"), form), 422


@blueprint.route("/i/<slug>/bearers/<bearer_id>", methods=["GET", "POST"])
@guarded(Permission.INITIATIVE_EDIT)
def bearer(slug: str, bearer_id: str) -> ResponseReturnValue:
    """Give a bearer another name."""
    row = queries.bearer(db.session(), current_initiative().id, bearer_id)
    form = NameForm(data={"name": row.name})
    if form.validate_on_submit():
        try:
            with acting(_lists(slug)) as work:
                service.rename_bearer(
                    work, current_actor(), row.initiative_id, bearer_id, form.name.data or ""
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The new name is saved."), "ok")
            return redirect(_lists(slug), code=303)
    return render_template("initiatives/bearer.html", form=form, bearer=row), 422 if form.errors else 200


@blueprint.route("/i/<slug>/themes/<theme_id>", methods=["GET", "POST"])
@guarded(Permission.INITIATIVE_EDIT)
def theme(slug: str, theme_id: str) -> ResponseReturnValue:
    """Give a theme another name or other phases."""
    row = queries.theme(db.session(), current_initiative().id, theme_id)
    form = ThemeForm(data={"name": row.name, "phases": row.phases})
    if form.validate_on_submit():
        try:
            name, phases = form.name.data or "", form.phases.data or []
            with acting(_lists(slug)) as work:
                service.change_theme(work, current_actor(), row.initiative_id, theme_id, name, phases)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The theme is saved."), "ok")
            return redirect(_lists(slug), code=303)
    return render_template("initiatives/theme.html", form=form, theme=row), 422 if form.errors else 200


def _row() -> Initiative:
    return queries.initiative(db.session(), current_initiative().id)


def _overview(slug: str) -> str:
    return url_for("initiatives.overview", slug=slug)


def _lists(slug: str) -> str:
    return url_for("initiatives.lists", slug=slug)


def _lists_page(bearer_form: BearerForm, theme_form: ThemeForm) -> str:
    session, initiative_id = db.session(), current_initiative().id
    return render_template(
        "initiatives/lists.html",
        bearer_form=bearer_form,
        theme_form=theme_form,
        bearers=queries.bearers(session, initiative_id),
        themes=queries.themes(session, initiative_id),
    )


def _typed_first(row: Initiative) -> dict[str, object]:
    """What the form shows before anything is typed."""
    set_now = queries.mandate_of(row)
    return {
        "title": set_now.title,
        "mandate": set_now.mandate,
        "scope": list(set_now.scope),
        "outside_scope": set_now.outside_scope,
        "timetable": set_now.timetable,
        "time_zone": set_now.time_zone,
        "version": row.version,
    }


def _somebody_else_saved(form: VersionedForm, error: Stale) -> str:
    """Keep what was typed, go on from what stands now, and give the latter to be shown."""
    form.now_at(_row().version)
    return error.theirs


def _status(form: VersionedForm, theirs: str | None) -> int:
    return 409 if theirs is not None else 422 if form.errors else 200
