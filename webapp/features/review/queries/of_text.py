"""Comments as the page of a text shows them: counted for every provision, read for the one that is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.access.spaces import Space
from webapp.base.kernel.kept import Kept
from webapp.base.kernel.visibility import readable_by
from webapp.features.review.models import Comment, DraftComment, Round
from webapp.features.review.queries.comments import CommentView, comment_views, drafts_of_open_round
from webapp.features.review.rules.rounds import RoundState


@dataclass(frozen=True)
class CommentCount:
    """How many comments on a provision a reader may read, and how many of them still lack a disposition.

    Comments in the own delegation's draft count among `total` alone.
    """

    total: int = 0
    unanswered: int = 0


Counts = Mapping[str | None, CommentCount]
"""By provision; None stands for the whole text."""

_kept: Kept[tuple[str, str, frozenset[Space]], Counts] = Kept(most=200)


def counts_by_provision(
    session: Session, actor: Actor, revision_id: str, last_hash: str | None = None
) -> Counts:
    """What this reader may read on a revision, counted by provision.

    `last_hash` is the end of the initiative's journal, read before: whatever changes what was handed in is written
    there in the same transaction, so that the counts are the same until another entry follows. Without it, and of
    drafts, of which the journal does not tell, they are counted anew.
    """
    if last_hash is None:
        found = dict(_handed_in(session, actor, revision_id))
    else:
        question = (revision_id, last_hash, actor.spaces)
        found = dict(_kept.get(question, lambda: _handed_in(session, actor, revision_id)))
    for provision_id, total in _drafted(session, actor, revision_id):
        before = found.get(provision_id, CommentCount())
        found[provision_id] = CommentCount(before.total + total, before.unanswered)
    return found


def _handed_in(session: Session, actor: Actor, revision_id: str) -> Counts:
    statement = (
        select(Comment.provision_id, func.count(), func.count() - func.count(Comment.disposition))
        .join(Round, Round.id == Comment.round_id)
        .where(
            Round.revision_id == revision_id,
            Round.state != RoundState.OPEN,
            readable_by(actor, Comment.audience_id),
        )
        .group_by(Comment.provision_id)
    )
    return {
        provision_id: CommentCount(total, unanswered)
        for provision_id, total, unanswered in session.execute(statement)
    }


def _drafted(session: Session, actor: Actor, revision_id: str) -> Iterable[tuple[str | None, int]]:
    statement = (
        select(DraftComment.provision_id, func.count())
        .join(Round, Round.id == DraftComment.round_id)
        .where(
            Round.revision_id == revision_id,
            Round.state == RoundState.OPEN,
            DraftComment.removed_at.is_(None),
            readable_by(actor, DraftComment.audience_id),
        )
        .group_by(DraftComment.provision_id)
    )
    return [(provision_id, total) for provision_id, total in session.execute(statement)]


def comments_on(
    session: Session, actor: Actor, revision_id: str, provision_id: str | None
) -> list[CommentView]:
    """The comments on one provision of a revision, or on the whole text, that this reader may read."""
    of_revision = Round.revision_id == revision_id
    handed = comment_views(
        session, actor, of_revision, Round.state != RoundState.OPEN, Comment.provision_id == provision_id
    )
    drafted = drafts_of_open_round(session, actor, of_revision, DraftComment.provision_id == provision_id)
    return [*handed, *drafted]
