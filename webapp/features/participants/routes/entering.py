"""The page of an invitation's link. Opening it uses nothing; its button does."""

from __future__ import annotations

from babel import Locale
from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.links import read_link
from webapp.base.kernel.settings import current_settings
from webapp.base.web.acting import acting
from webapp.base.web.auth import PUBLIC, current_actor, guarded
from webapp.base.web.extensions import limiter
from webapp.base.web.fields import Choice
from webapp.base.web.language import languages, reader_locale
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries, service
from webapp.features.participants.forms import ButtonForm, NewcomerForm
from webapp.features.participants.models import Invitation
from webapp.features.participants.routes.blueprint import blueprint
from webapp.features.participants.rules import LINK_PURPOSE
from webapp.features.participants.service import Newcomer
from webapp.features.people import queries as people
from webapp.features.people import service as people_service
from webapp.features.people.entering import enter, this_device
from webapp.features.people.forms import AddressForm


@blueprint.get("/invitation/<token>")
@guarded(PUBLIC)
def invitation(token: str) -> ResponseReturnValue:
    """What one is invited to, and the button that accepts."""
    row = _running(token)
    if row is None:
        return _dead(token)
    if current_actor().person_id is None and people.person_by_email(db.session(), row.email) is None:
        return _page(row, token, _newcomer_form(row))
    return _page(row, token, ButtonForm())


@blueprint.post("/invitation/<token>")
@guarded(PUBLIC)
def accept(token: str) -> ResponseReturnValue:
    """Accept with the account one is signed in with."""
    row = _running(token)
    if row is None:
        return _dead(token)
    form = ButtonForm()
    if current_actor().person_id is None or not form.validate():
        return _page(row, token, form), 422
    leads_to = url_for("desk.start")
    try:
        with acting(leads_to) as work:
            service.accept_invitation(work, current_actor(), row.id)
    except CodedError as error:
        form.place_error(None, error)
        return _page(row, token, form), 409
    flash(_("You have accepted, and take part in %(initiative)s.", initiative=_initiative(row).title), "ok")
    return redirect(leads_to, code=303)


@blueprint.post("/invitation/<token>/account")
@guarded(PUBLIC)
def accept_with_account(token: str) -> ResponseReturnValue:
    """Make an account, accept, and be signed in."""
    row = _running(token)
    if row is None:
        return _dead(token)
    form = _newcomer_form(row)
    if not form.validate():
        return _page(row, token, form), 422
    newcomer = Newcomer(
        name=form.name.data or "",
        password=form.password.data or "",
        locale=form.locale.data or "en",
        time_zone=form.time_zone.data or "UTC",
    )
    leads_to = url_for("desk.start")
    try:
        with acting(leads_to) as work:
            person = service.accept_as_newcomer(work, row.id, newcomer)
            opened = people_service.open_session(work, person.id, this_device())
    except CodedError as error:
        form.place_error(None, error)
        return _page(row, token, form), 422
    enter(opened.id, person)
    flash(
        _("Your account is made, and you take part in %(initiative)s.", initiative=_initiative(row).title),
        "ok",
    )
    return redirect(leads_to, code=303)


@blueprint.post("/invitation/<token>/elsewhere")
@guarded(PUBLIC)
@limiter.limit("20 per hour")
def forward(token: str) -> ResponseReturnValue:
    """Send the invitation on to the address with which one wants to sign in."""
    row = _running(token)
    if row is None:
        return _dead(token)
    form = AddressForm()
    if form.validate():
        try:
            with acting(url_for("people.sign_in")) as work:
                service.forward_invitation(work, row.id, form.email.data or "")
        except CodedError as error:
            form.place_error(None, error)
        else:
            return render_template("participants/link_sent.html")
    return _page(row, token, ButtonForm(formdata=None), elsewhere=form), 422


@blueprint.post("/invitation/<token>/again")
@guarded(PUBLIC)
@limiter.limit("20 per hour")
def new_invitation(token: str) -> ResponseReturnValue:
    """Send a new link in place of one whose time is over; the answer is the same for every token."""
    identifier = read_link(current_settings().secret_key, LINK_PURPOSE, token)
    with acting(url_for("people.sign_in")) as work:
        if identifier is not None:
            service.renew_invitation(work, identifier)
    return render_template("participants/link_sent.html")


def _running(token: str) -> Invitation | None:
    identifier = read_link(current_settings().secret_key, LINK_PURPOSE, token)
    session = db.session()
    row = session.get(Invitation, identifier) if identifier else None
    return row if row is not None and queries.is_running(row, clock.now(session)) else None


def _dead(token: str) -> ResponseReturnValue:
    return render_template("participants/dead_link.html", token=token), 410


def _page(
    row: Invitation, token: str, form: ButtonForm | NewcomerForm, elsewhere: AddressForm | None = None
) -> str:
    session = db.session()
    delegation = (
        queries.delegation(session, row.initiative_id, row.delegation_id) if row.delegation_id else None
    )
    return render_template(
        "participants/invitation.html",
        form=form,
        elsewhere=elsewhere or AddressForm(formdata=None),
        token=token,
        invitation=row,
        initiative=_initiative(row),
        delegation=delegation,
        role=queries.role_of(row),
        inviter=people.person(session, row.invited_by) if row.invited_by else None,
        is_newcomer=isinstance(form, NewcomerForm),
        is_signed_in=current_actor().person_id is not None,
    )


def _newcomer_form(row: Invitation) -> NewcomerForm:
    first = {"name": row.name, "locale": reader_locale(), "time_zone": _initiative(row).time_zone}
    form = NewcomerForm(data=first)
    form.locale.offer(
        [Choice(code, Locale.parse(code).get_display_name(code) or code) for code in languages()]
    )
    return form


def _initiative(row: Invitation) -> Initiative:
    return initiatives.initiative(db.session(), row.initiative_id)
