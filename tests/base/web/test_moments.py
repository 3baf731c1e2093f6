"""Moments in words, and moments as typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from flask import Flask

from webapp.base.kernel.errors import Invalid
from webapp.base.web import moments
from webapp.base.web.zoned import local_text, read_day, read_moment

DEADLINE = dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)
ZURICH, MANILA = "Europe/Zurich", "Asia/Manila"


@pytest.fixture(autouse=True)
def _in_a_page(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (ZURICH, "Friday 20 November 2026, 18:00 in Geneva"),
        (MANILA, "Saturday 21 November 2026, 01:00 in Manila"),
        ("America/Argentina/Buenos_Aires", "Friday 20 November 2026, 14:00 in Buenos Aires"),
        ("America/New_York", "Friday 20 November 2026, 12:00 in New York"),
        ("UTC", "Friday 20 November 2026, 17:00 in UTC"),
    ],
)
def test_a_moment_is_told_with_its_place(zone: str, words: str) -> None:
    assert moments.moment(DEADLINE, zone) == words


def test_the_attribute_has_the_offset_of_the_place() -> None:
    assert moments.iso(DEADLINE, ZURICH) == "2026-11-20T18:00+01:00"


def test_the_readers_day_is_named_where_it_differs() -> None:
    assert moments.here(DEADLINE, ZURICH, MANILA) == "Saturday 01:00 in Manila"
    assert moments.here(DEADLINE - dt.timedelta(hours=6), ZURICH, MANILA) == "19:00 in Manila"


def test_the_readers_moment_is_left_out_where_the_clocks_agree() -> None:
    assert moments.here(DEADLINE, ZURICH, "Europe/Paris") == ""


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (dt.timedelta(days=3, hours=7), "in 3 days"),
        (dt.timedelta(days=400), "in 400 days"),
        (dt.timedelta(hours=47, minutes=59), "in 47 hours"),
        (dt.timedelta(minutes=119), "in 119 minutes"),
        (dt.timedelta(minutes=1), "in 1 minute"),
        (dt.timedelta(seconds=59), "in less than a minute"),
        (dt.timedelta(seconds=-1), "less than a minute ago"),
        (dt.timedelta(days=-2, hours=-1), "2 days ago"),
    ],
)
def test_a_distance_never_says_more_than_is_left(away: dt.timedelta, words: str) -> None:
    assert moments.distance(DEADLINE + away, DEADLINE) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (dt.timedelta(days=3, hours=7, minutes=5), "3 days and 7 hours"),
        (dt.timedelta(days=3, minutes=5), "3 days"),
        (dt.timedelta(hours=1, minutes=1), "1 hour and 1 minute"),
        (dt.timedelta(minutes=9), "9 minutes"),
        (dt.timedelta(seconds=9), "less than a minute"),
        (dt.timedelta(), ""),
    ],
)
def test_what_is_left_is_told_in_two_units(left: dt.timedelta, words: str) -> None:
    assert moments.time_left(DEADLINE + left, DEADLINE) == words


@pytest.mark.parametrize(
    "typed", ["2026-11-20T18:00", "2026-11-20 18:00", " 2026-11-20  18:00 ", "2026-11-20T18:00:00"]
)
def test_a_typed_moment_is_read_in_its_zone(typed: str) -> None:
    assert read_moment(typed, ZURICH) == DEADLINE
    assert local_text(DEADLINE, ZURICH) == "2026-11-20T18:00"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2026-03-29T02:30", "moment.skipped"),
        ("2026-10-25T02:30", "moment.twice"),
        ("2026-10-25T02:00", "moment.twice"),
        ("tomorrow", "moment.not_a_moment"),
        ("2026-02-30T10:00", "moment.not_a_moment"),
        ("0001-01-01T00:00", "moment.out_of_range"),
        ("9999-12-31T23:59", "moment.out_of_range"),
    ],
)
def test_a_moment_that_is_none_or_two_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_moment(typed, ZURICH)
    assert refused.value.code == code


def test_the_edges_of_a_changed_clock_are_accepted() -> None:
    assert read_moment("2026-03-29T03:00", ZURICH) == dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC)
    assert read_moment("2026-10-25T03:00", ZURICH) == dt.datetime(2026, 10, 25, 2, 0, tzinfo=dt.UTC)


def test_a_typed_day_is_read() -> None:
    assert read_day("2026-11-20") == dt.date(2026, 11, 20)
    with pytest.raises(Invalid):
        read_day("20.11.2026")
