"""What the layout shows around every page: who acts, in which capacity, what waits, official time, the journal.

Base knows no feature: providers, registered by the application, fill in what features know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from flask import Flask, current_app, g, has_request_context, request

from webapp.base.access.actor import Actor, Capacity, OfficeKind
from webapp.base.web.auth import InitiativeHead, signed_in
from webapp.base.web.language import known_zone, reader_zone
from webapp.base.web.present import present

KEY = "concord.page_providers"
OFFICES = (OfficeKind.CO_CHAIR, OfficeKind.SECRETARIAT)


@dataclass(frozen=True)
class JournalState:
    """How far the journal of the page's initiative goes, and whether that was verified."""

    entries: int
    verified: bool


@dataclass(frozen=True)
class PageContext:
    """What the layout shows. Counts are None where nobody is signed in or nothing counts them."""

    now: dt.datetime
    zone: str
    """The official time zone: the initiative's, else UTC."""
    reader_zone: str
    person_name: str | None = None
    delegation_name: str | None = None
    roles: tuple[str, ...] = ()
    """The seat and the offices in which the person acts here, as the words table names them."""
    initiative: InitiativeHead | None = None
    waiting_count: int | None = None
    unread_count: int | None = None
    journal: JournalState | None = None
    lacks_second_factor: bool = False
    """Whether the person may read here, and not act in every capacity, before setting up a second factor."""


PageProvider = Callable[[PageContext], PageContext]


def init_app(app: Flask) -> None:
    """Give `page` to every template of a request."""
    app.extensions[KEY] = []
    app.context_processor(_for_templates)
    # Components are imported without the page's variables, so that they are compiled once; they ask for them.
    app.jinja_env.globals["current_page"] = current_page
    app.jinja_env.globals["page_address"] = page_address


def register_page_provider(app: Flask, provider: PageProvider) -> None:
    """Add what a feature or outlet knows: a provider returns the context with its fields replaced."""
    cast("list[PageProvider]", app.extensions[KEY]).append(provider)


def current_page() -> PageContext:
    """The context of this request's page, made once."""
    if "page" not in g:
        g.page = plain_page() if g.get("without_person") else _made()
    return cast(PageContext, g.page)


def page_address() -> str:
    """Where the reader is, to come back to: this page, or the one whose form it answers."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    before = urlsplit(request.referrer or "/")
    return f"{before.path or '/'}?{before.query}".rstrip("?")


def show_to_everybody(zone: str) -> None:
    """A page in this official time zone on which nothing of its reader stands."""
    zone = known_zone(zone)
    g.page = PageContext(now=present(), zone=zone, reader_zone=zone)


def plain_page() -> PageContext:
    """A page that asks the database nothing, for telling that it does not answer."""
    return PageContext(now=dt.datetime.now(dt.UTC), zone="UTC", reader_zone="UTC")


def _for_templates() -> dict[str, Any]:
    return {"page": current_page()} if has_request_context() else {}


def _made() -> PageContext:
    person = signed_in()
    initiative = cast("InitiativeHead | None", g.get("initiative"))
    zone = known_zone(initiative.time_zone) if initiative else "UTC"
    context = PageContext(
        now=present(),
        zone=zone,
        reader_zone=reader_zone() if person else zone,
        person_name=person.actor.name if person else None,
        delegation_name=_delegation(person.actor, initiative) if person else None,
        roles=_roles(person.actor, initiative, g.get("capacity")) if person else (),
        initiative=initiative,
        lacks_second_factor=_lacks_factor(person.actor, initiative) if person else False,
    )
    for provider in cast("list[PageProvider]", current_app.extensions[KEY]):
        context = provider(context)
    return context


def _lacks_factor(actor: Actor, initiative: InitiativeHead | None) -> bool:
    return initiative is not None and any(where == initiative.id for where, _role in actor.without_factor)


def _delegation(actor: Actor, initiative: InitiativeHead | None) -> str | None:
    if initiative is not None:
        seat = actor.seat_in(initiative.id)
        return seat.delegation_name if seat else None
    names = {seat.delegation_name for seat in actor.seats}
    return names.pop() if len(names) == 1 else None


def _roles(actor: Actor, initiative: InitiativeHead | None, capacity: Capacity | None) -> tuple[str, ...]:
    """In which capacities the person is here: every one that they hold, so that none is hidden."""
    if initiative is None:
        return ("administrator",) if actor.is_administrator else ()
    seat = actor.seat_in(initiative.id)
    held = [str(office) for office in OFFICES if actor.holds(office, initiative.id)]
    if seat is not None:
        held.append(str(seat.role))
    if not held and capacity is not None:
        held.append(capacity.role)
    return tuple(held)
