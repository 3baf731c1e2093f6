"""Times of RFC 3339, compared as instants, to any fraction of a second."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Final, Self

from .numbers import read_digits

_TIME: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
    r"(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)
_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAYS_IN_400_YEARS: Final = 146_097
_SECONDS_PER_DAY: Final = 86_400


@dataclass(frozen=True, order=True)
class Moment:
    """An instant: seconds of UTC since the first day of year 1, and what exceeds them.

    A leap second is the second after 23:59:59 and still before 00:00:00; `leap` tells the two apart.
    """

    second: int
    leap: bool
    fraction: Fraction
    written: str = field(compare=False)

    @classmethod
    def of(cls, at: datetime) -> Self:
        """The moment of an aware datetime, written in UTC."""
        if at.tzinfo is None:
            raise ValueError("a moment needs its zone")
        utc = at.astimezone(UTC)
        second = utc.toordinal() * _SECONDS_PER_DAY + utc.hour * 3600 + utc.minute * 60 + utc.second
        written = utc.replace(tzinfo=None).isoformat() + "Z"
        return cls(second, False, Fraction(utc.microsecond, 1_000_000), written)


def read_moment(text: str) -> Moment | None:
    """RFC 3339, section 5.6, with a leap second only where one can be; None for anything else."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute, second = int(found[4]), int(found[5]), int(found[6])
    offset_hour, offset_minute = int(found[9] or 0), int(found[10] or 0)
    day = _ordinal(int(found[1]), int(found[2]), int(found[3]))
    if day is None or hour > 23 or minute > 59 or second > 60 or offset_hour > 23 or offset_minute > 59:
        return None
    offset = (offset_hour * 60 + offset_minute) * (-1 if found[8] == "-" else 1)
    leap = second == 60
    total = day * _SECONDS_PER_DAY + (hour * 60 + minute - offset) * 60 + min(second, 59)
    if leap and not _may_be_followed_by_leap_second(total):
        return None
    places = found[7] or "0"
    return Moment(total, leap, Fraction(read_digits(places), 10 ** len(places)), text)


def read_date(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _ordinal(year: int, month: int, day: int) -> int | None:
    """The day's number, also for year 0, which `datetime` does not know; None for no such day."""
    try:
        if year == 0:
            return date(400, month, day).toordinal() - _DAYS_IN_400_YEARS
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _may_be_followed_by_leap_second(second: int) -> bool:
    """Leap seconds are inserted at the end of a month of UTC (RFC 3339, appendix D)."""
    days, rest = divmod(second, _SECONDS_PER_DAY)
    if rest != _SECONDS_PER_DAY - 1:
        return False
    return date.fromordinal(days % _DAYS_IN_400_YEARS + 1).day == 1
