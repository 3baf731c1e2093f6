"""Time zones that a person or an initiative can choose. Pure."""

from __future__ import annotations

import zoneinfo
from functools import lru_cache

REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Names of the zones that can be chosen, in alphabetical order: UTC, then places (IANA time zone database)."""
    places = (name for name in zoneinfo.available_timezones() if name.split("/")[0] in REGIONS)
    return ("UTC", *sorted(places))


def zone_named(typed: str) -> str | None:
    """The zone that somebody means who types its name or only its place, in any case; None where none is meant.

    `asia/manila` and `Manila` mean Asia/Manila.
    """
    wanted = "_".join(typed.strip().lower().replace(" / ", "/").split())
    by_name = [name for name in zones() if name.lower() == wanted]
    by_place = [name for name in zones() if name.lower().rsplit("/", 1)[-1] == wanted]
    found = by_name or by_place
    return found[0] if len(found) == 1 else None
