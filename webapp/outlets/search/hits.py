"""What was found, as a page shows it: a heading that is a way, where it stands, an excerpt with the words marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webapp.base.access.attribution import Byline
from webapp.base.web.filters import role_words
from webapp.base.web.messages import Words
from webapp.features.instruments.words import revision_words
from webapp.features.review.forms.wording import DISPOSITIONS
from webapp.features.review.queries import CommentView
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.rules.asking import Asked
from webapp.outlets.search.rules.excerpts import Excerpt, Piece, excerpt, marked
from webapp.outlets.search.rules.kinds import Kind

Address = Callable[[SearchEntry], str]


@dataclass(frozen=True)
class Speaker:
    """The delegation that said something formally."""

    name: str
    constituency: str


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    kind: Kind
    href: str
    heading: tuple[Piece, ...]
    about: tuple[Words, ...]
    at: dt.datetime | None
    excerpt: Excerpt | None = None
    language: str = ""
    heading_language: str = ""
    beside: tuple[tuple[Piece, ...], ...] = ()
    """What was sought in besides, as far as it holds what was asked for: shown where nothing else tells why."""
    by: Byline | None = None
    """Whose comment it is, as far as the reader may know."""
    speaker: Speaker | None = None
    """Formal positions stand under a name always."""
    initiative: str = ""

    @property
    def told_beside(self) -> tuple[tuple[Piece, ...], ...]:
        """Why it was found, where neither heading nor excerpt says it."""
        told = (*self.heading, *(self.excerpt.pieces if self.excerpt else ()))
        return () if any(piece.marked for piece in told) else self.beside


def from_entry(entry: SearchEntry, asked: Asked, href: str, *, initiative: str = "") -> Hit:
    """What stands in the index."""
    titled = bool(entry.title)
    return Hit(
        kind=Kind(entry.kind),
        href=href,
        heading=marked(entry.title, asked) if titled else (Piece(_heading(entry)),),
        about=tuple(_about(entry)),
        at=entry.at if entry.kind not in (Kind.PEOPLE, Kind.MANDATE, Kind.ROUND) else None,
        excerpt=excerpt(entry.body, asked) if entry.body else None,
        language=entry.language,
        heading_language=entry.language if titled else "",
        beside=_beside(entry.facts.get("beside", ()), asked),
        speaker=_speaker(entry),
        initiative=initiative,
    )


def from_comment(view: CommentView, asked: Asked, slug: str, kind: Kind, *, initiative: str = "") -> Hit:
    """A comment, the answer to it, or one of the own draft, as the feature lets this reader see it."""
    number = view.register_number or ""
    headings = {
        Kind.COMMENT: _("Comment %(number)s", number=number),
        Kind.ANSWER: _("Answer to comment %(number)s", number=number),
    }
    heading = headings.get(kind) or (
        _("Comment %(number)s, in your draft", number=number) if number else _("Comment in your draft")
    )
    answered = kind is Kind.ANSWER
    return Hit(
        kind=kind,
        href=comment_address(view, slug, kind),
        heading=(Piece(heading),),
        about=(_place(view), *((DISPOSITIONS[view.disposition],) if answered and view.disposition else ())),
        at=view.answered_at if answered else view.handed_in_at,
        excerpt=excerpt(view.reason if answered else view.body, asked),
        language="" if answered else view.language,
        beside=() if answered else _beside([view.words], asked),
        by=None if kind is Kind.DRAFT else view.by,
        initiative=initiative,
    )


def comment_address(view: CommentView, slug: str, kind: Kind) -> str:
    """Where a comment is read, answered or written further."""
    if kind is Kind.DRAFT:
        return url_for("review.edit_comment", slug=slug, draft_id=view.id)
    anchor = "answer" if kind is Kind.ANSWER else None
    return url_for("review.comment", slug=slug, comment_id=view.id, _anchor=anchor)


def address_inside(entry: SearchEntry, slug: str) -> str:
    """The page for those who take part, at the place where it stands."""
    facts = entry.facts
    match Kind(entry.kind):
        case Kind.TEXT | Kind.EARLIER:
            return url_for("reading.text", slug=slug, **text_place(entry))
        case Kind.DECISION:
            return url_for("decisions.decision", slug=slug, decision_id=facts["decision"])
        case Kind.POSITION:
            anchor = f"statement-{facts['statement']}" if "statement" in facts else "spoken"
            return url_for("decisions.decision", slug=slug, decision_id=facts["decision"], _anchor=anchor)
        case Kind.COVERING if "delegation" not in facts:
            return url_for("review.comments", slug=slug, round_id=facts["round"], _anchor="statements")
        case Kind.COVERING:
            return url_for(
                "review.delegation_contribution",
                slug=slug,
                round_id=facts["round"],
                delegation_id=facts["delegation"],
            )
        case Kind.ROUND:
            return url_for("review.round", slug=slug, round_id=facts["round"])
        case Kind.PEOPLE:
            anchor = f"d-{facts['delegation']}" if "delegation" in facts else "offices"
            return url_for("participants.index", slug=slug, _anchor=anchor)
        case _:
            return url_for("initiatives.overview", slug=slug)


def text_place(entry: SearchEntry) -> dict[str, Any]:
    """What an address of the text needs: which revision of which text, and the place in it."""
    facts = entry.facts
    place = {"ordinal": facts["ordinal"], "instrument": facts["instrument"]}
    if "provision" in facts:
        return {**place, "_anchor": f"p{facts['provision']}"}
    return {**place, "_anchor": f"e{facts['place']}"} if "place" in facts else place


def _heading(entry: SearchEntry) -> str:
    facts = entry.facts
    if "provision" in facts:
        return str(_("Provision %(number)s", number=facts["provision"]))
    if entry.kind == Kind.POSITION:
        if "statement" in facts:
            return str(_("Statement on decision %(number)s", number=facts["number"]))
        return str(_("Position on decision %(number)s", number=facts["number"]))
    return str(_("Covering statement"))


def _about(entry: SearchEntry) -> Iterable[Words]:
    facts = entry.facts
    if "label" in facts:
        yield revision_words(facts["label"])
        yield facts["symbol"]
    if entry.kind == Kind.DECISION:
        yield _("Decision %(number)s", number=facts["number"])
    if entry.kind == Kind.POSITION:
        yield facts["question"]
    if entry.kind == Kind.MANDATE:
        yield _("Mandate")
    if entry.kind == Kind.ROUND:
        yield _("Round %(number)s", number=facts["number"])
    if "role" in facts:
        yield role_words(facts["role"])
    if "of" in facts:
        yield facts["of"]
    elif "code" in facts:
        yield facts["code"]


def _beside(texts: Iterable[str], asked: Asked) -> tuple[tuple[Piece, ...], ...]:
    parts = (marked(text, asked) for text in texts)
    return tuple(pieces for pieces in parts if any(piece.marked for piece in pieces))


def _speaker(entry: SearchEntry) -> Speaker | None:
    facts = entry.facts
    return Speaker(facts["name"], facts["constituency"]) if entry.kind == Kind.POSITION else None


def _place(view: CommentView) -> str:
    if view.provision_number is None:
        return str(_("on the whole text"))
    return str(_("on %(number)s", number=view.provision_number))
