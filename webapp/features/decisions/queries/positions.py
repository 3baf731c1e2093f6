"""The electorate of a decision, what it answered, and the record made of both."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.features.decisions.models import Decision, Elector, Notice, Position, Statement
from webapp.features.decisions.rules import electorate as counted
from webapp.features.decisions.rules import record as records
from webapp.features.decisions.rules.moments import Moment
from webapp.features.decisions.rules.proposals import read_frozen_rule
from webapp.features.decisions.rules.rule import Rule
from webapp.features.participants import queries as participants
from webapp.features.people.models import Person


@dataclass(frozen=True)
class EarlierPosition:
    """A position that a later one replaced; it stays on record."""

    option: str
    reason: str
    at: dt.datetime


@dataclass(frozen=True)
class MemberPosition:
    """A member of the electorate with its counting position; `option` is None where it took none."""

    delegation_id: str
    code: str
    name: str
    constituency: str
    option: str | None = None
    reason: str = ""
    ad_referendum: dt.date | None = None
    at: dt.datetime | None = None
    by: str = ""
    concerns: tuple[str, ...] = ()
    earlier: tuple[EarlierPosition, ...] = ()


@dataclass(frozen=True)
class StatementView:
    """A statement of a delegation, as it is printed with the text."""

    id: str
    kind: str
    code: str
    name: str
    constituency: str
    body: str
    at: dt.datetime


def electors(session: Session, decision_id: str) -> list[Elector]:
    """The electorate as frozen at the opening, by code: the order in which the record lists it."""
    statement = select(Elector).where(Elector.decision_id == decision_id)
    return list(session.scalars(statement.order_by(Elector.code)))


def elector(session: Session, decision_id: str, delegation_id: str) -> Elector | None:
    """The delegation's place in the electorate, or None."""
    return session.scalar(
        select(Elector).where(Elector.decision_id == decision_id, Elector.delegation_id == delegation_id)
    )


def present_electorate(session: Session, initiative_id: str) -> tuple[counted.Elector, ...]:
    """Who would be asked if a decision opened now: the member delegations, by code."""
    members = sorted(participants.members(session, initiative_id), key=lambda row: row.code)
    return tuple(counted.Elector(row.code, row.constituency, tuple(row.tags)) for row in members)


def frozen_rule(session: Session, decision: Decision) -> Rule:
    """The rule of an opened decision; raises Refused where it does not fit."""
    return read_frozen_rule(decision.rule, _as_counted(electors(session, decision.id)))


def positions(session: Session, decision_id: str) -> list[Position]:
    """Every position, in the order in which they were taken."""
    statement = select(Position).where(Position.decision_id == decision_id)
    return list(session.scalars(statement.order_by(Position.at, Position.sequence, Position.id)))


def latest_position(session: Session, decision_id: str, delegation_id: str) -> Position | None:
    """The position of a delegation that counts, or None."""
    statement = select(Position).where(
        Position.decision_id == decision_id, Position.delegation_id == delegation_id
    )
    return session.scalars(statement.order_by(Position.sequence.desc()).limit(1)).first()


def record_of(session: Session, decision: Decision) -> records.Record:
    """The record of an opened decision as it stands: its positions received before the deadline."""
    rows = electors(session, decision.id)
    codes = {row.delegation_id: row.code for row in rows}
    electorate = _as_counted(rows)
    return records.Record(
        question=decision.question,
        electorate=electorate,
        rule=read_frozen_rule(decision.rule, electorate),
        positions=tuple(
            records.Position(
                delegation=codes[row.delegation_id],
                option=row.option,
                at=Moment.of(row.at),
                reason=row.reason,
                ad_referendum=row.ad_referendum,
            )
            for row in positions(session, decision.id)
            if row.at < decision.closes_at
        ),
    )


def member_positions(session: Session, decision_id: str) -> list[MemberPosition]:
    """Every member of the electorate with its counting position and the earlier ones, by code."""
    taken: dict[str, list[Position]] = defaultdict(list)
    for row in positions(session, decision_id):
        taken[row.delegation_id].append(row)
    by = {position.taken_by for rows in taken.values() for position in rows}
    found = session.execute(select(Person.id, Person.name).where(Person.id.in_(by)))
    names = {row.id: row.name for row in found}
    return [
        _member(row, sorted(taken[row.delegation_id], key=lambda position: position.sequence), names)
        for row in electors(session, decision_id)
    ]


def members_without_reaction(session: Session, decision_id: str) -> list[Elector]:
    """Members of the electorate that neither took a position nor acknowledged, by code."""
    spoke = select(Position.delegation_id).where(Position.decision_id == decision_id)
    acknowledged = select(Notice.delegation_id).where(
        Notice.decision_id == decision_id, Notice.acknowledged_at.is_not(None)
    )
    statement = select(Elector).where(
        Elector.decision_id == decision_id,
        Elector.delegation_id.not_in(spoke),
        Elector.delegation_id.not_in(acknowledged),
    )
    return list(session.scalars(statement.order_by(Elector.code)))


def statements(session: Session, decision_id: str) -> list[StatementView]:
    """The statements of a decision, in order of time."""
    found = session.execute(
        select(Statement, Elector)
        .join(
            Elector,
            (Elector.decision_id == Statement.decision_id)
            & (Elector.delegation_id == Statement.delegation_id),
        )
        .where(Statement.decision_id == decision_id)
        .order_by(Statement.at, Statement.id)
    )
    return [
        StatementView(row.id, row.kind, of.code, of.name, of.constituency, row.body, row.at)
        for row, of in found
    ]


def _as_counted(rows: Sequence[Elector]) -> tuple[counted.Elector, ...]:
    return tuple(counted.Elector(row.code, row.constituency, tuple(row.tags)) for row in rows)


def _member(row: Elector, taken: list[Position], names: dict[str, str]) -> MemberPosition:
    if not taken:
        return MemberPosition(row.delegation_id, row.code, row.name, row.constituency)
    *earlier, last = taken
    return MemberPosition(
        delegation_id=row.delegation_id,
        code=row.code,
        name=row.name,
        constituency=row.constituency,
        option=last.option,
        reason=last.reason or "",
        ad_referendum=last.ad_referendum,
        at=last.at,
        by=names.get(last.taken_by, ""),
        concerns=tuple(last.concerns),
        earlier=tuple(EarlierPosition(one.option, one.reason or "", one.at) for one in earlier),
    )
