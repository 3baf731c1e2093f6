"""Answering comments after a round has closed, and concluding it."""

from __future__ import annotations

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Stale
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.review import queries
from webapp.features.review.events import CommentAnswered, DispositionCount, RoundConcluded
from webapp.features.review.models import Comment, Round
from webapp.features.review.rules import comments, rounds
from webapp.features.review.rules.rounds import RoundState


def answer(
    work: Work, actor: Actor, comment_id: str, *, disposition: str, reason: str, version: int
) -> Comment:
    """Give a comment its disposition and reason, or change them until the round is concluded.

    Nobody answers a comment of the own delegation. Raises Stale where another officer answered meanwhile.
    """
    round_id = queries.round_of_comment(work.session, actor, comment_id)
    round_ = lock(work.session, Round, round_id)
    row = lock(work.session, Comment, comment_id)
    by = authorise(actor, Permission.COMMENT_ANSWER, Subject(round_.initiative_id, row.delegation_id))
    rounds.check_answerable(round_.state, round_.closes_at)
    chosen = comments.read_disposition(disposition)
    comments.check_reason(reason)
    if row.version != version:
        raise Stale("review.answer_stale", theirs=row.reason, mine=reason)
    earlier = row.disposition
    if (earlier, row.reason) == (chosen, reason):
        return row
    now = work.now()
    row.disposition, row.reason = chosen, reason
    row.answered_by, row.answered_at = actor.person_id, now
    row.version += 1
    work.record(by, _answered(round_, row, earlier))
    return row


def conclude_round(work: Work, actor: Actor, round_id: str) -> None:
    """Conclude a closed round; refused while a comment of it has no disposition."""
    round_ = lock(work.session, Round, round_id)
    by = authorise(actor, Permission.ROUND_CONCLUDE, Subject(round_.initiative_id))
    rounds.check_concludable(round_.state, round_.closes_at, queries.unanswered(work.session, round_.id))
    round_.state, round_.concluded_at = RoundState.CONCLUDED, work.now()
    counts = queries.dispositions_of_round(work.session, round_.id)
    work.record(
        by,
        RoundConcluded(
            initiative_id=round_.initiative_id,
            object_id=round_.id,
            number=round_.number,
            title=round_.title,
            comments=sum(count for _, count in counts),
            dispositions=tuple(DispositionCount(disposition=name, comments=count) for name, count in counts),
        ),
    )


def _answered(round_: Round, row: Comment, earlier: str | None) -> CommentAnswered:
    return CommentAnswered(
        initiative_id=round_.initiative_id,
        object_id=row.id,
        round_id=round_.id,
        register_number=queries.number_for_all(round_, row),
        disposition=row.disposition or "",
        reason=row.reason,
        earlier=earlier,
    )
