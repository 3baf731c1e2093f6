"""The initiatives that the reader takes part in, and how far they are."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind, Seat
from webapp.features.decisions import queries as decisions
from webapp.features.decisions.models import Decision
from webapp.features.initiatives.models import Initiative
from webapp.features.review import queries as review
from webapp.features.review.models import Round
from webapp.outlets.desk.queries.texts import Standing, standings


@dataclass(frozen=True)
class Participation:
    """An initiative that one takes part in, as what, and how far it is."""

    initiative: Initiative
    seat: Seat | None
    offices: tuple[OfficeKind, ...]
    open_rounds: tuple[Round, ...] = ()
    texts: tuple[Standing, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """Those that run, the first to close first."""


def initiatives_of(session: Session, actor: Actor) -> list[Initiative]:
    """The initiatives in which the actor has a seat or an office, by title."""
    taking_part = {seat.initiative_id for seat in actor.seats}
    taking_part |= {office.initiative_id for office in actor.offices}
    if not taking_part:
        return []
    statement = select(Initiative).where(Initiative.id.in_(sorted(taking_part)))
    return list(session.scalars(statement.order_by(Initiative.title)))


def participations(
    session: Session, actor: Actor, rows: list[Initiative], now: dt.datetime
) -> list[Participation]:
    """How far each of these initiatives is, in as many statements for many as for one."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    rounds: dict[str, list[Round]] = defaultdict(list)
    for round_ in review.open_rounds(session, ids):
        if round_.closes_at > now:
            rounds[round_.initiative_id].append(round_)
    texts: dict[str, list[Standing]] = defaultdict(list)
    for text in standings(session, ids):
        texts[text.initiative_id].append(text)
    running: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions.open_in(session, ids):
        running[decision.initiative_id].append(decision)
    return [
        Participation(
            initiative=row,
            seat=actor.seat_in(row.id),
            offices=tuple(kind for kind in OfficeKind if actor.holds(kind, row.id)),
            open_rounds=tuple(rounds[row.id]),
            texts=tuple(texts[row.id]),
            decisions=tuple(running[row.id]),
        )
        for row in rows
    ]
