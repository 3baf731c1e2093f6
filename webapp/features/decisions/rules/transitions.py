"""Kinds and states of a decision, and what may follow what (decisions.md, "Kinds")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from webapp.base.kernel.errors import Refused


class DecisionKind(StrEnum):
    """What a decision is for."""

    CALL = "call"
    INDICATION = "indication"
    SILENCE = "silence"


class DecisionState(StrEnum):
    """Where a decision stands. Of a silence procedure, `open` means that it is placed."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class SubjectKind(StrEnum):
    """What is decided."""

    ELEMENT = "element"
    PROVISION = "provision"
    INSTRUMENT = "instrument"
    QUESTION = "question"


class Ended(StrEnum):
    """How a closed decision came to its end."""

    DEADLINE = "deadline"
    BROKEN = "broken"
    CHAIRS = "chairs"


class ChairsAct(StrEnum):
    """What one co-chair asks the other to confirm about an open decision."""

    WITHDRAW = "withdraw"
    DECLARE_AGREED = "declare_agreed"


TRANSITIONS: Final[Mapping[DecisionState, frozenset[DecisionState]]] = {
    DecisionState.PROPOSED: frozenset({DecisionState.OPEN, DecisionState.DECLINED}),
    DecisionState.OPEN: frozenset({DecisionState.CLOSED, DecisionState.WITHDRAWN}),
    DecisionState.DECLINED: frozenset(),
    DecisionState.CLOSED: frozenset(),
    DecisionState.WITHDRAWN: frozenset(),
}


def may_move(state: str, to: DecisionState) -> bool:
    """Whether a decision in this state may move there."""
    return to in TRANSITIONS[DecisionState(state)]


def check_move(state: str, to: DecisionState) -> None:
    """Raise Refused where a decision in this state may not move there."""
    if not may_move(state, to):
        raise Refused("decisions.not_in_this_state")


def open_by(kind: str, closes_at: dt.datetime, silence_hours: int) -> dt.datetime:
    """Until when a proposed decision can still be opened: a text lies under silence for a shortest time."""
    shortest = dt.timedelta(hours=silence_hours) if kind == DecisionKind.SILENCE else dt.timedelta()
    return closes_at - shortest


def takes_positions(state: str, closes_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether positions are received: until `closes_at`, whenever a worker comes to close it."""
    return state == DecisionState.OPEN and now < closes_at


def check_takes_positions(state: str, closes_at: dt.datetime, now: dt.datetime) -> None:
    """Raise Refused unless positions are received at this moment."""
    if takes_positions(state, closes_at, now):
        return
    if state in (DecisionState.OPEN, DecisionState.CLOSED):
        raise Refused("decisions.closed", closes_at=closes_at)
    raise Refused("decisions.not_open")


def is_due_to_close(state: str, closes_at: dt.datetime, now: dt.datetime, *, awaits_chairs: bool) -> bool:
    """Whether the deadline has come and nobody but the clock is waited for."""
    return may_move(state, DecisionState.CLOSED) and now >= closes_at and not awaits_chairs


def check_confirmer(proposed_by: str | None, confirmed_by: str | None) -> None:
    """A second co-chair confirms; raises Refused where it is the one who proposed."""
    if proposed_by == confirmed_by:
        raise Refused("decisions.own_proposal")


def check_announceable(kind: str, state: str, announced_at: dt.datetime | None) -> None:
    """Only an outcome that exists and is not yet announced can be; raises Refused."""
    if kind == DecisionKind.INDICATION:
        raise Refused("decisions.no_outcome")
    if state != DecisionState.CLOSED:
        raise Refused("decisions.not_closed")
    if announced_at is not None:
        raise Refused("decisions.announced", announced_at=announced_at)
