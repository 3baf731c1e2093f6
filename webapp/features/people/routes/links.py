"""One-time links: asking for one, and setting a password by it."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.links import read_link
from webapp.base.kernel.settings import current_settings
from webapp.base.web.acting import acting
from webapp.base.web.auth import PUBLIC, guarded
from webapp.base.web.extensions import limiter
from webapp.features.people import passwords, queries, rules, service
from webapp.features.people.entering import this_device
from webapp.features.people.forms import ForgotForm, PasswordForm
from webapp.features.people.models import OneTimeLink
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.entering import let_in


@blueprint.route("/password/forgotten", methods=["GET", "POST"])
@guarded(PUBLIC)
@limiter.limit("20 per hour", methods=["POST"])
def forgot() -> ResponseReturnValue:
    """Send a link to whoever has this address; the answer is the same for everybody."""
    form = ForgotForm()
    if form.validate_on_submit():
        # A hash takes most of the time, so that the time does not tell whether there is an account.
        passwords.weigh(None, form.email.data or "")
        with acting(url_for("people.forgot")) as work:
            service.request_reset(work, form.email.data or "")
        return render_template("people/link_sent.html")
    return render_template("people/forgot.html", form=form), 422 if form.errors else 200


@blueprint.route("/password/<token>", methods=["GET", "POST"])
@guarded(PUBLIC)
def set_password(token: str) -> ResponseReturnValue:
    """A link's page: a form whose button uses the link. Opening the page uses nothing."""
    link = _live_link(token)
    if link is None:
        return render_template("people/dead_link.html", token=token), 410
    person = queries.person(db.session(), link.person_id)
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            with acting(url_for("desk.start")) as work:
                person = service.set_password(work, link.id, form.password.data or "")
                entered = service.let_in(work, person, this_device())
        except CodedError as error:
            form.place_error(None, error)
        else:
            answer = let_in(entered, person, url_for("desk.start"))
            flash(_("Your password is set. Other devices were signed out."), "ok")
            return answer
    return render_template("people/set_password.html", form=form, person=person), 422 if form.errors else 200


@blueprint.post("/password/<token>/again")
@guarded(PUBLIC)
@limiter.limit("20 per hour")
def new_link(token: str) -> ResponseReturnValue:
    """Send a new link in place of a dead one; the answer is the same for every token."""
    identifier = read_link(current_settings().secret_key, rules.LINK_PURPOSE, token)
    with acting(url_for("people.forgot")) as work:
        if identifier is not None:
            service.renew_link(work, identifier)
    return render_template("people/link_sent.html")


def _live_link(token: str) -> OneTimeLink | None:
    identifier = read_link(current_settings().secret_key, rules.LINK_PURPOSE, token)
    session = db.session()
    link = session.get(OneTimeLink, identifier) if identifier else None
    if link is None or not rules.is_live(link.used_at, link.expires_at, clock.now(session)):
        return None
    return link
