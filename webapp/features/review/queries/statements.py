"""Covering statements of closed rounds that hide names: each by itself, apart from the comments."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.access.attribution import Byline, byline
from webapp.base.kernel.visibility import readable_by
from webapp.features.participants import queries as participants
from webapp.features.participants.models import Delegation
from webapp.features.review.models import Contribution, ContributionVersion, CoveringStatement, Round
from webapp.features.review.queries.attribution import own_delegations, terms_of
from webapp.features.review.rules.contributions import read_block


@dataclass(frozen=True)
class StatementView:
    """A covering statement as this reader may see it."""

    by: Byline
    text: str


def covering_statements(session: Session, actor: Actor, round_: Round) -> list[StatementView]:
    """The covering statements that stand apart from their contributions, in an order that tells nothing."""
    statement = (
        select(CoveringStatement, Delegation)
        .join(Delegation, Delegation.id == CoveringStatement.delegation_id)
        .where(CoveringStatement.round_id == round_.id, readable_by(actor, CoveringStatement.audience_id))
        .order_by(CoveringStatement.id)
    )
    terms, own = terms_of(round_), own_delegations(actor)
    return [
        StatementView(byline(terms, own, participants.voice_of(delegation)), row.text)
        for row, delegation in session.execute(statement)
    ]


def statements_handed_in(session: Session, round_id: str) -> dict[str, str]:
    """By delegation the covering statement that counts, where there is one. Ask only when the round closes."""
    statement = (
        select(Contribution.delegation_id, ContributionVersion.content)
        .join(ContributionVersion, ContributionVersion.contribution_id == Contribution.id)
        .where(Contribution.round_id == round_id, ContributionVersion.number == Contribution.versions)
    )
    blocks = ((delegation_id, read_block(content)) for delegation_id, content in session.execute(statement))
    return {
        delegation_id: block.covering_statement for delegation_id, block in blocks if block.covering_statement
    }
