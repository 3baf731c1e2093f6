"""Setting up and removing second factors: an authenticator, recovery codes, passkeys."""

from __future__ import annotations

import io

import segno
from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, NotFound, Refused
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.acting import acting
from webapp.base.web.auth import PERSON, current_actor, guarded
from webapp.base.web.extensions import limiter
from webapp.features.people import passkeys, queries, sealing, service
from webapp.features.people.forms import AuthenticatorForm, ButtonForm, PasskeyForm
from webapp.features.people.models import Passkey, Person
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.proving import freshly_proved, own_person, own_session
from webapp.features.people.routes.second_factor import asked_of_browser, challenge_on_this_device
from webapp.features.people.rules import codes

ISSUER = "Concord"


@blueprint.route("/me/security/authenticator", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
def authenticator() -> ResponseReturnValue:
    """Show a fresh secret, and take it into use with a code that shows that the authenticator has it.

    The secret travels sealed in the form: nothing is stored before it is in use.
    """
    person = own_person()
    form = AuthenticatorForm()
    if form.validate_on_submit():
        try:
            with acting(_security()) as work:
                sheet = service.add_authenticator(
                    work,
                    current_actor(),
                    own_session().id,
                    form.sealed_secret.data or "",
                    form.code.data or "",
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("Your authenticator is set up. From now on signing in asks for its code."), "ok")
            return _with_sheet(sheet)
    secret = sealing.unseal(person.id, form.sealed_secret.data or "") or codes.new_secret()
    form.sealed_secret.data = form.sealed_secret.data or sealing.seal(person.id, secret)
    page = render_template(
        "people/authenticator.html",
        form=form,
        secret=codes.in_groups(secret),
        square=_square(secret, person),
        there=queries.factors_of(db.session(), person.id).authenticator is not None,
    )
    return page, 422 if form.errors else 200


@blueprint.route("/me/security/authenticator/remove", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
def remove_authenticator() -> ResponseReturnValue:
    """Take the authenticator out of use, after a question."""
    if ButtonForm().validate_on_submit():
        with acting(_security()) as work:
            service.remove_authenticator(work, current_actor(), own_session().id)
        flash(_("The authenticator is removed."), "ok")
        return redirect(_security(), code=303)
    factors = queries.factors_of(db.session(), own_person().id)
    return render_template("people/remove_authenticator.html", factors=factors)


@blueprint.route("/me/security/recovery-codes", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
def recovery_codes() -> ResponseReturnValue:
    """Make a new sheet, after a question; it is shown once."""
    if ButtonForm().validate_on_submit():
        with acting(_security()) as work:
            sheet = service.make_recovery_codes(work, current_actor(), own_session().id)
        return _with_sheet(sheet)
    factors = queries.factors_of(db.session(), own_person().id)
    if not factors.any:
        raise Refused("people.no_second_factor")
    return render_template("people/make_codes.html", factors=factors)


@blueprint.route("/me/security/passkeys/new", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
def new_passkey() -> ResponseReturnValue:
    """Name a passkey; the script asks the browser to make it."""
    form = PasskeyForm()
    if form.validate_on_submit():
        try:
            with acting(_security()) as work:
                sheet = service.add_passkey(
                    work,
                    current_actor(),
                    own_session().id,
                    challenge_on_this_device(),
                    form.answer.data or "",
                    form.name.data or "",
                )
                if sheet is None:
                    raise Refused("people.passkey_not_accepted")
        except CodedError as error:
            form.answer.data = ""
            form.place_error(None, error)
        else:
            flash(_("The passkey is added. You can sign in with it."), "ok")
            return _with_sheet(sheet)
    return render_template("people/new_passkey.html", form=form), 422 if form.errors else 200


@blueprint.post("/me/security/passkeys/options")
@guarded(PERSON)
@freshly_proved
@limiter.limit("120 per hour")
def new_passkey_options() -> ResponseReturnValue:
    """What the browser is asked to make."""
    with unit_of_work() as work:
        challenge = service.challenge_to_register(work, current_actor(), own_session().id)
    person = own_person()
    have = [one.credential_id for one in queries.passkeys_of(db.session(), person.id)]
    options = passkeys.options_to_register(person.id, person.email, person.name, have, challenge.challenge)
    return asked_of_browser(challenge, options)


@blueprint.route("/me/security/passkeys/<passkey_id>/remove", methods=["GET", "POST"])
@guarded(PERSON)
@freshly_proved
def remove_passkey(passkey_id: str) -> ResponseReturnValue:
    """Take a passkey out of use, after a question."""
    passkey = _own_passkey(passkey_id)
    if ButtonForm().validate_on_submit():
        with acting(_security()) as work:
            service.remove_passkey(work, current_actor(), own_session().id, passkey_id)
        flash(_("The passkey is removed."), "ok")
        return redirect(_security(), code=303)
    factors = queries.factors_of(db.session(), own_person().id)
    return render_template("people/remove_passkey.html", passkey=passkey, factors=factors)


def _security() -> str:
    return url_for("people.security")


def _with_sheet(sheet: service.Sheet) -> ResponseReturnValue:
    """Recovery codes stand in this answer and nowhere else; without new ones, back to the overview."""
    if not sheet:
        return redirect(_security(), code=303)
    return render_template("people/codes.html", codes=[codes.in_groups(code) for code in sheet])


def _square(secret: str, person: Person) -> Markup:
    """The secret as a square code, drawn here: dark on light in every scheme, since cameras want it so."""
    drawn = io.BytesIO()
    made = segno.make_qr(codes.provisioning_address(secret, person.email, ISSUER), error="m")
    made.save(drawn, kind="svg", xmldecl=False, svgns=False, light="#fff", omitsize=True)
    return Markup(drawn.getvalue().decode())  # noqa: S704  (nothing of it was typed; modules of a square)


def _own_passkey(passkey_id: str) -> Passkey:
    for one in queries.passkeys_of(db.session(), current_actor().person_id or ""):
        if one.id == passkey_id:
            return one
    raise NotFound()
