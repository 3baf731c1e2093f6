"""Moments in words: official, the reader's own, and how far away.

A moment is told with its place and its distance, never by distance alone (look.md, "due").
"""

from __future__ import annotations

import datetime as dt
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_timedelta, get_timezone_location
from babel.lists import format_list
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

OFFICIAL_PLACES = {"Europe/Zurich": _l("Geneva"), "UTC": "UTC", "Etc/UTC": "UTC"}
"""Zones whose city in the time zone database is not the one people name."""

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
UnitName = Literal["day", "hour", "minute"]
Unit = tuple[dt.timedelta, UnitName]
KEEP_UNIT = 1e9
"""Makes Babel keep the unit asked for, instead of choosing a larger one."""


def moment(at: dt.datetime, zone: str) -> str:
    """A moment in full: "Friday 20 November 2026, 18:00 in Geneva"."""
    local = at.astimezone(ZoneInfo(zone))
    return str(
        _("%(day)s, %(time)s in %(place)s", day=day(local.date()), time=_clock(local), place=place(zone))
    )


def day(on: dt.date) -> str:
    """A day in full: "Friday 20 November 2026"."""
    locale = _locale()
    # Babel's own English order puts the month first, as the United States write it; the United Nations do not.
    return format_date(on, "EEEE d MMMM y" if locale.language == "en" else "full", locale=locale)


def short_day(on: dt.date) -> str:
    """A day in a list: "9 November 2026"."""
    locale = _locale()
    return format_date(on, "d MMMM y" if locale.language == "en" else "long", locale=locale)


def short_moment(at: dt.datetime, zone: str) -> str:
    """A moment in a list whose head names the place: "9 November 2026, 18:00"."""
    local = at.astimezone(ZoneInfo(zone))
    return str(_("%(day)s, %(time)s", day=short_day(local.date()), time=_clock(local)))


def clock_time(at: dt.datetime, zone: str) -> str:
    """The time of day alone, where the day stands above: "18:00"."""
    return _clock(at.astimezone(ZoneInfo(zone)))


def local_day(at: dt.datetime, zone: str) -> str:
    """The day of a moment in a time zone, in full."""
    return day(at.astimezone(ZoneInfo(zone)).date())


def here(at: dt.datetime, official_zone: str, reader_zone: str) -> str:
    """The same moment where the reader is: "Saturday 01:00 in Manila"; empty where the clocks agree."""
    official, own = at.astimezone(ZoneInfo(official_zone)), at.astimezone(ZoneInfo(reader_zone))
    if official.utcoffset() == own.utcoffset():
        return ""
    if official.date() == own.date():
        return str(_("%(time)s in %(place)s", time=_clock(own), place=place(reader_zone)))
    weekday = format_date(own.date(), "EEEE", locale=_locale())
    return str(
        _("%(weekday)s %(time)s in %(place)s", weekday=weekday, time=_clock(own), place=place(reader_zone))
    )


def place(zone: str) -> str:
    """The city that a time zone is named after, in the reader's language."""
    if zone in OFFICIAL_PLACES:
        return str(OFFICIAL_PLACES[zone])
    if _locale().language != "en":
        return get_timezone_location(ZoneInfo(zone), locale=_locale(), return_city=True)
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def distance(at: dt.datetime, now: dt.datetime) -> str:
    """How far away, in the largest whole unit: "in 3 days", "2 hours ago". Never says more time than is left."""
    delta = at - now
    away = abs(delta)
    if away < MINUTE:
        return str(_("in less than a minute") if delta >= dt.timedelta() else _("less than a minute ago"))
    unit, name = _largest_unit(away)
    whole = unit * (away // unit)
    signed = whole if delta > dt.timedelta() else -whole
    return format_timedelta(
        signed, granularity=name, threshold=KEEP_UNIT, add_direction=True, locale=_locale()
    )


def time_left(at: dt.datetime, now: dt.datetime) -> str:
    """What is left in two units: "3 days and 7 hours"; empty once it has passed."""
    left = at - now
    if left <= dt.timedelta():
        return ""
    if left < MINUTE:
        return str(_("less than a minute"))
    units: list[Unit] = [(DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")]
    parts = []
    for unit, name in units:
        count = left // unit
        left -= unit * count
        if count:
            parts.append(_amount(unit * count, name))
        elif parts:
            break
    return format_list(parts[:2], locale=_locale())


def iso(at: dt.datetime, zone: str = "UTC") -> str:
    """A moment for the `datetime` attribute, with the offset of its zone, to the minute."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")


def _largest_unit(away: dt.timedelta) -> Unit:
    if away >= 2 * DAY:
        return DAY, "day"
    if away >= 2 * HOUR:
        return HOUR, "hour"
    return MINUTE, "minute"


def _amount(whole: dt.timedelta, name: UnitName) -> str:
    return format_timedelta(whole, granularity=name, threshold=KEEP_UNIT, locale=_locale())


def _clock(local: dt.datetime) -> str:
    return format_datetime(local, "HH:mm", locale=_locale())


def _locale() -> Locale:
    return get_locale() or Locale("en")
