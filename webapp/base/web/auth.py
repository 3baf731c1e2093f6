"""Who is signed in, and the guard in front of every page.

Base knows no feature: the application registers who loads a signed-in person and who finds an initiative.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, url_for
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from webapp.base.access.actor import NOBODY, Actor, Capacity
from webapp.base.access.guard import capacity_for
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound
from webapp.base.web.present import present

P = ParamSpec("P")
R = TypeVar("R")

PUBLIC = "public"
PERSON = "person"


@dataclass(frozen=True)
class SignedIn(UserMixin):  # type: ignore[misc]
    """A signed-in person as loaded for one request; `id` is the session's, so that sessions can be revoked."""

    id: str
    email: str
    locale: str
    time_zone: str
    actor: Actor
    appearance: str = "device"
    last_used_at: dt.datetime | None = None
    seen_at: dt.datetime | None = None
    """When the person last opened a page, as far as that is written down."""


class InitiativeHead(Protocol):
    """What every page of an initiative needs to know about it, and how far its journal goes."""

    @property
    def id(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def time_zone(self) -> str: ...
    @property
    def entries(self) -> int: ...
    @property
    def last_hash(self) -> str: ...


SessionLoader = Callable[[Session, str, dt.datetime], SignedIn | None]
InitiativeFinder = Callable[[Session, str], InitiativeHead | None]


class SignedOut(Exception):
    """A form came from somebody who is not, or no longer, signed in."""


login_manager = LoginManager()


@dataclass(frozen=True)
class _Loaders:
    """What the application registered."""

    session: SessionLoader
    initiative: InitiativeFinder


LOADERS = "concord.loaders"


def init_auth(app: Flask, load_session: SessionLoader, find_initiative: InitiativeFinder) -> None:
    """Wire sign-in into the application."""
    app.extensions[LOADERS] = _Loaders(load_session, find_initiative)
    login_manager.init_app(app)
    login_manager.session_protection = None  # the row behind the session is the protection


@login_manager.user_loader  # type: ignore[untyped-decorator]
def _load(session_id: str) -> SignedIn | None:
    return _loaders().session(db.session(), session_id, present())


def _loaders() -> _Loaders:
    return cast(_Loaders, current_app.extensions[LOADERS])


def signed_in() -> SignedIn | None:
    """The signed-in person of this request."""
    return cast(SignedIn, current_user._get_current_object()) if current_user.is_authenticated else None


def known_person() -> SignedIn | None:
    """The signed-in person, if this request has asked who it is; asks nothing itself."""
    return signed_in() if "_login_user" in g else None


def current_actor() -> Actor:
    """Who asks; NOBODY without a sign-in."""
    person = signed_in()
    return person.actor if person else NOBODY


def current_initiative() -> InitiativeHead:
    """The initiative of this page; only behind a guard that names a permission."""
    return cast(InitiativeHead, g.initiative)


def current_capacity() -> Capacity:
    """In which capacity the page is opened."""
    return cast(Capacity, g.capacity)


def may_open(endpoint: str) -> bool:
    """Whether this installation has the page, and its guard lets the present actor in.

    A page of an initiative is asked for in the initiative of the present page.
    """
    view = current_app.view_functions.get(endpoint)
    if view is None:
        return False
    by = getattr(view, "guard", PUBLIC)
    if isinstance(by, Permission):
        head = cast("InitiativeHead | None", g.get("initiative"))
        return _capacity(current_actor(), by, head.id if head else None) is not None
    return by == PUBLIC or current_actor().person_id is not None


def guarded(by: Permission | str) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """The guard of a route: PUBLIC, PERSON (any signed-in person), or a permission in the initiative `slug`.

    Whoever lacks the permission gets 404: they may not know what is there. Services authorise again.
    """

    def decorate(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            if by != PUBLIC:
                actor = current_actor()
                if actor.person_id is None:
                    return _to_sign_in()
                if isinstance(by, Permission):
                    _admit(actor, by, cast("str | None", kwargs.get("slug")))
            return view(*args, **kwargs)

        wrapper.__dict__["guard"] = by
        return wrapper

    return decorate


def _admit(actor: Actor, permission: Permission, slug: str | None) -> None:
    initiative_id = None
    if slug is not None:
        head = _loaders().initiative(db.session(), slug)
        if head is None:
            raise NotFound()
        g.initiative = head
        initiative_id = head.id
    capacity = _capacity(actor, permission, initiative_id)
    if capacity is None:
        raise NotFound()
    g.capacity = capacity


def _capacity(actor: Actor, permission: Permission, initiative_id: str | None) -> Capacity | None:
    seat = actor.seat_in(initiative_id)
    return capacity_for(actor, permission, Subject(initiative_id, seat.delegation_id if seat else None))


def _to_sign_in() -> Response:
    """To the sign-in page and back. Whoever sent a form is told first, so that the words can be copied."""
    if request.method != "GET":
        raise SignedOut
    return redirect(url_for("people.sign_in", next=request.full_path.rstrip("?")), code=303)
