"""The silence procedure: its deadline, whom the notice reached, and what follows (decisions.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from webapp.base.kernel.errors import Refused


class AtDeadline(StrEnum):
    """What happens to an unbroken silence procedure when its deadline comes."""

    LAPSE = "lapse"
    MOVE = "move"
    CHAIRS = "chairs"


class Reaction(StrEnum):
    """What came of the notice to a member, as the outcome page tells it apart."""

    BROKE = "broke"
    SUPPORT = "support"
    ACKNOWLEDGED = "acknowledged"
    SILENT = "silent"
    UNREACHED = "unreached"


@dataclass(frozen=True)
class NoticeState:
    """What became of the notice to one head or alternate of a member."""

    delegation_id: str
    accepted_at: dt.datetime | None = None
    refused_at: dt.datetime | None = None
    seen_at: dt.datetime | None = None
    acknowledged_at: dt.datetime | None = None


def has_reached(notice: NoticeState, deadline: dt.datetime) -> bool:
    """Whether the notice reached its addressee by the deadline.

    It was seen or acknowledged in the application, or a mail was accepted and no bounce followed by then. A mail
    that is still being retried, and the mere presence in the inbox, are not enough.
    """
    for moment in (notice.seen_at, notice.acknowledged_at):
        if moment is not None and moment < deadline:
            return True
    accepted, refused = notice.accepted_at, notice.refused_at
    if accepted is None or accepted >= deadline:
        return False
    return refused is None or refused < accepted or refused >= deadline


def reached(notices: Iterable[NoticeState], deadline: dt.datetime) -> frozenset[str]:
    """The delegations of which one head or alternate was reached by the deadline."""
    return frozenset(notice.delegation_id for notice in notices if has_reached(notice, deadline))


def at_deadline(*, unreached: int, moved_times: int, moves: int) -> AtDeadline:
    """Silence binds only whom the notice reached: else the deadline moves, so often as the rules give."""
    if not unreached:
        return AtDeadline.LAPSE
    return AtDeadline.MOVE if moved_times < moves else AtDeadline.CHAIRS


def reaction(option: str | None, *, acknowledged: bool, was_reached: bool) -> Reaction:
    """How the outcome page counts a member; `option` is its counting position, if it took one."""
    if option == "object":
        return Reaction.BROKE
    if option is not None:
        return Reaction.SUPPORT
    if acknowledged:
        return Reaction.ACKNOWLEDGED
    return Reaction.SILENT if was_reached else Reaction.UNREACHED


def check_length(now: dt.datetime, closes_at: dt.datetime, hours: int) -> None:
    """A text lies under silence at least as long as the rules of procedure give; raises Refused."""
    earliest = now + dt.timedelta(hours=hours)
    if closes_at < earliest:
        raise Refused("decisions.silence_too_short", field="closes_at", hours=hours, earliest=earliest)


def check_day(closes_at: dt.datetime, holidays: Collection[dt.date], zone: str) -> None:
    """No silence procedure ends on a listed holiday of the official zone; raises Refused."""
    day = closes_at.astimezone(ZoneInfo(zone)).date()
    if day in holidays:
        raise Refused("decisions.on_a_holiday", field="closes_at", day=day)


def check_extension(before: dt.datetime, after: dt.datetime) -> None:
    """An extended deadline is later than the one before; raises Refused."""
    if after <= before:
        raise Refused("decisions.not_later", field="closes_at", closes_at=before)


def moved_deadline(
    closes_at: dt.datetime, now: dt.datetime, *, hours: int, holidays: Collection[dt.date], zone: str
) -> dt.datetime:
    """The deadline after it moved because somebody was not reached; a holiday is passed over."""
    length = dt.timedelta(hours=hours)
    # After a long standstill the moved deadline would be past already, and nobody could react to it.
    moved = closes_at + length if closes_at + length > now else now + length
    local = moved.astimezone(ZoneInfo(zone))
    while local.date() in holidays:
        local += dt.timedelta(days=1)
    return local.astimezone(dt.UTC)
