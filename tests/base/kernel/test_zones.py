from __future__ import annotations

import pytest

from webapp.base.kernel.zones import zone_named, zones


def test_the_zones_hold_geneva_manila_and_utc_and_no_abbreviations() -> None:
    assert {"UTC", "Europe/Zurich", "Asia/Manila"} <= set(zones())
    assert not {"CET", "EST", "Etc/GMT+3"} & set(zones())


@pytest.mark.parametrize("zone", zones())
def test_every_zone_is_found_by_its_own_name(zone: str) -> None:
    assert zone_named(zone) == zone
    assert zone_named(zone.lower().replace("_", " ")) == zone


def test_a_place_that_lies_in_two_zones_is_not_guessed() -> None:
    assert zone_named("nowhere") is None
    assert zone_named("") is None
    assert zone_named("New York") == "America/New_York"
