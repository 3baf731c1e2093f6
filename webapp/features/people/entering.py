"""Coming in and going out on this device: the signed cookie that names the session's row, and the device's mark."""

from __future__ import annotations

import secrets
from typing import cast

from flask import Response, after_this_request, current_app, g, request
from flask import session as cookie
from flask_login import login_user, logout_user

from webapp.base.access.actor import Actor
from webapp.base.web.auth import SignedIn
from webapp.features.people import sealing
from webapp.features.people.models import Person, SignInStep
from webapp.features.people.rules import Device, browser_of, system_of

MARK = "concord_device"
"""The cookie by which a device is known again. It says nothing about the device, and is no way in."""
MARK_BYTES = 24
A_YEAR = 365 * 24 * 3600
STEP = "sign_in_step"


def enter(session_id: str, person: Person) -> None:
    """Let the person in on this device. Everything the cookie held before is dropped (session fixation)."""
    cookie.clear()
    actor = Actor(person_id=person.id, name=person.name, is_administrator=person.is_administrator)
    login_user(SignedIn(session_id, person.email, person.locale, person.time_zone, actor, person.appearance))
    after_this_request(_remember_mark)


def leave() -> None:
    """Forget on this device who was signed in."""
    logout_user()
    cookie.clear()


def wait_for_second_factor(step: SignInStep) -> None:
    """Remember on this device, and nowhere else, that the password was right."""
    cookie.clear()
    cookie[STEP] = step.id


def waiting_step() -> str | None:
    """The sign-in that waits on this device for its second factor."""
    return cast("str | None", cookie.get(STEP))


def network_address() -> str:
    """From where the request comes, for counting failures."""
    return (request.remote_addr or "unknown")[:60]


def this_device() -> Device:
    """The device of this request, with the mark that it has or now gets."""
    agent = request.user_agent.string[:400]
    return Device(browser_of(agent), system_of(agent), sealing.hash_mark(_mark()))


def _mark() -> str:
    if "device_mark" not in g:
        g.device_mark = request.cookies.get(MARK, "")[:60] or secrets.token_urlsafe(MARK_BYTES)
    return cast(str, g.device_mark)


def _remember_mark(response: Response) -> Response:
    response.set_cookie(
        MARK,
        _mark(),
        max_age=A_YEAR,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",
    )
    return response
