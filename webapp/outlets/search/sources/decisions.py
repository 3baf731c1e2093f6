"""Decisions: their questions, and once they are closed what was said in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access import spaces
from webapp.base.kernel.visibility import audience_of
from webapp.features.decisions import queries as decisions
from webapp.features.decisions.models import Decision
from webapp.features.decisions.queries import MemberPosition, StatementView
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


def _positions(session: Session, row: Decision, audience_id: str) -> Iterator[Wanted]:
    for one in decisions.member_positions(session, row.id):
        if one.reason and one.at is not None:
            yield _said(row, audience_id, one, f"{row.id}:{one.delegation_id}", one.reason, one.at)


def _statements(session: Session, row: Decision, audience_id: str) -> Iterator[Wanted]:
    for one in decisions.statements(session, row.id):
        if one.kind != RESERVATION:
            yield _said(row, audience_id, one, one.id, one.body, one.at, statement=one.id)


def _said(
    decision: Decision,
    audience_id: str,
    by: MemberPosition | StatementView,
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
        more=(by.code, by.name),
        facts={
            "decision": decision.id,
            "number": decision.number,
            "question": decision.question,
            "name": by.name,
            "constituency": by.constituency,
            **facts,
        },
    )


SOURCE = Source(decision_ids, collect)
