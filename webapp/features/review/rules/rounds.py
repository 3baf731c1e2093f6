"""The states of a review round, its moments, and what may be done in it when (product.md, "Rounds and clocks")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from webapp.base.kernel.errors import Invalid, Refused

GRACE = dt.timedelta(minutes=1)
"""Moments are typed by the minute: a minute that has just begun is not yet past."""


class RoundState(StrEnum):
    """Where a round stands."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CONCLUDED = "concluded"


TRANSITIONS: Mapping[RoundState, frozenset[RoundState]] = {
    RoundState.PLANNED: frozenset({RoundState.OPEN}),
    RoundState.OPEN: frozenset({RoundState.CLOSED}),
    RoundState.CLOSED: frozenset({RoundState.CONCLUDED}),
    RoundState.CONCLUDED: frozenset(),
}


def may_move(state: str, to: RoundState) -> bool:
    """Whether a round in this state may move there."""
    return to in TRANSITIONS[RoundState(state)]


def check_moments(opens_at: dt.datetime, closes_at: dt.datetime, now: dt.datetime) -> None:
    """A round opens in the future and closes after it opens; raises Invalid at the field that is wrong."""
    if opens_at < now - GRACE:
        raise Invalid("review.opening_past", field="opens_at", opens_at=opens_at)
    if closes_at <= opens_at:
        raise Invalid(
            "review.closes_before_opening", field="closes_at", opens_at=opens_at, closes_at=closes_at
        )


def is_due_to_open(state: str, opens_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether the round opens by itself now."""
    return may_move(state, RoundState.OPEN) and now >= opens_at


def is_due_to_close(state: str, closes_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether the round closes by itself now."""
    return may_move(state, RoundState.CLOSED) and now >= closes_at


def takes_contributions(state: str, closes_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether comments may be written and handed in: until `closes_at`, whenever a worker comes to close it."""
    return state == RoundState.OPEN and now < closes_at


def check_open(state: str, opens_at: dt.datetime, closes_at: dt.datetime, now: dt.datetime) -> None:
    """Raise Refused unless the round takes contributions at this moment."""
    if takes_contributions(state, closes_at, now):
        return
    if state == RoundState.PLANNED and now < closes_at:
        raise Refused("review.not_open_yet", opens_at=opens_at)
    raise Refused("review.closed", closes_at=closes_at)


def check_answerable(state: str, closes_at: dt.datetime) -> None:
    """Comments are answered between closing and concluding; raises Refused outside of that."""
    if state == RoundState.CONCLUDED:
        raise Refused("review.concluded")
    if state != RoundState.CLOSED:
        raise Refused("review.answers_after_closing", closes_at=closes_at)


def check_concludable(state: str, closes_at: dt.datetime, unanswered: int) -> None:
    """A round is concluded once every comment of it has a disposition; raises Refused."""
    check_answerable(state, closes_at)
    if unanswered:
        raise Refused("review.unanswered", unanswered=unanswered)


def overlap(one: tuple[dt.datetime, dt.datetime], other: tuple[dt.datetime, dt.datetime]) -> bool:
    """Whether two spans of time, each from its opening up to its closing, share a moment."""
    return one[0] < other[1] and other[0] < one[1]
