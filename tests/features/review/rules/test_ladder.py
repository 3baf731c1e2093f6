"""The ladder of reminders."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from webapp.features.review.rules.ladder import MERGED_BELOW, Told, steps_of

OPENS = dt.datetime(2026, 11, 3, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def names(length: dt.timedelta) -> list[str]:
    return [step.name for step in steps_of(OPENS, OPENS + length)]


def test_a_long_round_has_every_step_in_order() -> None:
    assert names(240 * HOUR) == ["half_time", "day_before", "two_hours_before", "hour_before"]


def test_half_time_close_to_the_last_day_is_merged_into_it() -> None:
    assert names(58 * HOUR) == ["day_before", "two_hours_before", "hour_before"]


def test_half_time_six_hours_before_the_next_step_stays() -> None:
    assert names(60 * HOUR)[0] == "half_time"


def test_steps_before_the_opening_are_left_out() -> None:
    assert names(20 * HOUR) == ["half_time", "two_hours_before", "hour_before"]


def test_a_round_of_minutes_has_a_reminder_at_half_time() -> None:
    assert names(dt.timedelta(minutes=3)) == ["half_time"]


def test_the_secretariat_is_told_last() -> None:
    assert [step.told for step in steps_of(OPENS, OPENS + 240 * HOUR)][-1] is Told.SECRETARIAT


@given(st.timedeltas(min_value=dt.timedelta(minutes=1), max_value=dt.timedelta(days=400)))
def test_reminders_of_delegations_stand_six_hours_apart_within_the_round(length: dt.timedelta) -> None:
    steps = steps_of(OPENS, OPENS + length)
    assert all(OPENS < step.due_at < OPENS + length for step in steps)
    own = [step.due_at for step in steps if step.told is Told.DELEGATIONS]
    assert own
    assert all(later - earlier >= MERGED_BELOW for earlier, later in pairwise(own))
