"""Whose a comment is, for telling its owner: no page, table or mail to others asks this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import CompoundSelect, select, union_all
from sqlalchemy.orm import Session

from webapp.base.access.attribution import Attribution
from webapp.base.kernel.errors import NotFound
from webapp.features.review.models import Comment, Contribution, Round
from webapp.features.review.queries.attribution import terms_of
from webapp.features.review.rules.attribution import public_register_number


def number_for_all(round_: Round, row: Comment) -> str:
    """The register number by which everybody may know a comment of a closed round."""
    if terms_of(round_).names:
        return row.register_number
    assert row.public_number is not None, "a number is drawn when the round closes"
    return public_register_number(round_.number, row.public_number)


def objects_without_names(initiative_id: str) -> CompoundSelect[str]:
    """The rounds of an initiative that do not name delegations, with their contributions and comments.

    Who is told of one of these tells whose it is.
    """
    unnamed = (Round.initiative_id == initiative_id) & (Round.attribution != Attribution.FULL)
    return union_all(
        select(Round.id).where(unnamed),
        select(Contribution.id).join(Round, Round.id == Contribution.round_id).where(unnamed),
        select(Comment.id).join(Round, Round.id == Comment.round_id).where(unnamed),
    )


@dataclass(frozen=True)
class Owner:
    """Whose a comment is and who wrote it: for telling them of its answer, and for nobody else."""

    delegation_id: str
    author_id: str
    register_number: str


def owner_of(session: Session, comment_id: str) -> Owner:
    """The owner of a comment; raises NotFound. No page asks this: what it shows is a `CommentView`."""
    row = session.get(Comment, comment_id)
    if row is None:
        raise NotFound()
    return Owner(row.delegation_id, row.author_id, row.register_number)


def owned(session: Session, comment_ids: Iterable[str]) -> list[Comment]:
    """Read ahead for `owner_of`: hold them while owners are asked for."""
    return list(session.scalars(select(Comment).where(Comment.id.in_(sorted(comment_ids)))))
