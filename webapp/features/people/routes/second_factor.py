"""Coming in by a second factor after the password, and by a passkey, which is both."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app, flash, redirect, render_template, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound, Refused
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import PUBLIC, guarded
from webapp.base.web.extensions import limiter
from webapp.base.web.messages import sentence
from webapp.features.people import passkeys, queries, service
from webapp.features.people.entering import enter, network_address, this_device, waiting_step
from webapp.features.people.forms import AnswerForm, CodeForm, SignInForm
from webapp.features.people.models import PasskeyChallenge
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.entering import after, asked_for, sign_in_page

CHALLENGE = "passkey_challenge"


@blueprint.route("/sign-in/second-factor", methods=["GET", "POST"])
@guarded(PUBLIC)
def second_factor() -> ResponseReturnValue:
    """Ask for a code of the authenticator or a recovery code."""
    step_id = waiting_step()
    if step_id is None:
        return redirect(url_for("people.sign_in", next=asked_for()), code=303)
    form = CodeForm()
    status = 200
    if form.validate_on_submit():
        try:
            if _finish(step_id, form.code.data or ""):
                return redirect(after(), code=303)
            form.place_error("code", Refused("people.code_wrong"))
            status = 422
        except NotFound:
            return _again(Refused("people.step_over"))
        except Refused as error:
            if error.code == "people.step_over":
                return _again(error)
            form.place_error(None, error)
            status = 429
    page = render_template(
        "people/second_factor.html",
        form=form,
        passkey_form=AnswerForm(formdata=None),
        target=asked_for(),
    )
    return page, 422 if form.errors and status == 200 else status


@blueprint.post("/sign-in/passkey/options")
@guarded(PUBLIC)
@limiter.limit("120 per hour")
def passkey_options() -> ResponseReturnValue:
    """What the browser must sign to come in; the same for everybody."""
    with unit_of_work() as work:
        challenge = service.make_challenge(work, "enter")
    return asked_of_browser(challenge, passkeys.options_to_enter(challenge.challenge))


@blueprint.post("/sign-in/passkey")
@guarded(PUBLIC)
def enter_by_passkey() -> ResponseReturnValue:
    """Open a session for the person whose passkey signed."""
    form = AnswerForm()
    error = Refused("people.passkey_not_accepted")
    if form.validate():
        try:
            with unit_of_work() as work:
                opened = service.enter_by_passkey(
                    work, challenge_on_this_device(), form.answer.data or "", network_address(), this_device()
                )
        except Refused as refused:
            opened, error = None, refused
        if opened is not None:
            enter(opened.id, queries.person(db.session(), opened.person_id))
            return redirect(after(), code=303)
    page = SignInForm(formdata=None)
    page.place_error(None, error)
    return sign_in_page(page), 429 if error.code == "people.too_many_attempts" else 422


def asked_of_browser(challenge: PasskeyChallenge, options: str) -> Response:
    """The options as JSON; the challenge is bound to this device by its cookie."""
    cookie[CHALLENGE] = challenge.id
    return current_app.response_class(options, mimetype="application/json")


def challenge_on_this_device() -> str:
    """The challenge that this device was given last, and forgets now."""
    return cast(str, cookie.pop(CHALLENGE, ""))


def _finish(step_id: str, typed: str) -> bool:
    with unit_of_work() as work:
        opened = service.finish_sign_in(work, step_id, network_address(), typed, this_device())
    if opened is None:
        return False
    enter(opened.id, queries.person(db.session(), opened.person_id))
    return True


def _again(error: Refused) -> ResponseReturnValue:
    """Back to the beginning, with the reason."""
    cookie.clear()
    flash(sentence(error), "bad")
    flash(_("Nothing was changed."))
    return redirect(url_for("people.sign_in", next=asked_for()), code=303)
