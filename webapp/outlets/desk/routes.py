"""The start page, and the page of what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, g, render_template, request
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from webapp.base.kernel.db import db
from webapp.base.web.auth import PERSON, PUBLIC, SignedIn, current_actor, guarded, signed_in
from webapp.base.web.language import reader_zone
from webapp.base.web.page import PageContext
from webapp.base.web.present import present
from webapp.base.web.waiting import Waiting
from webapp.features.initiatives.models import Initiative
from webapp.features.people import queries as people
from webapp.features.people.rules import visiting
from webapp.outlets.desk import queries, rules, wording
from webapp.outlets.desk.rules import Span, SpanKind

blueprint = Blueprint("desk", __name__)

ON_START = 4
"""How many lines of a topic stand on the start page."""
COUNTED_ON = frozenset({"desk", "notifications"})
"""Pages on which what waits is counted for the header; elsewhere the count would cost more than the page."""


@blueprint.record_once
def _offer_words(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals.update(topic_words=wording.TOPICS)


@blueprint.get("/")
@guarded(PUBLIC)
def start() -> ResponseReturnValue:
    """What waits for me and what changed since my last visit; for a visitor what Concord is."""
    person = signed_in()
    if person is None:
        return render_template("desk/visitor.html")
    session, zone = db.session(), reader_zone()
    initiatives = queries.initiatives_of(session, person.actor)
    span = _span(person, SpanKind.VISIT) if initiatives else None
    is_first = span is not None and span.kind is not SpanKind.VISIT
    read = [] if is_first or span is None else initiatives
    return render_template(
        "desk/start.html",
        waiting=_waiting(),
        participations=queries.participations(session, person.actor, initiatives, present()),
        span=span,
        is_first=is_first,
        topics=rules.by_topic(queries.news(session, person.actor, read, span, zone).lines) if span else (),
        titles=_titles(initiatives),
        ON_START=ON_START,
        is_administrator=person.actor.is_administrator,
    )


@blueprint.get("/changes")
@guarded(PERSON)
def changes() -> ResponseReturnValue:
    """What changed since the last visit, or in another time, by day; `?before=` goes back to earlier days."""
    person = signed_in()
    assert person is not None
    session, zone = db.session(), reader_zone()
    initiatives = queries.initiatives_of(session, person.actor)
    span = _span(person, request.args.get("since", SpanKind.VISIT))
    found = queries.news(session, person.actor, initiatives, span, zone)
    return render_template(
        "desk/changes.html",
        span=span,
        asked_on=rules.day_of(request.args.get("on", "")),
        cut_off_on=rules.day_of(request.args.get("before", "")),
        days=rules.by_day(found.lines, zone),
        earlier=rules.day_at(found.since, zone) if found.is_cut else None,
        is_crowded=found.is_cut and not rules.is_begin_of_day(found.since, zone),
        titles=_titles(initiatives),
        records=[(row.slug, row.title) for row in initiatives],
    )


def count_waiting(page: PageContext) -> PageContext:
    """Put the number of things that wait into the header of a person's own pages."""
    if page.person_name is None or request.blueprint not in COUNTED_ON:
        return page
    return replace(page, waiting_count=len(_waiting()))


def _span(person: SignedIn, kind: str) -> Span:
    """The time that is asked for, up to `?before=`; without a visit before this one, never since the last."""
    known = people.visit(db.session(), str(person.actor.person_id))
    visit_at = visiting(known, present()).before_at
    found = rules.span(kind, request.args.get("on", ""), visit_at, present(), reader_zone())
    before = rules.day_of(request.args.get("before", ""))
    if before is None:
        return found
    return replace(found, until=min(found.until, rules.begin_of(before, reader_zone())))


def _titles(initiatives: Sequence[Initiative]) -> dict[str, str]:
    """The titles of the initiatives, where there are several to be told apart."""
    return {row.id: row.title for row in initiatives} if len(initiatives) > 1 else {}


def _waiting() -> list[Waiting]:
    """What waits, asked once per request."""
    if "waiting" not in g:
        g.waiting = queries.waiting(db.session(), current_actor(), present())
    found: list[Waiting] = g.waiting
    return found
