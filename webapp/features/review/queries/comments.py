"""Comments as a reader may see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.access.attribution import Attribution, Byline, Named, Terms, byline
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.visibility import readable_by
from webapp.features.instruments.models import RevisionProvision
from webapp.features.instruments.rules.anchors import Span
from webapp.features.participants import queries as participants
from webapp.features.participants.models import Delegation
from webapp.features.review.models import Comment, DraftComment, Round
from webapp.features.review.queries.attribution import own_delegations, terms_of
from webapp.features.review.rules.attribution import public_register_number, read_public_register_number
from webapp.features.review.rules.contributions import register_number
from webapp.features.review.rules.rounds import RoundState


@dataclass(frozen=True)
class CommentView:
    """A comment, or a comment in the reader's own draft, as this reader may see it.

    `by` is all that a page is given of the delegation whose it is. Where delegations are not named, neither
    `number` nor `handed_in_at` is known to others, since both would tell which comments came together. A draft that
    was never handed in has no register number. `words_start` and `words_end` are places in the provision's stored
    text.
    """

    id: str
    round_id: str
    round_number: int
    number: int | None
    register_number: str | None
    others_call_it: str | None
    """The register number of one's own comment as others know it, where it is another one."""
    by: Byline
    is_own: bool
    provision_id: str | None
    provision_number: str | None
    provision_ordinal: int
    kind: str
    body: str
    language: str
    words: str
    words_start: int | None
    words_end: int | None
    handed_in_at: dt.datetime | None
    disposition: str | None
    reason: str
    answered_at: dt.datetime | None
    version: int
    is_draft: bool
    place_among: tuple[str, int]
    """Its place among the comments on the same provision: by delegation where they are named, else by chance."""

    @property
    def span(self) -> Span | None:
        """The words concerned, in the provision's stored text."""
        if self.words_start is None or self.words_end is None:
            return None
        return Span(self.words_start, self.words_end)

    @property
    def order(self) -> tuple[int, str, int]:
        """Its place among the comments of its round, in reading order."""
        return (self.provision_ordinal, *self.place_among)


