"""States and moments of a round."""

from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.kernel.errors import Invalid, Refused
from webapp.features.review.rules import rounds
from webapp.features.review.rules.rounds import TRANSITIONS, RoundState

NOON = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)


def test_a_round_goes_one_way_through_its_four_states() -> None:
    path = [RoundState.PLANNED]
    while TRANSITIONS[path[-1]]:
        (following,) = TRANSITIONS[path[-1]]
        path.append(following)
    assert path == list(RoundState)


def test_a_round_takes_contributions_until_the_last_microsecond() -> None:
    before = NOON - dt.timedelta(microseconds=1)
    assert rounds.takes_contributions("open", NOON, before)
    assert not rounds.takes_contributions("open", NOON, NOON)


@pytest.mark.parametrize("state", ["planned", "closed", "concluded"])
def test_only_an_open_round_takes_contributions(state: str) -> None:
    assert not rounds.takes_contributions(state, NOON, NOON - HOUR)


def test_a_planned_round_says_when_it_opens() -> None:
    with pytest.raises(Refused) as refused:
        rounds.check_open("planned", NOON - HOUR, NOON, NOON - 2 * HOUR)
    assert refused.value.code == "review.not_open_yet"


def test_a_round_that_no_worker_closed_is_closed_all_the_same() -> None:
    with pytest.raises(Refused) as refused:
        rounds.check_open("open", NOON - HOUR, NOON, NOON + SECOND)
    assert refused.value.code == "review.closed"


def test_a_round_is_due_to_open_at_its_opening_and_not_before() -> None:
    assert not rounds.is_due_to_open("planned", NOON, NOON - SECOND)
    assert rounds.is_due_to_open("planned", NOON, NOON)
    assert not rounds.is_due_to_open("open", NOON, NOON)


def test_a_round_is_due_to_close_once() -> None:
    assert not rounds.is_due_to_close("open", NOON, NOON - SECOND)
    assert rounds.is_due_to_close("open", NOON, NOON)
    assert not rounds.is_due_to_close("closed", NOON, NOON)


def test_a_round_may_not_open_in_the_past() -> None:
    with pytest.raises(Invalid) as invalid:
        rounds.check_moments(NOON - HOUR, NOON + HOUR, NOON)
    assert (invalid.value.code, invalid.value.field) == ("review.opening_past", "opens_at")


def test_a_round_may_open_in_the_minute_that_has_begun() -> None:
    rounds.check_moments(NOON, NOON + HOUR, NOON + 59 * SECOND)


@pytest.mark.parametrize("length", [-HOUR, dt.timedelta()])
def test_a_round_closes_after_it_opens(length: dt.timedelta) -> None:
    with pytest.raises(Invalid) as invalid:
        rounds.check_moments(NOON, NOON + length, NOON - HOUR)
    assert (invalid.value.code, invalid.value.field) == ("review.closes_before_opening", "closes_at")


def test_a_round_stays_closed_while_a_comment_has_no_disposition() -> None:
    with pytest.raises(Refused) as refused:
        rounds.check_concludable("closed", NOON, 38)
    assert refused.value.code == "review.unanswered"
    assert refused.value.facts == {"unanswered": 38}


@pytest.mark.parametrize("state", ["planned", "open", "concluded"])
def test_only_a_closed_round_is_concluded(state: str) -> None:
    with pytest.raises(Refused):
        rounds.check_concludable(state, NOON, 0)


def test_rounds_that_follow_each_other_at_once_do_not_overlap() -> None:
    assert not rounds.overlap((NOON, NOON + HOUR), (NOON + HOUR, NOON + 2 * HOUR))
    assert rounds.overlap((NOON, NOON + HOUR), (NOON + HOUR - SECOND, NOON + 2 * HOUR))
