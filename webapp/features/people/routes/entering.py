"""Coming in by address and password, and going out."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import PERSON, PUBLIC, current_actor, guarded, signed_in
from webapp.features.people import passwords, queries, rules, service
from webapp.features.people.entering import (
    enter,
    leave,
    network_address,
    this_device,
    wait_for_second_factor,
)
from webapp.features.people.forms import AnswerForm, SignInForm
from webapp.features.people.models import Person, SignInSession, SignInStep
from webapp.features.people.routes.blueprint import blueprint


@blueprint.get("/sign-in")
@guarded(PUBLIC)
def sign_in() -> ResponseReturnValue:
    """Ask for address and password."""
    if current_actor().person_id is not None:
        return redirect(after(), code=303)
    return sign_in_page(SignInForm())


@blueprint.post("/sign-in")
@guarded(PUBLIC)
def enter_by_password() -> ResponseReturnValue:
    """Go on, or say in the same words and time for every address that it did not work."""
    form = SignInForm()
    if not form.validate():
        return sign_in_page(form), 422
    try:
        entered, person = _try_password(form)
    except Refused as error:
        form.place_error(None, error)
        return sign_in_page(form), 429
    if entered is None or person is None:
        form.place_error(None, Refused("people.not_signed_in"))
        return sign_in_page(form), 422
    return let_in(entered, person, after())


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


def let_in(entered: SignInSession | SignInStep, person: Person, target: str) -> ResponseReturnValue:
    """To the page that was asked for, or first to the one that asks for the second factor."""
    if isinstance(entered, SignInStep):
        wait_for_second_factor(entered)
        return redirect(url_for("people.second_factor", next=target), code=303)
    enter(entered.id, person)
    return redirect(target, code=303)


def sign_in_page(form: SignInForm) -> str:
    """The page with both ways in: a password, or a passkey."""
    return render_template(
        "people/sign_in.html",
        form=form,
        passkey_form=AnswerForm(formdata=None),
        target=asked_for(),
        is_demo=current_settings().is_demo,
    )


def asked_for() -> str | None:
    """The page that was asked for before signing in."""
    return rules.local_path(request.values.get("next"))


def after() -> str:
    """Where to go after signing in."""
    return asked_for() or url_for("desk.start")


def _try_password(form: SignInForm) -> tuple[SignInSession | SignInStep | None, Person | None]:
    """Hashing is slow on purpose and happens before the transaction, which judges again under its lock.

    No idempotency key: a failure is counted each time, and the form is sent again with the same key.
    """
    email, address = (form.email.data or "").lower(), network_address()
    session = db.session()
    now = clock.now(session)
    recent = queries.failures(session, email, address, now - rules.ATTEMPTS_WINDOW)
    rules.may_try(now, recent.of_account, recent.from_address)
    person = queries.person_by_email(session, email)
    weighed = passwords.weigh(person.password_hash if person else None, form.password.data or "")
    with unit_of_work() as work:
        return service.sign_in(work, email, address, weighed, this_device()), person