def comments_of_round(
    session: Session,
    actor: Actor,
    round_id: str,
    *,
    unanswered_only: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> list[CommentView]:
    """The comments of a round that this reader may read, in reading order."""
    clauses: list[ColumnElement[bool]] = [Comment.round_id == round_id]
    if unanswered_only:
        clauses.append(Comment.disposition.is_(None))
    return comment_views(session, actor, *clauses, limit=limit, offset=offset)


def comments_of_delegation(
    session: Session, actor: Actor, round_: Round, delegation_id: str
) -> list[CommentView]:
    """The comments of one delegation. Where delegations are not named, of the reader's own and of no other."""
    if not terms_of(round_).names and delegation_id not in own_delegations(actor):
        return []
    return comment_views(
        session, actor, Comment.round_id == round_.id, Comment.delegation_id == delegation_id
    )


def comment(session: Session, actor: Actor, initiative_id: str, comment_id: str) -> CommentView:
    """The comment; raises NotFound where it is another initiative's or the reader may not read it."""
    found = comment_views(session, actor, Comment.id == comment_id, Round.initiative_id == initiative_id)
    if not found:
        raise NotFound()
    return found[0]


def comments_with(session: Session, actor: Actor, comment_ids: Collection[str]) -> dict[str, CommentView]:
    """Those of these comments that this reader may read, by identifier."""
    found = comment_views(session, actor, Comment.id.in_(comment_ids)) if comment_ids else []
    return {view.id: view for view in found}


def comments_numbered(session: Session, actor: Actor, initiative_id: str, number: str) -> list[CommentView]:
    """The comments with this register number that this reader may read, as far as the number is shown to them."""
    asked = [Comment.register_number == number]
    if (public := read_public_register_number(number)) is not None:
        asked.append((Round.number == public[0]) & (Comment.public_number == public[1]))
    found = comment_views(session, actor, Round.initiative_id == initiative_id, or_(*asked))
    return [view for view in found if number in (view.register_number, view.others_call_it)]


def unanswered(session: Session, round_id: str) -> int:
    """How many comments of a round have no disposition. Ask only once the round is closed."""
    statement = select(func.count()).where(Comment.round_id == round_id, Comment.disposition.is_(None))
    return session.scalar(statement) or 0


def count_of_comments(session: Session, round_id: str) -> int:
    """How many comments were handed in to a round. Ask only once the round is closed."""
    return session.scalar(select(func.count()).where(Comment.round_id == round_id)) or 0


def comment_ids(session: Session, round_id: str) -> list[str]:
    """The comments of a round by their identifiers. Ask only once the round is closed."""
    return list(session.scalars(select(Comment.id).where(Comment.round_id == round_id).order_by(Comment.id)))


def dispositions_of_round(session: Session, round_id: str) -> list[tuple[str, int]]:
    """How often each disposition was given in a round, by name."""
    statement = (
        select(Comment.disposition, func.count())
        .where(Comment.round_id == round_id, Comment.disposition.is_not(None))
        .group_by(Comment.disposition)
        .order_by(Comment.disposition)
    )
    return [(name or "", count) for name, count in session.execute(statement)]


def drafts_of_open_round(session: Session, actor: Actor, *clauses: ColumnElement[bool]) -> list[CommentView]:
    """The reader's own delegations' drafts in rounds that are open."""
    return draft_views(session, actor, Round.state == RoundState.OPEN, *clauses)


def drafts_in(session: Session, actor: Actor, initiative_id: str) -> list[CommentView]:
    """The same, in one initiative."""
    return drafts_of_open_round(session, actor, Round.initiative_id == initiative_id)


def draft_views(session: Session, actor: Actor, *clauses: ColumnElement[bool]) -> list[CommentView]:
    """Comments in the reader's own drafts, in reading order."""
    statement = _placed(select(DraftComment, Delegation, Round, *_PLACE), DraftComment)
    statement = statement.where(
        DraftComment.removed_at.is_(None), readable_by(actor, DraftComment.audience_id), *clauses
    ).order_by(*_reading_order(), DraftComment.created_at, DraftComment.id)
    shown = _Bylines(actor)
    return [_view(shown, *row) for row in session.execute(statement)]


def comment_views(
    session: Session, actor: Actor, *clauses: ColumnElement[bool], limit: int | None = None, offset: int = 0
) -> list[CommentView]:
    """Comments as handed in that this reader may read, in reading order."""
    statement = _placed(select(Comment, Delegation, Round, *_PLACE), Comment)
    statement = statement.where(readable_by(actor, Comment.audience_id), *clauses)
    statement = statement.order_by(*_reading_order(), *_place_among())
    shown = _Bylines(actor)
    return [_view(shown, *row) for row in session.execute(statement.limit(limit).offset(offset))]


_PLACE = (RevisionProvision.number, RevisionProvision.ordinal)
"""Of the provision no more than where it stands: its words would come once for each comment."""


class _Bylines:
    """How this reader sees delegations in rounds: worked out once for each, however many comments there are."""

    def __init__(self, actor: Actor) -> None:
        self.own = own_delegations(actor)
        self._found: dict[tuple[str, str], tuple[Terms, Byline]] = {}

    def of(self, delegation: Delegation, round_: Round) -> tuple[Terms, Byline]:
        """The round's terms, and the delegation's byline under them."""
        key = (delegation.id, round_.id)
        if key not in self._found:
            terms = terms_of(round_)
            self._found[key] = terms, byline(terms, self.own, participants.voice_of(delegation))
        return self._found[key]


def _placed(
    statement: Select[Comment | DraftComment, Delegation, Round, str, int],
    model: type[Comment] | type[DraftComment],
) -> Select[Comment | DraftComment, Delegation, Round, str, int]:
    return (
        statement.join(Delegation, Delegation.id == model.delegation_id)
        .join(Round, Round.id == model.round_id)
        .outerjoin(
            RevisionProvision,
            (RevisionProvision.revision_id == Round.revision_id)
            & (RevisionProvision.provision_id == model.provision_id),
        )
    )


def _reading_order() -> tuple[ColumnElement[int], ...]:
    return (Round.number.expression, func.coalesce(RevisionProvision.ordinal, -1))


def _place_among() -> tuple[ColumnElement[str], ColumnElement[int]]:
    """The order of `CommentView.place_among`."""
    names = Round.attribution == Attribution.FULL
    return (
        case((names, Delegation.name), else_=""),
        case((names, Comment.number), else_=func.coalesce(Comment.public_number, Comment.number)),
    )


def _view(
    shown: _Bylines,
    row: Comment | DraftComment,
    delegation: Delegation,
    round_: Round,
    provision_number: str | None,
    provision_ordinal: int | None,
) -> CommentView:
    handed = row if isinstance(row, Comment) else None
    terms, by = shown.of(delegation, round_)
    named = by if isinstance(by, Named) else None
    public = handed.public_number if handed else None
    public_number = None if public is None else public_register_number(round_.number, public)
    return CommentView(
        id=row.id,
        round_id=round_.id,
        round_number=round_.number,
        number=row.number if named else None,
        register_number=_register_number(row, named, round_) if named else public_number,
        others_call_it=public_number if named else None,
        by=by,
        is_own=delegation.id in shown.own,
        provision_id=row.provision_id,
        provision_number=provision_number,
        provision_ordinal=-1 if provision_ordinal is None else provision_ordinal,
        kind=row.kind,
        body=row.body,
        language=row.language,
        words=row.words,
        words_start=row.words_start,
        words_end=row.words_end,
        handed_in_at=handed.handed_in_at if handed and named else None,
        disposition=handed.disposition if handed else None,
        reason=handed.reason if handed else "",
        answered_at=handed.answered_at if handed else None,
        version=row.version,
        is_draft=handed is None,
        place_among=(delegation.name if terms.names else "", (row.number if terms.names else public) or 0),
    )


def _register_number(row: Comment | DraftComment, by: Named, round_: Round) -> str | None:
    return None if row.number is None else register_number(round_.number, by.code, row.number)


def round_of_comment(session: Session, actor: Actor, comment_id: str) -> str:
    """The round of a comment that this reader may read; raises NotFound."""
    statement = select(Comment.round_id).where(
        Comment.id == comment_id, readable_by(actor, Comment.audience_id)
    )
    found = session.scalar(statement)
    if found is None:
        raise NotFound()
    return found


def commented_provisions(session: Session, round_id: str) -> list[str]:
    """The provisions on which comments were handed in to a round. Ask only once the round is over."""
    statement = select(Comment.provision_id).where(Comment.round_id == round_id).distinct()
    return sorted(found for found in session.scalars(statement) if found is not None)
