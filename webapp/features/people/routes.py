"""Pages on which people come in, go out and set their password."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Refused
from webapp.base.kernel.links import read_link
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.acting import acting
from webapp.base.web.auth import PERSON, PUBLIC, current_actor, guarded, signed_in
from webapp.base.web.extensions import limiter
from webapp.base.web.language import languages, remember_language
from webapp.features.people import passwords, queries, rules, service, visiting
from webapp.features.people.entering import enter, leave
from webapp.features.people.forms import ForgotForm, PasswordForm, SignInForm
from webapp.features.people.models import OneTimeLink, Person, SignInSession

blueprint = Blueprint("people", __name__)
blueprint.after_app_request(visiting.mark)


@blueprint.get("/sign-in")
@guarded(PUBLIC)
def sign_in() -> ResponseReturnValue:
    """Ask for address and password."""
    if current_actor().person_id is not None:
        return redirect(_after(), code=303)
    return _sign_in_page(SignInForm())


@blueprint.post("/sign-in")
@guarded(PUBLIC)
def enter_by_password() -> ResponseReturnValue:
    """Open a session, or say in the same words and time for every address that it did not work."""
    form = SignInForm()
    if not form.validate():
        return _sign_in_page(form), 422
    try:
        opened, person = _try_password(form)
    except Refused as error:
        form.place_error(None, error)
        return _sign_in_page(form), 429
    if opened is None or person is None:
        form.place_error(None, Refused("people.not_signed_in"))
        return _sign_in_page(form), 422
    target = _after()
    enter(opened.id, person)
    return redirect(target, code=303)


@blueprint.post("/sign-out")
@guarded(PERSON)
def sign_out() -> ResponseReturnValue:
    """End this device's session."""
    person = signed_in()
    if person is not None:
        with unit_of_work() as work:
            service.sign_out(work, person.id)
    leave()
    flash(_("You are signed out."))
    return redirect(url_for("people.sign_in"), code=303)


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
                service.set_password(work, link.id, form.password.data or "")
                opened = service.open_session(work, person.id)
        except CodedError as error:
            form.place_error(None, error)
        else:
            enter(opened.id, person)
            flash(_("Your password is set, and you are signed in. Other devices were signed out."))
            return redirect(url_for("desk.start"), code=303)
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


@blueprint.post("/language")
@guarded(PUBLIC)
def choose_language() -> ResponseReturnValue:
    """Speak another language: kept with the person, and on this device. Leads back to where one was."""
    chosen, person_id = request.form.get("language", ""), current_actor().person_id
    response = make_response(redirect(_after(), code=303))
    if chosen in languages():
        if person_id is not None:
            with unit_of_work() as work:
                service.speak(work, person_id, chosen)
        remember_language(response, chosen)
    return response


def _try_password(form: SignInForm) -> tuple[SignInSession | None, Person | None]:
    """Hashing is slow on purpose and happens before the transaction, which judges again under its lock.

    No idempotency key: a failure is counted each time, and the form is sent again with the same key.
    """
    email, address = (form.email.data or "").lower(), (request.remote_addr or "unknown")[:60]
    session = db.session()
    now = clock.now(session)
    recent = queries.failures(session, email, address, now - rules.ATTEMPTS_WINDOW)
    rules.may_try(now, recent.of_account, recent.from_address)
    person = queries.person_by_email(session, email)
    weighed = passwords.weigh(person.password_hash if person else None, form.password.data or "")
    with unit_of_work() as work:
        return service.sign_in(work, email, address, weighed), person


def _sign_in_page(form: SignInForm) -> str:
    is_demo = current_settings().is_demo
    return render_template("people/sign_in.html", form=form, target=_next(), is_demo=is_demo)


def _next() -> str | None:
    return rules.local_path(request.values.get("next"))


def _after() -> str:
    return _next() or url_for("desk.start")


def _live_link(token: str) -> OneTimeLink | None:
    identifier = read_link(current_settings().secret_key, rules.LINK_PURPOSE, token)
    session = db.session()
    link = session.get(OneTimeLink, identifier) if identifier else None
    if link is None or not rules.is_live(link.used_at, link.expires_at, clock.now(session)):
        return None
    return link
