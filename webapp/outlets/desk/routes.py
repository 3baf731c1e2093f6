"""The start page."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from webapp.base.kernel.db import db
from webapp.base.kernel.settings import current_settings
from webapp.base.web.auth import PUBLIC, current_actor, guarded, signed_in
from webapp.base.web.language import reader_locale, reader_zone
from webapp.base.web.page import PageContext, present
from webapp.base.web.waiting import Waiting
from webapp.outlets.desk import queries
from webapp.outlets.notifications import queries as notifications
from webapp.outlets.notifications.letters import reader_of

blueprint = Blueprint("desk", __name__)

NEWEST = 5
COUNTED_ON = frozenset({"desk", "notifications"})
"""Pages on which what waits is counted for the header; elsewhere the count would cost more than the page."""


@blueprint.get("/")
@guarded(PUBLIC)
def start() -> ResponseReturnValue:
    """What waits for me; for a visitor what Concord is."""
    person = signed_in()
    if person is None:
        return render_template("desk/visitor.html")
    session = db.session()
    reader = reader_of(reader_locale(), reader_zone())
    newest = notifications.inbox(session, person.actor, reader, current_settings(), page=1, size=NEWEST)
    return render_template(
        "desk/start.html",
        waiting=_waiting(),
        participations=queries.participations(session, person.actor),
        newest=newest,
        is_administrator=person.actor.is_administrator,
    )


def count_waiting(page: PageContext) -> PageContext:
    """Put the number of things that wait into the header of a person's own pages."""
    if page.person_name is None or request.blueprint not in COUNTED_ON:
        return page
    return replace(page, waiting_count=len(_waiting()))


def _waiting() -> list[Waiting]:
    """What waits, asked once per request."""
    if "waiting" not in g:
        g.waiting = queries.waiting(db.session(), current_actor(), present())
    found: list[Waiting] = g.waiting
    return found
