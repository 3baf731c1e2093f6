"""When a mail is tried again, and when it is given up. Pure."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

FIRST_WAIT = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(hours=1)
PATIENCE = dt.timedelta(hours=72)
STALE_AFTER = dt.timedelta(seconds=90)
"""A task is stopped after a minute, so that nobody is at work on a claim that is older than this."""


class Channel(StrEnum):
    """A way to reach somebody."""

    INBOX = "inbox"
    MAIL = "mail"


class DeliveryState(StrEnum):
    """What became of a notice."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    SUPPRESSED = "suppressed"


def wait_after(attempts: int) -> dt.timedelta:
    """How long to wait after this many attempts: a minute, doubling to an hour."""
    doublings: int = min(max(attempts - 1, 0), 10)
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << doublings))


def give_up_at(now: dt.datetime, silence_ends_at: dt.datetime | None = None) -> dt.datetime:
    """Until when to try: 72 hours; for a notice of a silence procedure a third of its period.

    Source: decisions.md, "The silence procedure, exactly", 5.
    """
    if silence_ends_at is None:
        return now + PATIENCE
    return now + max((silence_ends_at - now) / 3, dt.timedelta())
