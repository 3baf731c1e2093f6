"""What may be published, and from when."""

from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.kernel.errors import Invalid, Refused
from webapp.features.publishing import rules

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def test_without_a_moment_it_is_visible_at_once() -> None:
    assert rules.visible_from(None, NOW) == NOW
    assert rules.is_visible(NOW, NOW)


def test_a_later_moment_within_a_year_is_kept() -> None:
    later = NOW + rules.FURTHEST
    assert rules.visible_from(later, NOW) == later
    assert not rules.is_visible(later, later - SECOND)
    assert rules.is_visible(later, later)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (NOW, "publishing.past"),
        (NOW - SECOND, "publishing.past"),
        (NOW + rules.FURTHEST + SECOND, "publishing.too_far"),
    ],
)
def test_a_moment_that_has_passed_or_is_too_far_away_is_refused(at: dt.datetime, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        rules.visible_from(at, NOW)
    assert (refusal.value.code, refusal.value.field) == (code, "at")


@pytest.mark.parametrize(("state", "announced_at"), [("open", None), ("closed", None), ("withdrawn", NOW)])
def test_only_an_announced_outcome_can_be_published(state: str, announced_at: dt.datetime | None) -> None:
    with pytest.raises(Refused, match=r"publishing\.not_announced"):
        rules.check_outcome(state, announced_at)
    rules.check_outcome("closed", NOW)


def test_a_mandate_is_published_once_it_is_written_and_again_once_it_changed() -> None:
    with pytest.raises(Refused, match=r"publishing\.no_mandate"):
        rules.check_mandate("  ", "a", [])
    with pytest.raises(Refused, match=r"publishing\.nothing_changed"):
        rules.check_mandate("To say who does what.", "a", ["a"])
    rules.check_mandate("To say who does what.", "b", ["a"])
