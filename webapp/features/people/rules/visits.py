"""When a visit begins and ends. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

VISIT_ENDS_AFTER = dt.timedelta(hours=2)
"""Whoever opened nothing for so long has left; what they open next begins another visit."""
MARK_EVERY = dt.timedelta(minutes=10)
"""How often it is written down, at most, that somebody is here."""


@dataclass(frozen=True)
class Visiting:
    """A person's present visit: when it began, when a page was last opened, when the visit before it began."""

    began_at: dt.datetime
    seen_at: dt.datetime
    before_at: dt.datetime | None = None


def visiting(known: Visiting | None, now: dt.datetime) -> Visiting:
    """The visit of somebody who opens a page now: the one that is known, or another one."""
    if known is None:
        return Visiting(now, now)
    if now - known.seen_at >= VISIT_ENDS_AFTER:
        return Visiting(now, now, before_at=known.began_at)
    return Visiting(known.began_at, max(now, known.seen_at), known.before_at)


def is_to_be_marked(seen_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether it is time to write down that somebody is here."""
    return seen_at is None or now - seen_at >= MARK_EVERY
