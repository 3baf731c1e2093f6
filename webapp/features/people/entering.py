"""Coming in and going out on this device: the signed cookie that names the session's row."""

from __future__ import annotations

from flask import session as cookie
from flask_login import login_user, logout_user

from webapp.base.access.actor import Actor
from webapp.base.web.auth import SignedIn
from webapp.features.people.models import Person


def enter(session_id: str, person: Person) -> None:
    """Let the person in on this device. Everything the cookie held before is dropped (session fixation)."""
    cookie.clear()
    actor = Actor(person_id=person.id, name=person.name, is_administrator=person.is_administrator)
    login_user(SignedIn(session_id, person.email, person.locale, person.time_zone, actor, person.appearance))


def leave() -> None:
    """Forget on this device who was signed in."""
    logout_user()
    cookie.clear()
