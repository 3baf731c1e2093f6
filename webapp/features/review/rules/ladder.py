"""The reminders of a round: one table, a row per step (product.md, "Rounds and clocks")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Moments = Callable[[dt.datetime, dt.datetime], dt.datetime]

MERGED_BELOW = dt.timedelta(hours=6)


class Told(StrEnum):
    """Who a reminder is for."""

    DELEGATIONS = "delegations"
    SECRETARIAT = "secretariat"


@dataclass(frozen=True)
class Step:
    """One step: its name, who is told, and its moment from opening and closing."""

    name: str
    told: Told
    moment: Moments


@dataclass(frozen=True)
class DueStep:
    """A step of one round, with its moment."""

    name: str
    told: Told
    due_at: dt.datetime


def _half_time(opens_at: dt.datetime, closes_at: dt.datetime) -> dt.datetime:
    return opens_at + (closes_at - opens_at) / 2


def _before(hours: int) -> Moments:
    return lambda opens_at, closes_at: closes_at - dt.timedelta(hours=hours)


LADDER = (
    Step("half_time", Told.DELEGATIONS, _half_time),
    Step("day_before", Told.DELEGATIONS, _before(24)),
    Step("two_hours_before", Told.DELEGATIONS, _before(2)),
    Step("hour_before", Told.SECRETARIAT, _before(1)),
)


def told_at(step: str) -> Told:
    """Who is told at the step of this name."""
    return next(row.told for row in LADDER if row.name == step)


def steps_of(opens_at: dt.datetime, closes_at: dt.datetime) -> tuple[DueStep, ...]:
    """The steps of a round in order of time.

    A step that would fall before the opening is left out. Of steps for the same people that stand closer than six
    hours, the one nearer to the closing remains.
    """
    due = sorted(
        (DueStep(step.name, step.told, step.moment(opens_at, closes_at)) for step in LADDER),
        key=lambda step: step.due_at,
        reverse=True,
    )
    kept: list[DueStep] = []
    for step in due:
        later = next((other for other in reversed(kept) if other.told == step.told), None)
        if step.due_at <= opens_at or (later and later.due_at - step.due_at < MERGED_BELOW):
            continue
        kept.append(step)
    return tuple(reversed(kept))
