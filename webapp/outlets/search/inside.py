"""Searching as somebody who takes part: the own draft, then the index, each hit as its feature shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.features.initiatives.models import Initiative
from webapp.features.review import queries as review
from webapp.features.review.queries import CommentView
from webapp.features.review.rules.contributions import read_register_number
from webapp.outlets.search import queries
from webapp.outlets.search.hits import Hit, address_inside, from_comment, from_entry
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.page import ON_A_PAGE, Answer, Question
from webapp.outlets.search.rules.asking import Asked, matches
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.rules.words import words_of

OF_COMMENTS = (Kind.COMMENT, Kind.ANSWER)


@dataclass(frozen=True)
class _Where:
    """In which initiatives, by identifier; several are named beside each hit."""

    initiatives: Mapping[str, Initiative]

    def slug(self, initiative_id: str) -> str:
        return self.initiatives[initiative_id].slug

    def name(self, initiative_id: str) -> str:
        return self.initiatives[initiative_id].title if len(self.initiatives) > 1 else ""


def answer(session: Session, actor: Actor, initiatives: Sequence[Initiative], question: Question) -> Answer:
    """What is asked for, as far as this reader may read it."""
    where = _Where({row.id: row for row in initiatives})
    if not question.asked or not where.initiatives:
        return Answer(question, {})
    ahead = [
        *_numbered(session, actor, where, question),
        *_drafts(session, actor, where, question.asked),
    ]
    chosen = [hit for hit in ahead if question.kind in (None, hit.kind)]
    here = chosen[question.offset : question.offset + ON_A_PAGE]
    found = queries.inside(
        session,
        actor,
        sorted(where.initiatives),
        question.asked,
        kind=question.kind,
        limit=ON_A_PAGE - len(here),
        offset=max(0, question.offset - len(chosen)),
    )
    counts = dict(found.counts)
    for hit in ahead:
        counts[hit.kind] = counts.get(hit.kind, 0) + 1
    return Answer(question, counts, (*here, *_hits(session, actor, where, found.entries, question.asked)))


def _numbered(session: Session, actor: Actor, where: _Where, question: Question) -> list[Hit]:
    """The comment whose register number was typed. Numbers are not in the index: not everybody may know them."""
    number = read_register_number(question.typed)
    if number is None:
        return []
    return [
        _of_comment(view, Kind.COMMENT, question.asked, where, initiative_id)
        for initiative_id in where.initiatives
        for view in review.comments_numbered(session, actor, initiative_id, number)
    ]


def _drafts(session: Session, actor: Actor, where: _Where, asked: Asked) -> list[Hit]:
    """Comments in the own delegation's draft: private, so read where they stand and kept in no index."""
    return [
        _of_comment(view, Kind.DRAFT, asked, where, seat.initiative_id)
        for seat in actor.seats
        if seat.initiative_id in where.initiatives
        for view in review.drafts_in(session, actor, seat.initiative_id)
        if matches(asked, (*words_of(view.body), *words_of(view.words)))
    ]


def _hits(
    session: Session, actor: Actor, where: _Where, entries: Sequence[SearchEntry], asked: Asked
) -> list[Hit]:
    """In their order. A comment that is gone, or no longer this reader's to see, is left out."""
    of_comments = [entry.object_id for entry in entries if entry.kind in OF_COMMENTS]
    views = review.comments_with(session, actor, of_comments)
    hits = (_hit(entry, views, where, asked) for entry in entries)
    return [hit for hit in hits if hit is not None]


def _hit(entry: SearchEntry, views: Mapping[str, CommentView], where: _Where, asked: Asked) -> Hit | None:
    if entry.kind in OF_COMMENTS:
        view = views.get(entry.object_id)
        return _of_comment(view, Kind(entry.kind), asked, where, entry.initiative_id) if view else None
    address = address_inside(entry, where.slug(entry.initiative_id))
    return from_entry(entry, asked, address, initiative=where.name(entry.initiative_id))


def _of_comment(view: CommentView, kind: Kind, asked: Asked, where: _Where, initiative_id: str) -> Hit:
    slug, name = where.slug(initiative_id), where.name(initiative_id)
    return from_comment(view, asked, slug, kind, initiative=name)
