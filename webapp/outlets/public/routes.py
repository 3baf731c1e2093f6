"""Public pages: what co-chairs published, for everybody, without account and without cookie."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, g, has_request_context, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_limiter.util import get_remote_address

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound
from webapp.base.web import caching
from webapp.base.web.auth import PUBLIC, guarded
from webapp.base.web.extensions import limiter
from webapp.base.web.language import languages
from webapp.base.web.present import present
from webapp.features.decisions.forms.wording import RESULTS
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.rules.comparison import comparison
from webapp.features.instruments.rules.snapshot import Snapshot
from webapp.features.participants import queries as participants
from webapp.features.publishing import queries
from webapp.features.publishing.queries import PublishedRevision
from webapp.outlets.public.matrix import PHASES, matrix_of
from webapp.outlets.public.outcome import outcome_facts
from webapp.outlets.public.place import Place, depends_on, place_of, shown
from webapp.outlets.public.searching import answer, shown_publications
from webapp.outlets.public.text import sections
from webapp.outlets.search.page import question_of_page
from webapp.outlets.search.queries import state_of_published
from webapp.outlets.search.routes import AT_MOST

blueprint = Blueprint("public", __name__, url_prefix="/p")
blueprint.before_request(caching.for_everybody)


@blueprint.url_defaults
def _same_language(endpoint: str, values: dict[str, Any]) -> None:
    """A language that the address names stays named in the links of the page."""
    if has_request_context() and g.get("for_everybody") and request.args.get("lang") in languages():
        values.setdefault("lang", request.args["lang"])


@blueprint.context_processor
def _languages() -> dict[str, object]:
    return {"in_language": _in}


@blueprint.get("/")
@guarded(PUBLIC)
def index() -> ResponseReturnValue:
    """The initiatives that published anything."""
    found = queries.public_initiatives(db.session(), present())
    parts = [f"{row.slug} {row.title}" for row in found]
    return caching.kept(parts, lambda: render_template("public/index.html", initiatives=found))


@blueprint.get("/<slug>/")
@guarded(PUBLIC)
def initiative(slug: str) -> ResponseReturnValue:
    """Mandate, scope, timetable, revisions and outcomes, each as far as it was published."""
    place = place_of(slug)

    def facts() -> dict[str, object]:
        outcomes = queries.outcomes(place.session, place.initiative.id, place.now)
        return {"revisions": place.revisions(), "outcomes": outcomes, "results": RESULTS}

    return shown(place, "public/initiative.html", facts)


@blueprint.get("/<slug>/text/<int:ordinal>")
@guarded(PUBLIC)
def text(slug: str, ordinal: int) -> ResponseReturnValue:
    """A published revision at its public address."""
    place = place_of(slug)
    cards = _of_instrument(place)
    card = _card(cards, ordinal)
    codes = participants.codes(place.session, place.initiative.id)

    def facts() -> dict[str, object]:
        read = _snapshot(place, card)
        return {"card": card, "cards": cards, "read": read, "sections": sections(read, codes), **_more()}

    return shown(place, "public/text.html", facts, *sorted(codes))


@blueprint.get("/<slug>/text/<int:ordinal>/responsibilities")
@guarded(PUBLIC)
def matrix(slug: str, ordinal: int) -> ResponseReturnValue:
    """Who is responsible for what in a published revision; `?rows=themes` sets it out by theme."""
    place = place_of(slug)
    cards = _of_instrument(place)
    card = _card(cards, ordinal)

    def facts() -> dict[str, object]:
        return {
            "card": card,
            "shown": matrix_of(_snapshot(place, card), queries.mandate(place.published)),
            "by_themes": request.args.get("rows") == "themes",
            "phases": PHASES,
            **_more(),
        }

    return shown(place, "public/matrix.html", facts)


@blueprint.get("/<slug>/text/<int:ordinal>.json")
@guarded(PUBLIC)
def snapshot(slug: str, ordinal: int) -> ResponseReturnValue:
    """The canonical bytes of a published revision: their SHA-256 is the hash on its page."""
    place = place_of(slug)
    card = _card(_of_instrument(place), ordinal)
    name = f"{card.symbol.replace('/', '-')}.json"
    row = instruments.revision(place.session, place.initiative.id, card.id)
    return _document(place, row.snapshot, name)


@blueprint.get("/<slug>/compare")
@guarded(PUBLIC)
def compare(slug: str) -> ResponseReturnValue:
    """Two published revisions, word by word. Without a choice, the newest against the one before it."""
    place = place_of(slug)
    cards = _of_instrument(place)
    if len(cards) < 2:
        return redirect(url_for("public.initiative", slug=slug))
    new = _card(cards, request.args.get("to", cards[-1].ordinal, type=int))
    before = next((card for card in reversed(cards) if card.ordinal < new.ordinal), cards[0])
    old = _card(cards, request.args.get("from", before.ordinal, type=int))
    whole_text = request.args.get("show") == "all"

    def facts() -> dict[str, object]:
        compared = comparison(_snapshot(place, old), _snapshot(place, new), whole_text=whole_text)
        return {
            "cards": cards,
            "old": old,
            "new": new,
            "whole_text": whole_text,
            "side_by_side": request.args.get("view") == "side",
            "compared": compared,
            **_more(),
        }

    return shown(place, "public/compare.html", facts)


@blueprint.get("/<slug>/decisions/<int:number>")
@guarded(PUBLIC)
def decision(slug: str, number: int) -> ResponseReturnValue:
    """A published outcome: clause by clause, with the position of each delegation."""
    place = place_of(slug)
    found = queries.outcome(place.session, place.initiative.id, number, place.now)
    codes = participants.codes(place.session, place.initiative.id)
    return shown(place, "public/decision.html", lambda: outcome_facts(place, found), *sorted(codes))


@blueprint.get("/<slug>/decisions/<int:number>/record.json")
@guarded(PUBLIC)
def record(slug: str, number: int) -> ResponseReturnValue:
    """The record of a published outcome: the input of the evaluator."""
    place = place_of(slug)
    found = queries.outcome(place.session, place.initiative.id, number, place.now)
    return _document(place, found.decision.record or "", f"decision-{number}-record.json")


@blueprint.get("/<slug>/decisions/<int:number>/outcome.json")
@guarded(PUBLIC)
def outcome(slug: str, number: int) -> ResponseReturnValue:
    """A published outcome: what evaluating its record gives, byte for byte."""
    place = place_of(slug)
    found = queries.outcome(place.session, place.initiative.id, number, place.now)
    return _document(place, found.decision.outcome or "", f"decision-{number}-outcome.json")


@blueprint.get("/<slug>/search")
@guarded(PUBLIC)
@limiter.limit(AT_MOST, key_func=get_remote_address)
def search(slug: str) -> ResponseReturnValue:
    """What is asked for in everything that is published of the initiative."""
    place, question = place_of(slug), question_of_page()
    state = state_of_published(place.session, shown_publications(place))

    def facts() -> dict[str, object]:
        return {"found": answer(place, question), "question": question}

    return shown(place, "public/search.html", facts, state)


def _document(place: Place, text: str, name: str) -> Response:
    def whole() -> Response:
        answer = Response(text.encode(), mimetype="application/json")
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    return caching.kept(depends_on(place), whole)


def _snapshot(place: Place, card: PublishedRevision) -> Snapshot:
    return instruments.snapshot_of(instruments.revision(place.session, place.initiative.id, card.id))


def _of_instrument(place: Place) -> list[PublishedRevision]:
    """The published revisions of the instrument that `?instrument=` names, else of the oldest one."""
    cards = place.revisions()
    named = request.args.get("instrument") or next((card.instrument_id for card in cards), None)
    return [card for card in cards if card.instrument_id == named]


def _card(cards: list[PublishedRevision], ordinal: int) -> PublishedRevision:
    card = next((card for card in cards if card.ordinal == ordinal), None)
    if card is None:
        raise NotFound()
    return card


def _more() -> dict[str, object]:
    """What links of the page add to name its instrument, where it is not the oldest."""
    named = request.args.get("instrument")
    return {"more": {"instrument": named} if named else {}}


def _in(code: str) -> str:
    """The address of this page in another language."""
    values = {**(request.view_args or {}), **request.args.to_dict(), "lang": code}
    return url_for(request.endpoint or "public.index", **values)
