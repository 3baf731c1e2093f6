"""Does everything that happened have its consequences? Figures and findings for `reconcile`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from webapp.base.kernel import clock, heartbeat
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.features.decisions.models import Decision
from webapp.features.review.models import Round
from webapp.outlets.audit import queries
from webapp.outlets.audit.rules import verify
from webapp.outlets.notifications.models import Delivery

LATE = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class Report:
    """Lines to read, and findings: each a sentence about something that is off."""

    lines: list[str]
    findings: list[str]


def reconcile(session: Session, reactions: Mapping[str, tuple[str, ...]]) -> Report:
    """Count rows per status and look for what was lost, doubled or left behind."""
    now = clock.now(session)
    lines = [
        *_counts(session, "outbox", OutboxRow.state),
        *_counts(session, "deliveries", Delivery.state),
        *_counts(session, "rounds", Round.state),
        *_counts(session, "decisions", Decision.state),
    ]
    findings = [
        *_outbox(session, now, lines),
        *_events_without_reaction(session, reactions),
        *_deliveries(session, now),
        *_overdue(session, now),
        *_journal(session, lines),
    ]
    age = heartbeat.age_seconds(session, "beat")
    lines.append("last beat: never" if age is None else f"last beat: {age:.0f} s ago")
    return Report(lines, findings)


def _counts(session: Session, title: str, column: InstrumentedAttribute[str]) -> list[str]:
    rows = session.execute(select(column, func.count()).group_by(column).order_by(column)).tuples()
    told = ", ".join(f"{state} {number}" for state, number in rows)
    return [f"{title}: {told or 'none'}"]


def _outbox(session: Session, now: dt.datetime, lines: list[str]) -> list[str]:
    waiting = OutboxRow.state == OutboxState.WAITING
    oldest = session.scalar(select(func.min(OutboxRow.due_at)).where(waiting))
    lines.append("oldest due row: none" if oldest is None else f"oldest due row: {oldest.isoformat()}")
    findings = []
    late = session.scalar(select(func.count()).where(waiting, OutboxRow.due_at < now - LATE)) or 0
    if late:
        findings.append(f"{late} reactions wait for more than two minutes")
    failed = session.scalar(select(func.count()).where(OutboxRow.state == OutboxState.FAILED)) or 0
    if failed:
        findings.append(f"{failed} reactions failed for good")
    return findings


def _events_without_reaction(session: Session, reactions: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Every event must have one outbox row per reaction: no fewer, no more."""
    announced = [name for name, followers in reactions.items() if followers]
    happened = dict(
        session.execute(
            select(JournalBody.action, func.count())
            .where(JournalBody.action.in_(announced))
            .group_by(JournalBody.action)
        )
        .tuples()
        .all()
    )
    rows = dict(
        session.execute(select(OutboxRow.event, func.count()).group_by(OutboxRow.event)).tuples().all()
    )
    findings = []
    for name in sorted(set(happened) | set(rows)):
        wanted = happened.get(name, 0) * len(reactions.get(name, ()))
        if rows.get(name, 0) != wanted:
            findings.append(f"{name}: {wanted} reactions should exist, {rows.get(name, 0)} do")
    return findings


def _deliveries(session: Session, now: dt.datetime) -> list[str]:
    findings = []
    open_states = Delivery.state.in_(("waiting", "claimed"))
    stuck = (
        session.scalar(
            select(func.count()).where(
                open_states, Delivery.channel == "mail", Delivery.created_at < now - dt.timedelta(hours=72)
            )
        )
        or 0
    )
    if stuck:
        findings.append(f"{stuck} mails wait for more than 72 hours")
    failed = (
        session.scalar(select(func.count()).where(Delivery.state == "failed", Delivery.channel == "mail"))
        or 0
    )
    if failed:
        findings.append(f"{failed} mails failed")
    key = (Delivery.chain, Delivery.sequence, Delivery.notice, Delivery.recipient, Delivery.channel)
    doubled = select(*key).group_by(*key).having(func.count() > 1).subquery()
    doubles = session.scalar(select(func.count()).select_from(doubled)) or 0
    if doubles:
        findings.append(f"{doubles} notices exist twice")
    return findings


def _overdue(session: Session, now: dt.datetime) -> list[str]:
    slack = now - dt.timedelta(minutes=1)
    kinds = (
        ("rounds should have opened", (Round.state == "planned") & (Round.opens_at < slack)),
        ("rounds should have closed", (Round.state == "open") & (Round.closes_at < slack)),
        (
            "decisions should have closed",
            (Decision.state == "open") & (Decision.closes_at < slack) & Decision.awaits_chairs.is_(False),
        ),
    )
    findings = []
    for sentence, clause in kinds:
        number = session.scalar(select(func.count()).where(clause)) or 0
        if number:
            findings.append(f"{number} {sentence} more than a minute ago")
    return findings


def _journal(session: Session, lines: list[str]) -> list[str]:
    findings = []
    for chain in queries.chains(session):
        result = verify(queries.entries(session, chain))
        lines.append(f"journal {chain}: verified up to entry {result.entries}")
        if result.fault is not None:
            findings.append(f"journal {chain}: entry {result.fault.sequence}: {result.fault.damage}")
        head = queries.head(session, chain)
        if (
            result.fault is None
            and head is not None
            and (head.sequence, head.hash)
            != (
                result.entries,
                result.last_hash,
            )
        ):
            findings.append(
                f"journal {chain}: the chain ends at {result.entries}, its head at {head.sequence}"
            )
    return findings
