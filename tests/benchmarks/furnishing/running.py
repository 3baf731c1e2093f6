"""What goes on now, done by the services: a round that is open, drafts in it, answers of which people are told."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from tests.benchmarks.furnishing.place import Place
from tests.benchmarks.furnishing.words import text_of
from webapp import reactions
from webapp.base.access.actor import SYSTEM, Actor
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.ids import new_id
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.participants import queries as participants
from webapp.features.review import service as review
from webapp.features.review.models import Comment, DraftComment
from webapp.features.review.service import CommentText

READER, WRITER, SPEAKER = 0, 1, 2
"""Delegations: whose head reads pages, writes comments, hands in."""
ANSWERED = 6
DRAFTED = 3


def run_on(place: Place) -> None:
    """Open a second round, draft in it, answer some of the reader's comments, and tell whom it concerns."""
    place.open_round = _open_round(place)
    for delegation in (READER, WRITER, SPEAKER):
        for number in range(DRAFTED):
            _draft(place, delegation, number)
    for comment_id in _unanswered(place):
        _answer(place, comment_id)
    with_session = db.session()
    due = reactions.due(with_session, clock.now(with_session))
    db.session.remove()
    for outbox_id in due:
        reactions.react(outbox_id)


def actor(person_id: str) -> Actor:
    """The person with seats and offices."""
    return participants.actor_of(db.session(), person_id)


def _open_round(place: Place) -> str:
    with unit_of_work() as work:
        opens_at = work.now() + dt.timedelta(milliseconds=1)
        round_id = review.plan_round(
            work,
            actor(place.officer),
            place.initiative_id,
            revision_id=place.revisions[-1],
            title="Second round",
            opens_at=opens_at,
            closes_at=opens_at + dt.timedelta(days=10),
        ).id
    with unit_of_work() as work:
        review.open_round(work, SYSTEM, round_id)
    return round_id


def _draft(place: Place, delegation: int, number: int) -> None:
    provision_id = place.provisions[(delegation + number) % len(place.provisions)]
    text = CommentText(provision_id, "substantive", text_of(f"draft {delegation} {number}", 2), "en")
    with unit_of_work() as work:
        review.add_comment(work, actor(place.heads[delegation]), place.open_round, text)


def _unanswered(place: Place) -> list[str]:
    statement = select(Comment.id).where(
        Comment.round_id == place.closed_round,
        Comment.delegation_id == place.delegations[READER],
        Comment.disposition.is_(None),
    )
    return list(db.session.scalars(statement.order_by(Comment.number).limit(ANSWERED)))


def _answer(place: Place, comment_id: str) -> None:
    with unit_of_work() as work:
        review.answer(
            work, actor(place.officer), comment_id, disposition="noted", reason="It is noted.", version=1
        )


def edit_draft(place: Place, delegation: int) -> None:
    """Let the head of a delegation change the first comment of the draft."""
    statement = select(DraftComment).where(
        DraftComment.round_id == place.open_round, DraftComment.delegation_id == place.delegations[delegation]
    )
    with unit_of_work() as work:
        row = work.session.scalars(statement.order_by(DraftComment.created_at, DraftComment.id)).first()
        assert row is not None
        text = CommentText(row.provision_id, row.kind, text_of(new_id(), 2), row.language)
        review.edit_comment(work, actor(place.heads[delegation]), row.id, text, version=row.version)
