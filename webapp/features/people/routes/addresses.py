"""Another address to sign in with, or for notices; and the pages of the links that are sent for it."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Refused
from webapp.base.kernel.links import read_link
from webapp.base.kernel.settings import current_settings
from webapp.base.web.acting import acting
from webapp.base.web.auth import PERSON, PUBLIC, current_actor, guarded
from webapp.base.web.extensions import limiter
from webapp.features.people import rules, service
from webapp.features.people.forms import AddressForm, ButtonForm
from webapp.features.people.models import AddressChange
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.proving import freshly_proved, own_person, own_session

SIGN_IN, DELIVERY = "sign_in", "delivery"


@blueprint.route("/me/security/address", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
@limiter.limit("20 per hour", methods=["POST"])
def change_address() -> ResponseReturnValue:
    """Ask to sign in with another address."""
    return _ask(SIGN_IN)


@blueprint.route("/me/security/delivery", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
@limiter.limit("20 per hour", methods=["POST"])
def change_delivery() -> ResponseReturnValue:
    """Ask to get notices at another address, which several people may share."""
    return _ask(DELIVERY)


@blueprint.post("/me/security/delivery/end")
@guarded(PERSON)
@freshly_proved
def end_delivery() -> ResponseReturnValue:
    """Get notices at the sign-in address again."""
    with acting(_security()) as work:
        service.deliver_to_sign_in_address(work, current_actor(), own_session().id)
    flash(_("Notices go to the address with which you sign in."), "ok")
    return redirect(_security(), code=303)


@blueprint.post("/me/security/address/<change_id>/cancel")
@guarded(PERSON)
def cancel_own_address(change_id: str) -> ResponseReturnValue:
    """Stop a change that waits."""
    with acting(_security()) as work:
        service.cancel_own_address_change(work, current_actor(), change_id)
    flash(_("The change of address is stopped."), "ok")
    return redirect(_security(), code=303)


@blueprint.route("/address/<token>", methods=["GET", "POST"])
@guarded(PUBLIC)
@limiter.limit("60 per hour", methods=["POST"])
def confirm_address(token: str) -> ResponseReturnValue:
    """The page of the link that was sent to the new address. Opening it uses nothing; its button does."""
    change = _change(rules.CONFIRM_PURPOSE, token)
    form = ButtonForm()
    try:
        if change is None:
            raise Refused("people.link_dead")
        now = clock.now(db.session())
        rules.check_confirms(change.confirmed_at, change.cancelled_at, change.expires_at, now)
        if form.validate_on_submit():
            with acting(_start()) as work:
                service.confirm_address(work, change.id)
            flash(_("The new address is in use."), "ok")
            return redirect(_start(), code=303)
    except CodedError as error:
        return _dead(error)
    return render_template("people/confirm_address.html", form=form, change=change)


@blueprint.route("/address/<token>/cancel", methods=["GET", "POST"])
@guarded(PUBLIC)
@limiter.limit("60 per hour", methods=["POST"])
def cancel_address(token: str) -> ResponseReturnValue:
    """The page of the link that was sent to the old address."""
    change = _change(rules.CANCEL_PURPOSE, token)
    form = ButtonForm()
    try:
        if change is None:
            raise Refused("people.link_dead")
        rules.check_undoes(change.cancelled_at, change.undo_until, clock.now(db.session()))
        if form.validate_on_submit():
            with acting(_start()) as work:
                service.cancel_address_change(work, change.id)
            flash(
                _("The old address stays in use. If you did not ask for the change, set a new password."),
                "ok",
            )
            return redirect(_start(), code=303)
    except CodedError as error:
        return _dead(error)
    return render_template("people/cancel_address.html", form=form, change=change)


def _ask(kind: str) -> ResponseReturnValue:
    form = AddressForm()
    if form.validate_on_submit():
        try:
            with acting(_security()) as work:
                service.ask_address_change(
                    work, current_actor(), own_session().id, kind, form.email.data or ""
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(
                _(
                    "A link went to the new address. It changes when its button is pressed, within three days."
                ),
                "ok",
            )
            return redirect(_security(), code=303)
    page = render_template("people/change_address.html", form=form, kind=kind, person=own_person())
    return page, 422 if form.errors else 200


def _change(purpose: str, token: str) -> AddressChange | None:
    identifier = read_link(current_settings().secret_key, purpose, token)
    return db.session().get(AddressChange, identifier) if identifier else None


def _dead(error: CodedError) -> ResponseReturnValue:
    status = 410 if error.code == "people.link_dead" else 409
    return render_template("people/dead_address_link.html", error=error), status


def _security() -> str:
    return url_for("people.security")


def _start() -> str:
    """Where a link ends: the own pages, or the sign-in page before them."""
    return url_for("people.security") if current_actor().person_id else url_for("people.sign_in")
