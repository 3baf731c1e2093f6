"""Comments as the page of a text shows them: counted for every provision, read for the one that is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.access.spaces import Space
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.kept import Kept
from webapp.base.kernel.visibility import readable_by
from webapp.features.instruments.models import Revision
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


@dataclass(frozen=True)
class Whereabouts:
    """Where a comment stands in the text: the revision, the provision (None: the whole text), and under which name."""

    instrument_id: str
    revision_ordinal: int
    provision_id: str | None
    shown_id: str


def whereabouts(session: Session, actor: Actor, initiative_id: str, comment_id: str) -> Whereabouts:
    """Where the page of the text shows a comment, or one in the own draft; raises NotFound where it shows none.

    While the round is open the own delegation sees its draft there, which a handed-in comment came from.
    """
    return _handed_in_at(session, actor, initiative_id, comment_id) or _drafted_at(
        session, actor, initiative_id, comment_id
    )


def _handed_in_at(session: Session, actor: Actor, initiative_id: str, comment_id: str) -> Whereabouts | None:
    statement = (
        select(Revision.instrument_id, Revision.ordinal, Comment.provision_id, Comment.draft_id, Round.state)
        .join(Round, Round.id == Comment.round_id)
        .join(Revision, Revision.id == Round.revision_id)
        .where(
            Comment.id == comment_id,
            Round.initiative_id == initiative_id,
            readable_by(actor, Comment.audience_id),
        )
    )
    found = session.execute(statement).first()
    if found is None:
        return None
    instrument_id, ordinal, provision_id, draft_id, state = found
    if state == RoundState.OPEN:
        return _drafted_at(session, actor, initiative_id, draft_id)
    return Whereabouts(instrument_id, ordinal or 0, provision_id, comment_id)


def _drafted_at(session: Session, actor: Actor, initiative_id: str, draft_id: str) -> Whereabouts:
    statement = (
        select(Revision.instrument_id, Revision.ordinal, DraftComment.provision_id)
        .join(Round, Round.id == DraftComment.round_id)
        .join(Revision, Revision.id == Round.revision_id)
        .where(
            DraftComment.id == draft_id,
            DraftComment.removed_at.is_(None),
            Round.initiative_id == initiative_id,
            Round.state == RoundState.OPEN,
            readable_by(actor, DraftComment.audience_id),
        )
    )
    found = session.execute(statement).first()
    if found is None:
        raise NotFound()
    instrument_id, ordinal, provision_id = found
    return Whereabouts(instrument_id, ordinal or 0, provision_id, draft_id)


Counts = Mapping[str | None, CommentCount]
"""By provision; None stands for the whole text."""

_kept: Kept[tuple[str, str, frozenset[Space]], Counts] = Kept(most=200)


def counts_by_provision(
    session: Session,
    actor: Actor,
    revision_id: str,
    *,
    drafting: bool = True,
    last_hash: str | None = None,
) -> Counts:
    """What this reader may read on a revision, counted by provision.

    `drafting`: a round on it may be open, so that the own draft counts too. `last_hash` is the end of the
    initiative's journal, read before: whatever changes what was handed in is written there in the same transaction,
    so that the counts are the same until another entry follows. Drafts, of which it does not tell, are counted anew.
    """
    if last_hash is None:
        found = dict(_handed_in(session, actor, revision_id))
    else:
        question = (revision_id, last_hash, actor.spaces)
        found = dict(_kept.get(question, lambda: _handed_in(session, actor, revision_id)))
    for provision_id, total in _drafted(session, actor, revision_id) if drafting else ():
        before = found.get(provision_id, CommentCount())
        found[provision_id] = CommentCount(before.total + total, before.unanswered)
    return found


def _handed_in(session: Session, actor: Actor, revision_id: str) -> Counts:
    handed = (
        select(
            Comment.provision_id,
            func.count(),
            func.count(Comment.disposition),
        )
        .join(Round, Round.id == Comment.round_id)
        .where(
            Round.revision_id == revision_id,
            Round.state != RoundState.OPEN,
            readable_by(actor, Comment.audience_id),
        )
        .group_by(Comment.provision_id)
    )
    return {
        provision_id: CommentCount(total, total - answered)
        for provision_id, total, answered in session.execute(handed)
    }


def _drafted(session: Session, actor: Actor, revision_id: str) -> list[tuple[str | None, int]]:
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
    return [(provision_id, total) for provision_id, total in session.execute(drafted)]


def comments_on(
    session: Session, actor: Actor, revision_id: str, provision_id: str | None, *, drafting: bool = True
) -> list[CommentView]:
    """The comments on one provision of a revision, or on the whole text, that this reader may read.

    `drafting`: a round on it may be open, so that those of the own draft are among them.
    """
    of_revision = Round.revision_id == revision_id
    handed = comment_views(
        session, actor, of_revision, Round.state != RoundState.OPEN, Comment.provision_id == provision_id
    )
    if not drafting:
        return handed
    drafted = drafts_of_open_round(session, actor, of_revision, DraftComment.provision_id == provision_id)
    return [*handed, *drafted]
