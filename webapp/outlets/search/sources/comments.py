"""What was handed in and is shared: comments, the answers to them, covering statements.

No name of whoever wrote it stands in an entry, nor a register number, which holds the delegation's code: who may
know them is decided anew whenever they are shown. What a delegation alone may read is not in the index at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from webapp.base.access import spaces
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.visibility import AudienceSpace
from webapp.features.review.models import Comment, Contribution, ContributionVersion, CoveringStatement, Round
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.sources.wanted import Source, Wanted

OWN_DELEGATION = spaces.of_delegation("%")


def contribution_ids(session: Session) -> Sequence[str]:
    """Every contribution."""
    return session.scalars(select(Contribution.id)).all()


def contributions_of_round(session: Session, round_id: str) -> Sequence[str]:
    """Every contribution to a round."""
    return session.scalars(select(Contribution.id).where(Contribution.round_id == round_id)).all()


def contribution_of_comment(session: Session, comment_id: str) -> Sequence[str]:
    """The contribution in which a comment was handed in."""
    return session.scalars(select(Comment.contribution_id).where(Comment.id == comment_id)).all()


def collect(session: Session, contribution_id: str) -> list[Wanted]:
    """The comments of a contribution with their answers, and its covering statement, as far as they are shared."""
    return [
        *_comments(session, contribution_id),
        *_covering_statements(session, contribution_id),
        *_statements_apart(session, contribution_id),
    ]


def _comments(session: Session, contribution_id: str) -> Iterator[Wanted]:
    # Columns, not objects: closing a round raises audiences past the session that may hold them.
    statement = (
        select(
            Comment.id,
            Comment.audience_id,
            Comment.body,
            Comment.words,
            Comment.language,
            _shown_at(Comment.handed_in_at),
            Comment.reason,
            Comment.answered_at,
            Round.initiative_id,
        )
        .join(Round, Round.id == Comment.round_id)
        .where(Comment.contribution_id == contribution_id, _shared(Comment.audience_id))
    )
    for row in session.execute(statement):
        yield Wanted(
            kind=Kind.COMMENT,
            object_id=row.id,
            initiative_id=row.initiative_id,
            audience_id=row.audience_id,
            at=row.handed_in_at,
            body=row.body,
            language=row.language,
            more=(row.words,),
        )
        if row.answered_at is not None:
            yield Wanted(
                kind=Kind.ANSWER,
                object_id=row.id,
                initiative_id=row.initiative_id,
                audience_id=row.audience_id,
                at=row.answered_at,
                body=row.reason,
            )


def _covering_statements(session: Session, contribution_id: str) -> Iterator[Wanted]:
    """Of the version that counts."""
    statement = (
        select(
            ContributionVersion.id,
            ContributionVersion.audience_id,
            ContributionVersion.content,
            ContributionVersion.handed_in_at,
            Contribution.round_id,
            Contribution.delegation_id,
            Round.initiative_id,
        )
        .join(Contribution, Contribution.id == ContributionVersion.contribution_id)
        .join(Round, Round.id == Contribution.round_id)
        .where(
            Contribution.id == contribution_id,
            ContributionVersion.number == Contribution.versions,
            _shared(ContributionVersion.audience_id),
        )
    )
    for row in session.execute(statement):
        if row.content["covering_statement"]:
            yield Wanted(
                kind=Kind.COVERING,
                object_id=row.id,
                initiative_id=row.initiative_id,
                audience_id=row.audience_id,
                at=row.handed_in_at,
                body=row.content["covering_statement"],
                facts={"round": row.round_id, "delegation": row.delegation_id},
            )


def _statements_apart(session: Session, contribution_id: str) -> Iterator[Wanted]:
    """Where delegations are not named: nothing leads from it to what was handed in with it."""
    statement = (
        select(CoveringStatement.id, CoveringStatement.audience_id, CoveringStatement.text, Round)
        .join(Round, Round.id == CoveringStatement.round_id)
        .join(
            Contribution,
            (Contribution.round_id == CoveringStatement.round_id)
            & (Contribution.delegation_id == CoveringStatement.delegation_id),
        )
        .where(Contribution.id == contribution_id, _shared(CoveringStatement.audience_id))
    )
    for identifier, audience_id, text, round_ in session.execute(statement):
        yield Wanted(
            kind=Kind.COVERING,
            object_id=identifier,
            initiative_id=round_.initiative_id,
            audience_id=audience_id,
            at=round_.closed_at or round_.closes_at,
            body=text,
            facts={"round": round_.id},
        )


def _shown_at(handed_in_at: InstrumentedAttribute[dt.datetime]) -> ColumnElement[dt.datetime]:
    """The moment that stands with a comment. Where delegations are not named it is the closing of the round for
    all, since what was handed in at one moment was handed in by one delegation.
    """
    named = Round.attribution == Attribution.FULL
    return case((named, handed_in_at), else_=func.coalesce(Round.closed_at, handed_in_at)).label(
        "handed_in_at"
    )


def _shared(column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Whether more than one delegation's own space may read it."""
    return exists().where(AudienceSpace.audience_id == column, AudienceSpace.space.not_like(OWN_DELEGATION))


SOURCE = Source(contribution_ids, collect)
