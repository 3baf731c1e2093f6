"""Appointing and inviting to offices, ending them, and the administrator's part in it."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.actor import OfficeKind
from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, NotFound
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries, service
from webapp.features.participants.forms import AddressedForm, AppointForm, InviteToOfficeForm
from webapp.features.participants.queries import HeldOffice
from webapp.features.participants.routes.blueprint import blueprint


@blueprint.get("/i/<slug>/people/offices")
@guarded(Permission.OFFICE_APPOINT)
def appoint(slug: str) -> ResponseReturnValue:
    """Two ways to fill an office: somebody with a seat, or somebody by mail."""
    return _appoint_page(AppointForm(prefix="seated"), InviteToOfficeForm(prefix="invited"))


@blueprint.post("/i/<slug>/people/offices")
@guarded(Permission.OFFICE_APPOINT)
def appoint_seated(slug: str) -> ResponseReturnValue:
    """Give the office to somebody with a seat."""
    form = AppointForm(prefix="seated")
    form.offer_people(queries.seated(db.session(), current_initiative().id))
    if form.validate():
        try:
            with acting(_people(slug)) as work:
                service.appoint(
                    work,
                    current_actor(),
                    current_initiative().id,
                    person_id=form.person.data or "",
                    kind=OfficeKind(form.kind.data),
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The office is filled."), "ok")
            return redirect(_people(slug), code=303)
    return _appoint_page(form, InviteToOfficeForm(formdata=None, prefix="invited")), 422


@blueprint.post("/i/<slug>/people/offices/invite")
@guarded(Permission.OFFICE_APPOINT)
def invite_to_office(slug: str) -> ResponseReturnValue:
    """Invite somebody to the office by mail."""
    form = InviteToOfficeForm(prefix="invited")
    if form.validate():
        try:
            with acting(_people(slug)) as work:
                service.invite_to_office(
                    work,
                    current_actor(),
                    current_initiative().id,
                    kind=OfficeKind(form.kind.data),
                    email=form.email.data or "",
                    name=form.name.data or "",
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The invitation goes to %(email)s by mail.", email=form.email.data), "ok")
            return redirect(_people(slug), code=303)
    return _appoint_page(AppointForm(formdata=None, prefix="seated"), form), 422


@blueprint.get("/i/<slug>/people/offices/<office_id>/end")
@guarded(Permission.OFFICE_APPOINT)
def ask_end_office(slug: str, office_id: str) -> ResponseReturnValue:
    """Ask before an office ends."""
    return render_template(
        "participants/end_office.html", office=_held(office_id), capacity=current_capacity()
    )


@blueprint.post("/i/<slug>/people/offices/<office_id>/end")
@guarded(Permission.OFFICE_APPOINT)
def end_office(slug: str, office_id: str) -> ResponseReturnValue:
    """End the office at once."""
    mine = _held(office_id).person_id == current_actor().person_id
    leads_to = url_for("desk.start") if mine else _people(slug)
    with acting(leads_to) as work:
        service.end_office(work, current_actor(), current_initiative().id, office_id)
    flash(_("The office has ended."), "ok")
    return redirect(leads_to, code=303)


@blueprint.route("/initiatives/<initiative_slug>/officer", methods=["GET", "POST"])
@guarded(Permission.INITIATIVE_CREATE)
def first_officer(initiative_slug: str) -> ResponseReturnValue:
    """The administrator invites the first secretariat officer; nothing else of the initiative is shown."""
    initiative = _by_slug(initiative_slug)
    form = AddressedForm()
    if form.validate_on_submit():
        try:
            with acting(url_for("initiatives.index")) as work:
                service.invite_to_office(
                    work,
                    current_actor(),
                    initiative.id,
                    kind=OfficeKind.SECRETARIAT,
                    email=form.email.data or "",
                    name=form.name.data or "",
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The invitation goes to %(email)s by mail.", email=form.email.data), "ok")
            return redirect(url_for("initiatives.index"), code=303)
    invited = [
        row for row in queries.pending_invitations(db.session(), initiative.id) if not row.delegation_id
    ]
    page = render_template(
        "participants/first_officer.html", form=form, initiative=initiative, invitations=invited
    )
    return page, 422 if form.errors else 200


@blueprint.post("/initiatives/<initiative_slug>/officer/<invitation_id>/again")
@guarded(Permission.INITIATIVE_CREATE)
def first_officer_again(initiative_slug: str, invitation_id: str) -> ResponseReturnValue:
    """Send the first officer's invitation again."""
    initiative = _by_slug(initiative_slug)
    with acting(url_for("initiatives.index")) as work:
        row = service.send_again(work, current_actor(), initiative.id, invitation_id)
    flash(
        _("A new invitation goes to %(email)s by mail. The old link no longer works.", email=row.email), "ok"
    )
    return redirect(url_for("initiatives.index"), code=303)


def _appoint_page(seated: AppointForm, invited: InviteToOfficeForm) -> str:
    seated.offer_people(queries.seated(db.session(), current_initiative().id))
    return render_template("participants/appoint.html", seated=seated, invited=invited)


def _held(office_id: str) -> HeldOffice:
    for office in queries.offices(db.session(), current_initiative().id):
        if office.office_id == office_id:
            return office
    raise NotFound()


def _by_slug(slug: str) -> Initiative:
    row = initiatives.head_by_slug(db.session(), slug)
    if row is None:
        raise NotFound()
    return row


def _people(slug: str) -> str:
    return url_for("participants.index", slug=slug)
