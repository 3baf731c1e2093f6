"""Help when everything is lost: vouching for somebody, and the page of the link that the person gets."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Refused
from webapp.base.kernel.links import read_link
from webapp.base.kernel.settings import current_settings
from webapp.base.web.acting import acting
from webapp.base.web.auth import PERSON, PUBLIC, current_actor, guarded
from webapp.features.people import rules, service
from webapp.features.people.entering import enter, this_device
from webapp.features.people.forms import ButtonForm, PasswordForm, RecoverForm
from webapp.features.people.models import AccountRecovery
from webapp.features.people.routes.blueprint import blueprint


@blueprint.route("/recoveries/new", methods=["GET", "POST"])
@guarded(Permission.ACCOUNT_RECOVER)
def start_recovery() -> ResponseReturnValue:
    """Vouch as a site administrator for somebody who lost every way in."""
    form = RecoverForm()
    if form.validate_on_submit():
        try:
            with acting(url_for("people.start_recovery")) as work:
                service.start_recovery_as_administrator(
                    work, current_actor(), form.email.data or "", form.reason.data or ""
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(recovery_started(), "ok")
            return redirect(url_for("people.start_recovery"), code=303)
    return render_template("people/start_recovery.html", form=form), 422 if form.errors else 200


def recovery_started() -> str:
    """What happens next, for whoever vouched."""
    return str(
        _(
            "A link went to the person’s address. It can be used after 24 hours, so that there is time to object."
        )
    )


@blueprint.route("/recovery/<token>", methods=["GET", "POST"])
@guarded(PUBLIC)
def use_recovery(token: str) -> ResponseReturnValue:
    """The page of the link: until the day is over it can only be stopped, then it sets a password."""
    row = _recovery(token)
    try:
        waits = _still_waits(row)
    except Refused as error:
        return render_template("people/dead_address_link.html", error=error), 410
    form = PasswordForm()
    if not waits and row is not None and form.validate_on_submit():
        try:
            with acting(url_for("desk.start")) as work:
                person = service.use_recovery(work, row.id, form.password.data or "")
                opened = service.open_session(work, person.id, this_device())
        except CodedError as error:
            form.place_error(None, error)
        else:
            enter(opened.id, person)
            flash(
                _("Your password is set. Set up a second factor again, and print its recovery codes."), "ok"
            )
            return redirect(url_for("people.security"), code=303)
    page = render_template("people/recovery.html", form=form, recovery=row, waits=waits, token=token)
    return page, 422 if form.errors else 200


@blueprint.post("/recovery/<token>/stop")
@guarded(PUBLIC)
def stop_recovery(token: str) -> ResponseReturnValue:
    """Stop it, as the person who holds the link."""
    row = _recovery(token)
    if row is None or not ButtonForm().validate():
        return render_template("people/dead_address_link.html", error=Refused("people.link_dead")), 410
    with acting(url_for("people.sign_in")) as work:
        service.cancel_recovery(work, row.id)
    flash(_("Stopped. Nothing in your account was changed."), "ok")
    return redirect(url_for("people.sign_in"), code=303)


@blueprint.post("/me/security/recovery/stop")
@guarded(PERSON)
def stop_own_recovery() -> ResponseReturnValue:
    """Stop it, as the person who is signed in."""
    with acting(url_for("people.security")) as work:
        service.cancel_own_recovery(work, current_actor())
    flash(_("Stopped. Nothing in your account was changed."), "ok")
    return redirect(url_for("people.security"), code=303)


def _recovery(token: str) -> AccountRecovery | None:
    identifier = read_link(current_settings().secret_key, rules.RECOVERY_PURPOSE, token)
    return db.session().get(AccountRecovery, identifier) if identifier else None


def _still_waits(row: AccountRecovery | None) -> bool:
    """Whether it cannot be used yet; raises Refused where it is over or there is none."""
    if row is None:
        raise Refused("people.link_dead")
    now = clock.now(db.session())
    try:
        rules.check_recovers(row.used_at, row.cancelled_at, row.ready_at, row.expires_at, now)
    except Refused as error:
        if error.code != "people.recovery_waits":
            raise
        return True
    return False
