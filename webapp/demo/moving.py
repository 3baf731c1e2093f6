"""Moving the demo's clock, and what it can be moved to."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.clock import ClockOffset
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions.models import Decision
from webapp.features.initiatives.models import Initiative
from webapp.features.review.models import Round

Kind = Literal["round_opens", "round_closes", "decision_closes"]


@dataclass(frozen=True)
class Deadline:
    """A moment at which something opens or closes by itself."""

    at: dt.datetime
    kind: Kind
    title: str
    time_zone: str


def moved_by(session: Session) -> dt.timedelta:
    """By how much the clock is moved."""
    seconds = session.scalar(select(ClockOffset.seconds).where(ClockOffset.id == 1)) or 0
    return dt.timedelta(seconds=seconds)


def deadlines(session: Session, now: dt.datetime) -> list[Deadline]:
    """What opens and closes by itself after this moment, the nearest first."""
    found = [
        *_of_rounds(session, now, "round_opens"),
        *_of_rounds(session, now, "round_closes"),
        *_of_decisions(session, now),
    ]
    return sorted(found, key=lambda deadline: deadline.at)


def move_on(work: Work, by: dt.timedelta) -> None:
    """Move the clock on, in whole seconds upwards."""
    row = work.session.get(ClockOffset, 1, with_for_update=True)
    seconds = math.ceil(by.total_seconds())
    if row is None:
        work.session.add(ClockOffset(id=1, seconds=seconds))
    else:
        row.seconds += seconds
    work.session.flush()


def move_to(work: Work, moment: dt.datetime) -> None:
    """Move the clock, so that this moment has just come."""
    move_on(work, moment - work.now())


def _of_rounds(session: Session, now: dt.datetime, kind: Kind) -> list[Deadline]:
    opening = kind == "round_opens"
    at = Round.opens_at if opening else Round.closes_at
    statement = (
        select(at, Round.title, Initiative.time_zone)
        .join(Initiative, Initiative.id == Round.initiative_id)
        .where(Round.state == ("planned" if opening else "open"), at > now)
    )
    return [Deadline(moment, kind, title, zone) for moment, title, zone in session.execute(statement)]


def _of_decisions(session: Session, now: dt.datetime) -> list[Deadline]:
    statement = (
        select(Decision.closes_at, Decision.question, Initiative.time_zone)
        .join(Initiative, Initiative.id == Decision.initiative_id)
        .where(Decision.state == "open", Decision.closes_at > now)
    )
    return [
        Deadline(moment, "decision_closes", question, zone)
        for moment, question, zone in session.execute(statement)
    ]
