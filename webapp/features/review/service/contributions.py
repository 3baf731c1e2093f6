"""Handing in a delegation's contribution as one block."""

from __future__ import annotations

from webapp.base.access import spaces
from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.unit_of_work import Work
from webapp.base.kernel.visibility import audience_of
from webapp.features.review import queries
from webapp.features.review.events import ContributionHandedIn
from webapp.features.review.models import Comment, Contribution, ContributionVersion, DraftComment
from webapp.features.review.rules.contributions import Block, block_hash, write_block
from webapp.features.review.service.drafts import Drafting, begin, contribution_row


def hand_in(work: Work, actor: Actor, round_id: str, *, seen_hash: str) -> ContributionVersion:
    """Hand in the draft as it was shown: `seen_hash` is the hash of the block on the confirming page.

    No comments at all are a contribution too. What was already handed in exactly so is not handed in again.
    Raises Refused where a colleague changed the draft meanwhile or the round is over.
    """
    drafting = begin(work, actor, round_id, Permission.CONTRIBUTION_HAND_IN)
    contribution = contribution_row(work, drafting)
    block = queries.draft_block(work.session, actor, drafting.round_)
    digest = block_hash(block)
    if digest != seen_hash:
        raise Refused("review.draft_moved")
    last = queries.last_version(work.session, actor, contribution.id)
    if last is not None and last.hash == digest:
        return last
    version = _freeze(work, actor, drafting, contribution, block, digest)
    _mirror(work, actor, drafting, contribution, block)
    work.record(
        drafting.by,
        ContributionHandedIn(
            initiative_id=drafting.round_.initiative_id,
            object_id=contribution.id,
            delegation_id=drafting.delegation_id,
            round_id=round_id,
            version=version.number,
            hash=digest,
            register_numbers=tuple(comment.register_number for comment in block.comments),
        ),
    )
    return version


def _freeze(
    work: Work,
    actor: Actor,
    drafting: Drafting,
    contribution: Contribution,
    block: Block,
    digest: str,
) -> ContributionVersion:
    contribution.versions += 1
    contribution.handed_in_at = drafting.now
    version = ContributionVersion(
        contribution_id=contribution.id,
        number=contribution.versions,
        handed_in_at=drafting.now,
        handed_in_by=actor.person_id,
        audience_id=_own_audience(work, drafting),
        content=write_block(block),
        hash=digest,
    )
    work.session.add(version)
    work.session.flush()
    return version


def _mirror(work: Work, actor: Actor, drafting: Drafting, contribution: Contribution, block: Block) -> None:
    """Make the comments equal to the block: what is no longer in it goes, its number stays spent."""
    standing = queries.mirrored(work.session, actor, contribution.id)
    numbers = {comment.draft_id: comment for comment in block.comments}
    for draft_id in standing.keys() - numbers.keys():
        work.session.delete(standing[draft_id])
    audience_id = _own_audience(work, drafting)
    for draft in queries.draft_rows(work.session, actor, numbers):
        draft.number = numbers[draft.id].number
        row = standing.get(draft.id)
        if row is None:
            row = Comment(
                round_id=drafting.round_.id,
                contribution_id=contribution.id,
                delegation_id=drafting.delegation_id,
                draft_id=draft.id,
                audience_id=audience_id,
                number=draft.number,
                register_number=numbers[draft.id].register_number,
                author_id=draft.author_id,
            )
            work.session.add(row)
        _copy(draft, row)
        row.handed_in_at = drafting.now


def _copy(draft: DraftComment, row: Comment) -> None:
    row.provision_id, row.kind, row.body, row.language = (
        draft.provision_id,
        draft.kind,
        draft.body,
        draft.language,
    )
    row.words, row.words_start, row.words_end = draft.words, draft.words_start, draft.words_end


def _own_audience(work: Work, drafting: Drafting) -> str:
    return audience_of(work.session, [spaces.of_delegation(drafting.delegation_id)])
