"""The quick jump: from “3.1”, “Principle 3”, a document symbol or words of a heading to the place that is meant."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from webapp.base.kernel.db import db
from webapp.base.web.auth import current_initiative
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Instrument
from webapp.features.instruments.queries import RevisionCard
from webapp.features.instruments.rules.enums import ElementKind
from webapp.features.instruments.rules.finding import FoundPlace, find_places
from webapp.features.instruments.words import element_kind_words

LONGEST = 200
"""Characters of what is asked for; nobody types more."""


@dataclass(frozen=True)
class Target:
    """Where a jump may lead. `place` is empty for a whole revision."""

    href: str
    label: str
    text_title: str
    place: FoundPlace | None = None


def answer_to(slug: str, asked: str, ordinal: int | None, instrument_id: str | None) -> ResponseReturnValue:
    """Lead there, or say what fits. `ordinal` is the revision that is being read; the current one otherwise."""
    asked = " ".join(asked.split())[:LONGEST]
    targets = _targets(db.session(), slug, asked, ordinal, instrument_id) if asked else []
    if len(targets) == 1:
        return redirect(targets[0].href, code=303)
    return render_template(
        "reading/go.html",
        slug=slug,
        asked=asked,
        targets=targets,
        revision_asked=ordinal,
        instrument_asked=instrument_id,
    )


def _targets(
    session: Session, slug: str, asked: str, ordinal: int | None, instrument_id: str | None
) -> list[Target]:
    """Every revision of that symbol; else every place of the text that is being read, or of the current texts."""
    initiative_id = current_initiative().id
    texts = [
        (row, instruments.revision_cards(session, row.id), position == 0)
        for position, row in enumerate(instruments.instruments(session, initiative_id))
    ]
    by_symbol = [
        _target(slug, row, card, first)
        for row, cards, first in texts
        for card in cards
        if asked.casefold() in (card.symbol.casefold(), card.label.casefold())
    ]
    return by_symbol or [
        _target(slug, row, card, first, place)
        for row, cards, first in texts
        if cards and instrument_id in (None, row.id)
        for card in [next((one for one in cards if one.ordinal == ordinal), cards[-1])]
        for place in _places(session, initiative_id, card, asked)
    ]


def _places(session: Session, initiative_id: str, card: RevisionCard, asked: str) -> tuple[FoundPlace, ...]:
    text = instruments.snapshot_of(instruments.revision(session, initiative_id, card.id))
    return find_places(text, asked, {kind: element_kind_words(kind) for kind in ElementKind})


def _target(
    slug: str, row: Instrument, card: RevisionCard, first: bool, place: FoundPlace | None = None
) -> Target:
    href = url_for(
        "reading.text",
        slug=slug,
        ordinal=card.ordinal,
        instrument=None if first else row.id,
        _anchor=place.anchor if place else None,
    )
    return Target(href, card.label, row.title, place)
