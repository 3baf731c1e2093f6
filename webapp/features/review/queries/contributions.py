"""Contributions: the own draft, what was handed in, and who has handed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.access.attribution import Named
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.visibility import readable_by
from webapp.features.participants.models import Delegation
from webapp.features.people.models import Person
from webapp.features.review.models import Comment, Contribution, ContributionVersion, DraftComment, Round
from webapp.features.review.queries.comments import CommentView, draft_views
from webapp.features.review.rules.contributions import Block, BlockComment, numbers_for, register_number


@dataclass(frozen=True)
class HandedIn:
    """Whether and when a delegation handed in; nothing about drafts."""

    delegation: Delegation
    at: dt.datetime | None


def handed_in(session: Session, round_id: str) -> list[HandedIn]:
    """Every delegation of the round's initiative and when it last handed in, by name."""
    statement = (
        select(Delegation, Contribution.handed_in_at)
        .join(Round, Round.initiative_id == Delegation.initiative_id)
        .outerjoin(
            Contribution,
            (Contribution.round_id == Round.id) & (Contribution.delegation_id == Delegation.id),
        )
        .where(Round.id == round_id)
        .order_by(Delegation.name)
    )
    return [HandedIn(delegation, at) for delegation, at in session.execute(statement)]


def handed_in_by(session: Session, round_id: str, delegation_id: str) -> dt.datetime | None:
    """When this delegation last handed in to the round, or None."""
    return session.scalar(
        select(Contribution.handed_in_at).where(
            Contribution.round_id == round_id, Contribution.delegation_id == delegation_id
        )
    )


def own_contribution(session: Session, actor: Actor, round_: Round) -> Contribution | None:
    """The contribution of the actor's own delegation to this round, draft or handed in."""
    seat = actor.seat_in(round_.initiative_id)
    if seat is None:
        return None
    return session.scalar(
        select(Contribution).where(
            Contribution.round_id == round_.id, Contribution.delegation_id == seat.delegation_id
        )
    )


def drafts(session: Session, actor: Actor, round_id: str) -> list[CommentView]:
    """The comments in the own delegation's draft for a round, in reading order."""
    return draft_views(session, actor, DraftComment.round_id == round_id)


def draft(session: Session, actor: Actor, initiative_id: str, draft_id: str) -> CommentView:
    """A comment in the own delegation's draft; raises NotFound."""
    found = draft_views(session, actor, DraftComment.id == draft_id, Round.initiative_id == initiative_id)
    if not found:
        raise NotFound()
    return found[0]


def versions(session: Session, actor: Actor, round_id: str, delegation_id: str) -> list[ContributionVersion]:
    """The handed-in versions of a delegation that this reader may read, newest first."""
    statement = (
        select(ContributionVersion)
        .join(Contribution, Contribution.id == ContributionVersion.contribution_id)
        .where(
            Contribution.round_id == round_id,
            Contribution.delegation_id == delegation_id,
            readable_by(actor, ContributionVersion.audience_id),
        )
    )
    return list(session.scalars(statement.order_by(ContributionVersion.number.desc())))


def version(
    session: Session, actor: Actor, round_id: str, delegation_id: str, number: int
) -> ContributionVersion:
    """One handed-in version; raises NotFound where the reader may not read it."""
    found = [row for row in versions(session, actor, round_id, delegation_id) if row.number == number]
    if not found:
        raise NotFound()
    return found[0]


def last_version(session: Session, actor: Actor, contribution_id: str) -> ContributionVersion | None:
    """The version of a contribution that was handed in last."""
    statement = select(ContributionVersion).where(
        ContributionVersion.contribution_id == contribution_id,
        readable_by(actor, ContributionVersion.audience_id),
    )
    return session.scalars(statement.order_by(ContributionVersion.number.desc()).limit(1)).first()


def draft_block(session: Session, actor: Actor, round_: Round) -> Block:
    """The own delegation's draft as the block that would be handed in now, with its register numbers."""
    contribution = own_contribution(session, actor, round_)
    views = drafts(session, actor, round_.id)
    numbers = numbers_for(
        [(view.id, view.number) for view in views], _numbers_spent(session, actor, round_.id)
    )
    authors = _authors(session, actor, round_.id)
    return Block(
        covering_statement=contribution.covering_statement if contribution else "",
        comments=tuple(_in_block(view, numbers[view.id], authors[view.id]) for view in views),
    )


def round_of_draft(session: Session, actor: Actor, draft_id: str) -> str:
    """The round of a comment in the own delegation's draft, removed ones too; raises NotFound."""
    statement = select(DraftComment.round_id).where(
        DraftComment.id == draft_id, readable_by(actor, DraftComment.audience_id)
    )
    found = session.scalar(statement)
    if found is None:
        raise NotFound()
    return found


def _in_block(view: CommentView, number: int, author: str) -> BlockComment:
    assert isinstance(view.by, Named), "a draft is read by its own delegation alone"
    return BlockComment(
        draft_id=view.id,
        number=number,
        register_number=register_number(view.round_number, view.by.code, number),
        provision_id=view.provision_id,
        provision=view.provision_number or "",
        kind=view.kind,
        words=view.words,
        language=view.language,
        body=view.body,
        author=author,
    )


def _numbers_spent(session: Session, actor: Actor, round_id: str) -> list[int]:
    statement = select(DraftComment.number).where(
        DraftComment.round_id == round_id, readable_by(actor, DraftComment.audience_id)
    )
    return [number for number in session.scalars(statement) if number is not None]


def _authors(session: Session, actor: Actor, round_id: str) -> dict[str, str]:
    statement = (
        select(DraftComment.id, Person.name)
        .join(Person, Person.id == DraftComment.author_id)
        .where(DraftComment.round_id == round_id, readable_by(actor, DraftComment.audience_id))
    )
    return {row.id: row.name for row in session.execute(statement)}


def count_of_contributions(session: Session, round_id: str) -> int:
    """How many delegations have handed in to a round."""
    statement = select(func.count()).where(
        Contribution.round_id == round_id, Contribution.handed_in_at.is_not(None)
    )
    return session.scalar(statement) or 0


def last_versions(round_id: str) -> Select[str]:
    """The clause that names the last handed-in version of each contribution to a round."""
    return (
        select(ContributionVersion.id)
        .join(Contribution, Contribution.id == ContributionVersion.contribution_id)
        .where(Contribution.round_id == round_id, ContributionVersion.number == Contribution.versions)
    )


def mirrored(session: Session, actor: Actor, contribution_id: str) -> dict[str, Comment]:
    """The comments of a contribution as last handed in, by the draft that each mirrors."""
    statement = select(Comment).where(
        Comment.contribution_id == contribution_id, readable_by(actor, Comment.audience_id)
    )
    return {row.draft_id: row for row in session.scalars(statement)}


def draft_rows(session: Session, actor: Actor, draft_ids: Iterable[str]) -> list[DraftComment]:
    """Comments of the own delegation's draft, to be changed."""
    statement = select(DraftComment).where(
        DraftComment.id.in_(sorted(draft_ids)), readable_by(actor, DraftComment.audience_id)
    )
    return list(session.scalars(statement))
