"""What is new in review rounds for a reader: answers, comments of others, the own delegation's draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.visibility import readable_by
from webapp.features.instruments.models import Revision, RevisionProvision
from webapp.features.review.models import Comment, Contribution, DraftComment, Round
from webapp.features.review.queries.attribution import own_delegations
from webapp.features.review.queries.comments import CommentView, comment_views
from webapp.features.review.rules.rounds import RoundState


@dataclass(frozen=True)
class InRound:
    """How much happened to comments of a round, and when last."""

    initiative_id: str
    round_id: str
    round_number: int
    count: int
    last_at: dt.datetime


@dataclass(frozen=True)
class OwnAnswer:
    """A comment of the own delegation that was answered."""

    initiative_id: str
    at: dt.datetime
    view: CommentView


@dataclass(frozen=True)
class BesideOurs:
    """How many comments others made on a provision on which the own delegation commented too, and in which text."""

    round_id: str
    instrument_id: str
    revision_ordinal: int
    provision_id: str
    number: str
    count: int


def own_answered(
    session: Session, actor: Actor, since: dt.datetime, until: dt.datetime, limit: int
) -> list[OwnAnswer]:
    """The comments of the actor's delegations that were answered in this time, the last answered first."""
    own = own_delegations(actor)
    if not own:
        return []
    newest = (
        select(Comment.id, Round.initiative_id)
        .join(Round, Round.id == Comment.round_id)
        .where(
            Comment.delegation_id.in_(own),
            _answered_between(since, until),
            readable_by(actor, Comment.audience_id),
        )
        .order_by(Comment.answered_at.desc(), Comment.id)
        .limit(limit)
    )
    found = {row.id: row.initiative_id for row in session.execute(newest)}
    views = comment_views(session, actor, Comment.id.in_(found)) if found else []
    answers = [OwnAnswer(found[view.id], view.answered_at, view) for view in views if view.answered_at]
    return sorted(answers, key=lambda one: list(found).index(one.view.id))


def others_answered(
    session: Session, actor: Actor, initiative_ids: Collection[str], since: dt.datetime, until: dt.datetime
) -> list[InRound]:
    """How many comments of other delegations were answered in this time, and not by the actor, by round."""
    statement = (
        select(Round.initiative_id, Round.id, Round.number, func.count(), func.max(Comment.answered_at))
        .join(Round, Round.id == Comment.round_id)
        .where(
            Round.initiative_id.in_(initiative_ids),
            Comment.delegation_id.not_in(own_delegations(actor)),
            Comment.answered_by != actor.person_id,
            _answered_between(since, until),
            readable_by(actor, Comment.audience_id),
        )
        .group_by(Round.initiative_id, Round.id, Round.number)
    )
    return [_in_round(*row) for row in session.execute(statement)]


def drafted_by_others(
    session: Session, actor: Actor, since: dt.datetime, until: dt.datetime
) -> list[InRound]:
    """How many comments others wrote into the own delegation's drafts in this time, in rounds that are open."""
    own = own_delegations(actor)
    if not own:
        return []
    statement = (
        select(Round.initiative_id, Round.id, Round.number, func.count(), func.max(DraftComment.changed_at))
        .join(Round, Round.id == DraftComment.round_id)
        .where(
            Round.state == RoundState.OPEN,
            DraftComment.delegation_id.in_(own),
            DraftComment.author_id != actor.person_id,
            DraftComment.removed_at.is_(None),
            DraftComment.changed_at > since,
            DraftComment.changed_at <= until,
            readable_by(actor, DraftComment.audience_id),
        )
        .group_by(Round.initiative_id, Round.id, Round.number)
    )
    return [InRound(*row) for row in session.execute(statement)]


def handed_in_lately(
    session: Session, actor: Actor, initiative_ids: Collection[str], since: dt.datetime, until: dt.datetime
) -> list[InRound]:
    """How many other delegations last handed in during this time, in rounds that are open, as the board shows."""
    statement = (
        select(Round.initiative_id, Round.id, Round.number, func.count(), func.max(Contribution.handed_in_at))
        .join(Round, Round.id == Contribution.round_id)
        .where(
            Round.initiative_id.in_(initiative_ids),
            Round.state == RoundState.OPEN,
            Contribution.delegation_id.not_in(own_delegations(actor)),
            Contribution.handed_in_at > since,
            Contribution.handed_in_at <= until,
        )
        .group_by(Round.initiative_id, Round.id, Round.number)
    )
    return [_in_round(*row) for row in session.execute(statement)]


def beside_ours(session: Session, actor: Actor, round_ids: Collection[str]) -> list[BesideOurs]:
    """What others wrote in these rounds on provisions that the own delegation commented on, in reading order."""
    own = own_delegations(actor)
    if not own or not round_ids:
        return []
    statement = (
        select(
            Comment.round_id,
            Revision.instrument_id,
            Revision.ordinal,
            RevisionProvision.provision_id,
            RevisionProvision.number,
            func.count(),
        )
        .join(Round, Round.id == Comment.round_id)
        .join(Revision, Revision.id == Round.revision_id)
        .join(
            RevisionProvision,
            and_(
                RevisionProvision.revision_id == Round.revision_id,
                RevisionProvision.provision_id == Comment.provision_id,
            ),
        )
        .where(
            Comment.round_id.in_(round_ids),
            Comment.delegation_id.not_in(own),
            Comment.provision_id.in_(_commented(actor)),
            readable_by(actor, Comment.audience_id),
        )
        .group_by(
            Comment.round_id,
            Revision.instrument_id,
            Revision.ordinal,
            RevisionProvision.provision_id,
            RevisionProvision.number,
            RevisionProvision.ordinal,
        )
        .order_by(RevisionProvision.ordinal)
    )
    return [
        BesideOurs(round_id, instrument_id, ordinal or 0, provision_id, number, count)
        for round_id, instrument_id, ordinal, provision_id, number, count in session.execute(statement)
    ]


def own_provisions(session: Session, actor: Actor) -> frozenset[str]:
    """The provisions on which the actor's delegations ever commented."""
    if not actor.seats:
        return frozenset()
    return frozenset(found for found in session.scalars(_commented(actor)) if found is not None)


def _in_round(
    initiative_id: str, round_id: str, number: int, count: int, last_at: dt.datetime | None
) -> InRound:
    assert last_at is not None
    return InRound(initiative_id, round_id, number, count, last_at)


def _commented(actor: Actor) -> Select[str | None]:
    return (
        select(Comment.provision_id)
        .where(
            Comment.delegation_id.in_(own_delegations(actor)),
            Comment.provision_id.is_not(None),
            readable_by(actor, Comment.audience_id),
        )
        .distinct()
    )


def _answered_between(since: dt.datetime, until: dt.datetime) -> ColumnElement[bool]:
    return and_(Comment.answered_at > since, Comment.answered_at <= until)
