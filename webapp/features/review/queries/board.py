"""The board of a round: who has handed in. It never shows who is drafting.

Where a round hides names it shows how many have handed in and nothing more, to nobody: among few it would tell
whose the comments are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, Constituency
from webapp.base.kernel.visibility import readable_by
from webapp.features.review.models import Comment, Round
from webapp.features.review.queries.attribution import terms_of
from webapp.features.review.queries.contributions import handed_in


@dataclass(frozen=True)
class DelegationRow:
    """A delegation on the board. `comments` is None until the round is closed: counts would tell, too."""

    id: str
    name: str
    constituency: str
    handed_in_at: dt.datetime | None
    comments: int | None


@dataclass(frozen=True)
class ConstituencyRow:
    """How many delegations of a constituency have handed in."""

    constituency: str
    handed_in: int
    delegations: int


@dataclass(frozen=True)
class Board:
    """How many have handed in; where delegations are named, also who, by constituency and by delegation."""

    handed_in: int
    of: int
    constituencies: tuple[ConstituencyRow, ...] = ()
    delegations: tuple[DelegationRow, ...] = ()


def board(session: Session, actor: Actor, round_: Round) -> Board:
    """The board as this reader may see it."""
    every = handed_in(session, round_.id)
    done = sum(row.at is not None for row in every)
    if not terms_of(round_).names:
        return Board(done, len(every))
    counts = _comments_by_delegation(session, actor, round_) if round_.closed_at else None
    rows = tuple(
        DelegationRow(
            id=row.delegation.id,
            name=row.delegation.name,
            constituency=row.delegation.constituency,
            handed_in_at=row.at,
            comments=None if counts is None or row.at is None else counts.get(row.delegation.id, 0),
        )
        for row in every
    )
    order = list(Constituency)
    by_constituency = sorted(rows, key=lambda row: (order.index(Constituency(row.constituency)), row.name))
    return Board(done, len(every), tuple(_constituency(name, rows) for name in order), tuple(by_constituency))


def _constituency(name: str, rows: Sequence[DelegationRow]) -> ConstituencyRow:
    of_it = [row for row in rows if row.constituency == name]
    handed = [row for row in of_it if row.handed_in_at is not None]
    return ConstituencyRow(name, len(handed), len(of_it))


def _comments_by_delegation(session: Session, actor: Actor, round_: Round) -> dict[str, int]:
    statement = (
        select(Comment.delegation_id, func.count().label("comments"))
        .where(Comment.round_id == round_.id, readable_by(actor, Comment.audience_id))
        .group_by(Comment.delegation_id)
    )
    return {row.delegation_id: row.comments for row in session.execute(statement)}
