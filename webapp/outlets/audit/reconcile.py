"""Does everything that happened have its consequences? Figures and findings for `reconcile`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from webapp.base.kernel import heartbeat
from webapp.base.kernel.db import Base
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.features.decisions.models import Decision
from webapp.features.review.models import Round
from webapp.outlets.audit import queries

LATE = dt.timedelta(minutes=2)
OVERDUE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Report:
    """Lines to read, and findings: each says what is off."""

    lines: tuple[str, ...]
    findings: tuple[str, ...]


def reconcile(session: Session, now: dt.datetime, reactions: Mapping[str, tuple[str, ...]]) -> Report:
    """Count rows per status and look for what was lost, doubled or left behind."""
    journal = _journal(session)
    return Report(
        lines=(
            _counts(session, "outbox", OutboxRow.state),
            _oldest_due(session, now),
            _counts(session, "rounds", Round.state),
            _counts(session, "decisions", Decision.state),
            *journal.lines,
            _last_beat(session),
        ),
        findings=(
            *_stuck_reactions(session, now),
            *_events_without_reaction(session, reactions),
            *_overdue(session, now),
            *journal.findings,
        ),
    )


def _counts(session: Session, title: str, column: InstrumentedAttribute[str]) -> str:
    rows = session.execute(select(column, func.count()).group_by(column).order_by(column))
    told = ", ".join(f"{state} {number}" for state, number in rows)
    return f"{title}: {told or 'none'}"


def _number(session: Session, model: type[Base], clause: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(model).where(clause)) or 0


def _oldest_due(session: Session, now: dt.datetime) -> str:
    waiting = OutboxRow.state == OutboxState.WAITING
    oldest = session.scalar(select(func.min(OutboxRow.due_at)).where(waiting))
    if oldest is None:
        return "oldest due row: none"
    age = max(0.0, (now - oldest).total_seconds())
    return f"oldest due row: {oldest.isoformat()}, {age:.0f} s ago"


def _last_beat(session: Session) -> str:
    age = heartbeat.age_seconds(session, "beat")
    return "last beat: never" if age is None else f"last beat: {age:.0f} s ago"


def _stuck_reactions(session: Session, now: dt.datetime) -> list[str]:
    late = (OutboxRow.state == OutboxState.WAITING) & (OutboxRow.due_at < now - LATE)
    kinds = (
        ("reactions wait for more than two minutes", late),
        ("reactions failed for good", OutboxRow.state == OutboxState.FAILED),
    )
    counted = ((sentence, _number(session, OutboxRow, clause)) for sentence, clause in kinds)
    return [f"{number} {sentence}" for sentence, number in counted if number]


def _events_without_reaction(session: Session, reactions: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Every event must have one outbox row per reaction: no fewer, no more."""
    announced = [name for name, followers in reactions.items() if followers]
    actions = select(JournalBody.action, func.count()).where(JournalBody.action.in_(announced))
    happened = dict(session.execute(actions.group_by(JournalBody.action)).all())
    events = select(OutboxRow.event, func.count()).group_by(OutboxRow.event)
    rows = dict(session.execute(events).all())
    findings = []
    for name in sorted(set(happened) | set(rows)):
        wanted = happened.get(name, 0) * len(reactions.get(name, ()))
        if rows.get(name, 0) != wanted:
            findings.append(f"{name}: {wanted} reactions should exist, {rows.get(name, 0)} do")
    return findings


def _overdue(session: Session, now: dt.datetime) -> list[str]:
    past = now - OVERDUE
    closing = (Decision.state == "open") & (Decision.closes_at < past) & Decision.awaits_chairs.is_(False)
    counted = (
        (
            "rounds should have opened",
            _number(session, Round, (Round.state == "planned") & (Round.opens_at < past)),
        ),
        (
            "rounds should have closed",
            _number(session, Round, (Round.state == "open") & (Round.closes_at < past)),
        ),
        ("decisions should have closed", _number(session, Decision, closing)),
    )
    return [f"{number} {sentence} more than a minute ago" for sentence, number in counted if number]


def _journal(session: Session) -> Report:
    lines, findings = [], []
    for chain in queries.chains(session):
        result = queries.verified(session, chain)
        lines.append(f"journal {chain}: verified up to entry {result.entries}")
        if result.fault is not None:
            findings.append(f"journal {chain}: entry {result.fault.sequence}: {result.fault.damage}")
    return Report(tuple(lines), tuple(findings))
