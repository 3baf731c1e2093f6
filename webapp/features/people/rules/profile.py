"""What a person may say about themselves. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from webapp.base.kernel.errors import Invalid
from webapp.base.kernel.zones import zone_named


@dataclass(frozen=True)
class Profile:
    """What a person says about themselves, and how pages look to them."""

    name: str
    locale: str
    time_zone: str
    appearance: str


def checked_profile(profile: Profile) -> Profile:
    """The profile with the zone that is meant; raises Invalid without a name or for a zone that is none."""
    if not profile.name.strip():
        raise Invalid("people.no_name", field="name")
    zone = zone_named(profile.time_zone)
    if zone is None:
        raise Invalid("people.unknown_zone", field="time_zone")
    return replace(profile, time_zone=zone)
