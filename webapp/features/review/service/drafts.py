"""A delegation's private draft: comments and the covering statement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound, Refused, Stale
from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.base.kernel.visibility import audience_of, readable_by
from webapp.features.review import queries
from webapp.features.review.events import DraftChanged
from webapp.features.review.models import Contribution, DraftComment, Round
from webapp.features.review.rules import comments, rounds
from webapp.features.review.rules.words import choose_place


@dataclass(frozen=True)
class CommentText:
    """What a comment says. `words` is empty or stands in the provision; `place` is where, if it stands there twice."""

    provision_id: str | None
    kind: str
    body: str
    language: str
    words: str = ""
    place: int | None = None


@dataclass(frozen=True)
class Drafting:
    """Somebody drafting for a delegation in a round that is open: locked, authorised, in time."""

    round_: Round
    delegation_id: str
    by: Capacity
    now: dt.datetime


def add_comment(work: Work, actor: Actor, round_id: str, text: CommentText) -> DraftComment:
    """Write a comment into the own delegation's draft."""
    drafting = begin(work, actor, round_id, Permission.COMMENT_DRAFT)
    row = DraftComment(
        round_id=round_id,
        delegation_id=drafting.delegation_id,
        audience_id=audience_of(work.session, [spaces.of_delegation(drafting.delegation_id)]),
        author_id=actor.person_id,
        created_at=drafting.now,
        changed_at=drafting.now,
    )
    _write(work, drafting.round_, row, text)
    work.session.add(row)
    work.session.flush()
    _record(work, drafting, row.id, "added", row.body)
    return row


def edit_comment(work: Work, actor: Actor, draft_id: str, text: CommentText, *, version: int) -> DraftComment:
    """Change a comment of the own delegation's draft; raises Stale where a colleague saved it meanwhile."""
    drafting, row = _own_draft(work, actor, draft_id)
    if row.version != version:
        raise Stale("review.draft_stale", theirs=row.body, mine=text.body)
    _write(work, drafting.round_, row, text)
    row.version += 1
    row.changed_at = drafting.now
    _record(work, drafting, row.id, "edited", row.body)
    return row


def remove_comment(work: Work, actor: Actor, draft_id: str, *, version: int) -> None:
    """Take a comment out of the own delegation's draft; its register number is never given again."""
    drafting, row = _own_draft(work, actor, draft_id)
    if row.version != version:
        raise Stale("review.draft_stale", theirs=row.body, mine="")
    row.removed_at = row.changed_at = drafting.now
    row.version += 1
    _record(work, drafting, row.id, "removed", row.body)


def save_statement(work: Work, actor: Actor, round_id: str, statement: str, *, version: int) -> Contribution:
    """Write the covering statement of the own delegation's draft."""
    drafting = begin(work, actor, round_id, Permission.COMMENT_DRAFT)
    row = contribution_row(work, drafting)
    if row.version != version:
        raise Stale("review.statement_stale", theirs=row.covering_statement, mine=statement)
    if row.covering_statement != statement:
        row.covering_statement = statement
        row.version += 1
        _record(work, drafting, row.id, "covering_statement", statement)
    return row


def begin(work: Work, actor: Actor, round_id: str, permission: Permission) -> Drafting:
    """Lock the round, ask the policy for the own delegation, and look at the clock; raises Refused when it is over."""
    round_ = lock(work.session, Round, round_id)
    seat = actor.seat_in(round_.initiative_id)
    by = authorise(actor, permission, Subject(round_.initiative_id, seat.delegation_id if seat else None))
    if seat is None:
        raise NotFound()
    now = work.now()
    rounds.check_open(round_.state, round_.opens_at, round_.closes_at, now)
    return Drafting(round_, seat.delegation_id, by, now)


def contribution_row(work: Work, drafting: Drafting) -> Contribution:
    """The delegation's contribution to the round, locked, made on first use."""
    row = lock_by(
        work.session,
        Contribution,
        (Contribution.round_id == drafting.round_.id)
        & (Contribution.delegation_id == drafting.delegation_id),
    )
    if row is None:
        row = Contribution(
            round_id=drafting.round_.id,
            delegation_id=drafting.delegation_id,
            covering_statement="",
            version=1,
            versions=0,
        )
        work.session.add(row)
        work.session.flush()
    return row


def _own_draft(work: Work, actor: Actor, draft_id: str) -> tuple[Drafting, DraftComment]:
    mine = (DraftComment.id == draft_id) & readable_by(actor, DraftComment.audience_id)
    round_id = queries.round_of_draft(work.session, actor, draft_id)
    drafting = begin(work, actor, round_id, Permission.COMMENT_DRAFT)
    row = lock_by(work.session, DraftComment, mine)
    if row is None:
        raise NotFound()
    if row.removed_at is not None:
        raise Refused("review.draft_removed")
    return drafting, row


def _write(work: Work, round_: Round, row: DraftComment, text: CommentText) -> None:
    comments.check_body(text.body)
    row.kind = comments.read_kind(text.kind)
    row.body, row.language, row.words = text.body, text.language, text.words
    row.provision_id, row.words_start, row.words_end = None, None, None
    if text.provision_id is not None:
        provision = queries.provision(work.session, round_, text.provision_id)
        row.provision_id = provision.provision_id
        if text.words:
            spans = queries.spans_of(work.session, round_, provision.text, text.words)
            span = choose_place(spans, text.place)
            row.words_start, row.words_end = span.start, span.end
    else:
        row.words = ""


def _record(work: Work, drafting: Drafting, object_id: str, change: str, text: str) -> None:
    work.record(
        drafting.by,
        DraftChanged(
            initiative_id=drafting.round_.initiative_id,
            object_id=object_id,
            delegation_id=drafting.delegation_id,
            round_id=drafting.round_.id,
            change=change,
            text=text,
        ),
    )
