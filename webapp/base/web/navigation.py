"""THE table of ways that every page offers, and which of them is the present one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from flask import Flask, current_app, request, url_for
from flask_babel import lazy_gettext as _l

from webapp.base.web.auth import may_open
from webapp.base.web.messages import Words
from webapp.base.web.page import PageContext

Count = Literal["waiting", "unread"]


@dataclass(frozen=True)
class Entry:
    """A way: where it leads, its words, the section (a blueprint's name) in which it is the present one."""

    endpoint: str
    words: Words
    section: str
    count: Count | None = None
    act: str = ""
    """The act of the key that opens it (`keys.SHORTCUTS`), if it has one."""


PERSONAL: tuple[Entry, ...] = (
    Entry("desk.start", _l("Waiting for me"), "desk", "waiting", act="waiting"),
    Entry("notifications.inbox", _l("Inbox"), "notifications", "unread"),
)

EVERYWHERE = Entry("search.everywhere", _l("Search"), "search", act="search")
"""Stands among the personal ways of pages that belong to no initiative: the others have a way of their own."""

INITIATIVE: tuple[Entry, ...] = (
    Entry("reading.text", _l("Text"), "reading"),
    Entry("review.rounds", _l("Rounds"), "review"),
    Entry("decisions.index", _l("Decisions"), "decisions"),
    Entry("responsibilities.matrix", _l("Responsibilities"), "responsibilities"),
    Entry("participants.index", _l("People"), "participants"),
    Entry("audit.journal", _l("Record"), "audit"),
    Entry("search.initiative", _l("Search"), "search", act="search"),
)

SAME_SECTION = {"drafting": "reading", "publishing": "reading"}
"""Blueprints whose pages belong to another one's section."""


@dataclass(frozen=True)
class Way:
    """An entry as it stands on this page. `current` is the value of `aria-current`, empty elsewhere."""

    href: str
    words: Words
    current: str
    count: int | None
    due: bool
    act: str


def init_app(app: Flask) -> None:
    """Offer the ways to the layout."""
    app.jinja_env.globals.update(
        personal_ways=personal_ways,
        initiative_ways=initiative_ways,
        has_way=has_way,
        may_open=may_open,
    )


def personal_ways(page: PageContext, section: str | None = None) -> list[Way]:
    """The ways of a signed-in person."""
    if page.person_name is None:
        return []
    entries = PERSONAL if page.initiative else (*PERSONAL, EVERYWHERE)
    return [_way(entry, page, section) for entry in entries if may_open(entry.endpoint)]


def initiative_ways(page: PageContext, section: str | None = None) -> list[Way]:
    """The ways of the page's initiative that the reader may open."""
    if page.initiative is None:
        return []
    slug = page.initiative.slug
    return [_way(entry, page, section, slug=slug) for entry in INITIATIVE if may_open(entry.endpoint)]


def has_way(endpoint: str) -> bool:
    """Whether this installation has the page: the demo's pages, for one, exist only there."""
    return endpoint in current_app.view_functions


def _way(entry: Entry, page: PageContext, section: str | None, **values: Any) -> Way:
    counts = {"waiting": page.waiting_count, "unread": page.unread_count}
    return Way(
        href=url_for(entry.endpoint, **values),
        words=entry.words,
        current=_current(entry, section),
        count=counts[entry.count] if entry.count else None,
        due=entry.count == "waiting",
        act=entry.act,
    )


def _current(entry: Entry, section: str | None) -> str:
    if request.endpoint == entry.endpoint:
        return "page"
    here = section or SAME_SECTION.get(request.blueprint or "", request.blueprint)
    return "true" if here == entry.section else ""
