"""Moments as people type them: local date and time in a named zone, read strictly."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from webapp.base.kernel.errors import Invalid
from webapp.base.web.moments import place

FIRST_YEAR, LAST_YEAR = 2000, 2199
FORMATS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")


def read_moment(typed: str, zone: str) -> dt.datetime:
    """The moment in UTC that a local date and time means in this zone.

    Raises Invalid for what is not a moment, for a time that the clocks skip when they go forward, and for one
    that comes twice when they go back: a deadline must not depend on a guess.
    """
    local = _parsed(typed)
    known = ZoneInfo(zone)
    earlier = local.replace(tzinfo=known, fold=0)
    later = local.replace(tzinfo=known, fold=1)
    utc = earlier.astimezone(dt.UTC)
    facts = {"time": f"{local:%H:%M}", "place": place(zone)}
    if utc.astimezone(known).replace(tzinfo=None) != local:
        raise Invalid("moment.skipped", **facts)
    if earlier.utcoffset() != later.utcoffset():
        raise Invalid("moment.twice", **facts)
    return utc


def read_day(typed: str) -> dt.date:
    """The day that was typed; raises Invalid for what is not a day."""
    try:
        day = dt.date.fromisoformat(typed.strip())
    except ValueError as error:
        raise Invalid("moment.not_a_day") from error
    _check_year(day.year)
    return day


def local_text(at: dt.datetime, zone: str) -> str:
    """A moment as the control for date and time wants it: `2026-11-20T18:00`."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"


def _parsed(typed: str) -> dt.datetime:
    text = "T".join(typed.replace("T", " ").split())
    for form in FORMATS:
        try:
            local = dt.datetime.strptime(text, form)  # noqa: DTZ007  (its zone is given beside it)
        except ValueError:
            continue
        _check_year(local.year)
        return local
    raise Invalid("moment.not_a_moment")


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        # As text, so that the years get no separator of thousands.
        raise Invalid("moment.out_of_range", first=str(FIRST_YEAR), last=str(LAST_YEAR))
