"""Decisions: their questions, and once they are closed what was said in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access import spaces
from webapp.base.kernel.visibility import audience_of
from webapp.features.decisions.models import Decision, Elector, Position, Statement
from webapp.features.decisions.queries.decisions import AMONG_CHAIRS
from webapp.features.decisions.rules.transitions import DecisionState
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.sources.wanted import Source, Wanted

RESERVATION = "reservation"
"""Its words are those of the position from which it follows."""


def decision_ids(session: Session) -> Sequence[str]:
    """Every decision."""
    return session.scalars(select(Decision.id)).all()


def collect(session: Session, decision_id: str) -> list[Wanted]:
    """A decision, for the co-chairs alone until it is opened."""
    row = session.get_one(Decision, decision_id)
    among_chairs = row.state in AMONG_CHAIRS
    readers = spaces.chairs if among_chairs else spaces.all_delegations
    return list(entries(session, row, audience_of(session, [readers(row.initiative_id)])))


def entries(session: Session, row: Decision, audience_id: str) -> Iterator[Wanted]:
    """The question; after closing the reasons of the positions that count, and the statements."""
    yield Wanted(
        kind=Kind.DECISION,
        object_id=row.id,
        initiative_id=row.initiative_id,
        audience_id=audience_id,
        at=row.opened_at or row.proposed_at,
        title=row.question,
        body=row.end_reason or "",
        facts={"decision": row.id, "number": row.number},
    )
    if row.state == DecisionState.CLOSED:
        yield from _positions(session, row, audience_id)
        yield from _statements(session, row, audience_id)


def _positions(session: Session, decision: Decision, audience_id: str) -> Iterator[Wanted]:
    last = (
        select(func.max(Position.sequence))
        .where(Position.decision_id == decision.id, Position.delegation_id == Elector.delegation_id)
        .scalar_subquery()
    )
    statement = (
        select(Position, Elector)
        .join(
            Elector,
            (Elector.decision_id == Position.decision_id)
            & (Elector.delegation_id == Position.delegation_id),
        )
        .where(Position.decision_id == decision.id, Position.sequence == last)
    )
    for position, of in session.execute(statement):
        if position.reason and position.at < decision.closes_at:
            yield _said(decision, audience_id, of, position.id, position.reason, position.at)


def _statements(session: Session, decision: Decision, audience_id: str) -> Iterator[Wanted]:
    statement = (
        select(Statement, Elector)
        .join(
            Elector,
            (Elector.decision_id == Statement.decision_id)
            & (Elector.delegation_id == Statement.delegation_id),
        )
        .where(Statement.decision_id == decision.id, Statement.kind != RESERVATION)
    )
    for row, of in session.execute(statement):
        yield _said(decision, audience_id, of, row.id, row.body, row.at, statement=row.id)


def _said(
    decision: Decision,
    audience_id: str,
    of: Elector,
    object_id: str,
    words: str,
    at: dt.datetime,
    **facts: object,
) -> Wanted:
    """What a delegation said formally, under its name: after closing that is always attributed."""
    return Wanted(
        kind=Kind.POSITION,
        object_id=object_id,
        initiative_id=decision.initiative_id,
        audience_id=audience_id,
        at=at,
        body=words,
        more=(of.code, of.name),
        facts={
            "decision": decision.id,
            "number": decision.number,
            "question": decision.question,
            "name": of.name,
            "constituency": of.constituency,
            **facts,
        },
    )


SOURCE = Source(decision_ids, collect)
