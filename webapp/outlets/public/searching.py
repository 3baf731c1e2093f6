"""Searching in what is published: for everybody, and the same for everybody."""

from __future__ import annotations

from flask import url_for

from webapp.features.publishing.rules import ItemKind
from webapp.outlets.public.place import Place
from webapp.outlets.search import queries as search
from webapp.outlets.search.hits import from_entry, text_place
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.page import ON_A_PAGE, Answer, Question
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.wording import OF_PUBLISHED


def answer(place: Place, question: Question) -> Answer:
    """What is asked for in the initiative's visible publications."""
    found = search.published(
        place.session,
        shown_publications(place),
        question.asked,
        kind=question.kind,
        limit=ON_A_PAGE,
        offset=question.offset,
    )
    hits = (from_entry(entry, question.asked, _address(entry, place)) for entry in found.entries)
    return Answer(question, found.counts, tuple(hits), OF_PUBLISHED)


def shown_publications(place: Place) -> list[str]:
    """Everything that is visible; of the mandates the last one alone, which is the one that its page shows."""
    mandates = [one for one in place.published if one.kind == ItemKind.MANDATE]
    last = max(mandates, key=lambda one: one.acted_at, default=None)
    return sorted(one.id for one in place.published if one.kind != ItemKind.MANDATE or one is last)


def _address(entry: SearchEntry, place: Place) -> str:
    slug, facts = place.initiative.slug, entry.facts
    match Kind(entry.kind):
        case Kind.TEXT:
            return url_for("public.text", slug=slug, **text_place(entry))
        case Kind.DECISION:
            return url_for("public.decision", slug=slug, number=facts["number"])
        case Kind.POSITION:
            anchor = f"statement-{facts['statement']}" if "statement" in facts else "spoken"
            return url_for("public.decision", slug=slug, number=facts["number"], _anchor=anchor)
        case _:
            return url_for("public.initiative", slug=slug, _anchor="mandate")
