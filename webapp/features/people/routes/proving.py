"""Showing once more who one is, before ways to sign in are changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import PERSON, SignedIn, current_actor, guarded, signed_in
from webapp.base.web.extensions import limiter
from webapp.base.web.messages import sentence, status
from webapp.base.web.present import present
from webapp.features.people import passkeys, passwords, queries, rules, service
from webapp.features.people.entering import network_address
from webapp.features.people.forms import AnswerForm, ProveForm
from webapp.features.people.models import Person
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.second_factor import asked_of_browser, challenge_on_this_device

P = ParamSpec("P")
R = TypeVar("R")


def freshly_proved(view: Callable[P, R]) -> Callable[P, R | Response]:
    """In front of a page that changes a way to sign in: whoever proved it long ago is asked first.

    The service judges again; what was sent in a form is not carried over.
    """

    @wraps(view)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R | Response:
        if not rules.is_fresh(queries.proved_at(db.session(), own_session().id, present()), present()):
            if request.method == "POST":
                flash(sentence(Refused("people.prove_first")))
            return redirect(url_for("people.prove", next=request.path), code=303)
        return view(*args, **kwargs)

    return wrapper


def own_session() -> SignedIn:
    """The session of this request; only behind the guard for persons."""
    return cast(SignedIn, signed_in())


def own_person() -> Person:
    """The person of this request; only behind the guard for persons."""
    return queries.person(db.session(), current_actor().person_id or "")


@blueprint.route("/me/prove", methods=["GET", "POST"])
@guarded(PERSON)
def prove() -> ResponseReturnValue:
    """Ask for the password, and a code where there is a second factor; or for a passkey."""
    form = ProveForm()
    answered = 200
    if form.validate_on_submit():
        try:
            if _holds(form):
                return redirect(_after(), code=303)
            error = Refused("people.not_proved")
        except Refused as refused:
            error = refused
        form.place_error(None, error)
        answered = status(error)
    return _page(form), 422 if form.errors and answered == 200 else answered


@blueprint.post("/me/prove/passkey/options")
@guarded(PERSON)
@limiter.limit("120 per hour")
def prove_options() -> ResponseReturnValue:
    """What the own passkey must sign."""
    with unit_of_work() as work:
        challenge = service.challenge_to_prove(work, current_actor())
    return asked_of_browser(challenge, passkeys.options_to_enter(challenge.challenge))


@blueprint.post("/me/prove/passkey")
@guarded(PERSON)
def prove_by_passkey() -> ResponseReturnValue:
    """Take the passkey's signature as proof."""
    form = AnswerForm()
    if form.validate():
        with unit_of_work() as work:
            holds = service.prove_by_passkey(
                work, current_actor(), own_session().id, challenge_on_this_device(), form.answer.data or ""
            )
        if holds:
            return redirect(_after(), code=303)
    page = ProveForm(formdata=None)
    page.place_error(None, Refused("people.passkey_not_accepted"))
    return _page(page), 422


def _holds(form: ProveForm) -> bool:
    """Hashing is slow on purpose and happens before the transaction, which judges again under its lock."""
    weighed = passwords.weigh(own_person().password_hash, form.password.data or "")
    with unit_of_work() as work:
        return service.prove(
            work, current_actor(), own_session().id, network_address(), weighed, form.code.data or ""
        )


def _page(form: ProveForm) -> str:
    return render_template(
        "people/prove.html",
        form=form,
        passkey_form=AnswerForm(formdata=None),
        factors=queries.factors_of(db.session(), current_actor().person_id or ""),
        target=_target(),
    )


def _target() -> str | None:
    return rules.local_path(request.values.get("next"))


def _after() -> str:
    return _target() or url_for("people.security")
