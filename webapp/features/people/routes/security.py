"""The ways into the own account: what there is, which devices are signed in, what happened."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting
from webapp.base.web.auth import PERSON, current_actor, guarded
from webapp.features.people import queries, service
from webapp.features.people.entering import leave
from webapp.features.people.forms import PasswordForm
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.proving import freshly_proved, own_person, own_session

LOGGED = 30


@blueprint.get("/me/security")
@guarded(PERSON)
def security() -> ResponseReturnValue:
    """Second factor, password, addresses, devices, and what happened to the account."""
    session, person = db.session(), own_person()
    now = clock.now(session)
    return render_template(
        "people/security.html",
        person=person,
        factors=queries.factors_of(session, person.id),
        changes=queries.waiting_changes(session, person.id, now),
        recovery=queries.running_recovery(session, person.id, now),
        sessions=queries.sessions_of(session, person.id, now),
        this_session=own_session().id,
        log=queries.log_of(session, current_actor(), LOGGED),
    )


@blueprint.route("/me/security/password", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
def change_password() -> ResponseReturnValue:
    """Set another password."""
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            with acting(url_for("people.security")) as work:
                service.change_password(work, current_actor(), own_session().id, form.password.data or "")
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("Your new password is set. Other devices were signed out."), "ok")
            return redirect(url_for("people.security"), code=303)
    page = render_template("people/change_password.html", form=form, person=own_person())
    return page, 422 if form.errors else 200


@blueprint.post("/me/security/devices/<session_id>/end")
@guarded(PERSON)
def end_session(session_id: str) -> ResponseReturnValue:
    """Sign out one device."""
    with acting(url_for("people.security")) as work:
        service.sign_out_device(work, current_actor(), session_id)
    if session_id == own_session().id:
        return _gone()
    flash(_("The device is signed out."), "ok")
    return redirect(url_for("people.security"), code=303)


@blueprint.post("/me/security/devices/end-all")
@guarded(PERSON)
def end_sessions() -> ResponseReturnValue:
    """Sign out everywhere, here too."""
    with acting(url_for("people.sign_in")) as work:
        service.sign_out_everywhere(work, current_actor())
    return _gone()


def _gone() -> ResponseReturnValue:
    leave()
    flash(_("You are signed out."))
    return redirect(url_for("people.sign_in"), code=303)
