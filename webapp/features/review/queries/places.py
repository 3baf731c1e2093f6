"""Provisions of a round's revision, and where words stand in them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.features.instruments.models import Instrument, RevisionProvision
from webapp.features.instruments.rules.anchors import Span, find_words, mark
from webapp.features.instruments.rules.notation import Tree
from webapp.features.participants import queries as participants
from webapp.features.review.models import Round

AROUND = 60
"""How many characters of a provision are shown on each side of a place."""


@dataclass(frozen=True)
class Place:
    """A place of words in a provision, with what stands before and after it."""

    start: int
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Quote:
    """A provision as it stands in a round's revision, parsed, in its language."""

    number: str
    tree: Tree
    language: str


def provision(session: Session, round_: Round, provision_id: str) -> RevisionProvision:
    """The provision as it stands in the round's revision; raises NotFound where it is not in it."""
    row = session.scalar(
        select(RevisionProvision).where(
            RevisionProvision.revision_id == round_.revision_id,
            RevisionProvision.provision_id == provision_id,
        )
    )
    if row is None:
        raise NotFound()
    return row


def spans_of(session: Session, round_: Round, text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in a provision's text."""
    return find_words(text, words, participants.codes(session, round_.initiative_id))


def places(session: Session, round_: Round, provision_id: str, words: str) -> list[Place]:
    """Where the words stand in a provision, for choosing among them."""
    text = provision(session, round_, provision_id).text
    return [
        Place(
            start=span.start,
            before=text[max(0, span.start - AROUND) : span.start],
            words=text[span.start : span.end],
            after=text[span.end : span.end + AROUND],
        )
        for span in spans_of(session, round_, text, words)
    ]


def quote(session: Session, round_: Round, provision_id: str, span: Span | None = None) -> Quote:
    """A provision of the round's revision, with the words concerned marked."""
    codes = participants.codes(session, round_.initiative_id)
    found = provision(session, round_, provision_id)
    language = session.scalar(select(Instrument.language).where(Instrument.id == round_.instrument_id))
    return Quote(found.number, mark(found.text, [span] if span else [], codes), language or "en")
