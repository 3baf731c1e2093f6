"""Comments as the page of a text shows them: counted for every provision, read for the one that is opened."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
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


def counts_by_provision(session: Session, actor: Actor, revision_id: str) -> dict[str | None, CommentCount]:
    """What this reader may read on a revision, counted by provision; None counts comments on the whole text."""
    found: dict[str | None, CommentCount] = defaultdict(CommentCount)
    handed = (
        select(Comment.provision_id, func.count(), func.count() - func.count(Comment.disposition))
        .join(Round, Round.id == Comment.round_id)
        .where(
            Round.revision_id == revision_id,
            Round.state != RoundState.OPEN,
            readable_by(actor, Comment.audience_id),
        )
        .group_by(Comment.provision_id)
    )
    for provision_id, total, unanswered in session.execute(handed):
        found[provision_id] = CommentCount(total, unanswered)
    drafted = (
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
    for provision_id, total in session.execute(drafted):
        before = found[provision_id]
        found[provision_id] = CommentCount(before.total + total, before.unanswered)
    return dict(found)


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
