"""Spans of time, where long lists are cut, and what of changed words is shown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.diff import Change, ChangeKind, compare
from webapp.outlets.desk.rules import (
    Line,
    Span,
    SpanKind,
    Topic,
    Way,
    begin_of,
    by_day,
    by_topic,
    complete_since,
    day_of,
    excerpt,
    is_begin_of_day,
    span,
)

MANILA = "Asia/Manila"
NOW = dt.datetime(2026, 11, 26, 17, 30, tzinfo=dt.UTC)
"""Friday 27 November, 01:30 in Manila."""
VISIT = NOW - dt.timedelta(days=12)
HOUR = dt.timedelta(hours=1)


def line(hours_ago: int, topic: Topic = Topic.TEXT) -> Line:
    return Line(topic, NOW - hours_ago * HOUR, "i", Way(f"{hours_ago}", "desk.start", {}))


def test_since_the_last_visit_is_its_moment() -> None:
    assert span("visit", "", VISIT, NOW, MANILA) == Span(SpanKind.VISIT, VISIT, NOW)


def test_yesterday_begins_at_midnight_where_the_reader_is() -> None:
    assert span("yesterday", "", VISIT, NOW, MANILA).since == dt.datetime(2026, 11, 25, 16, tzinfo=dt.UTC)


def test_a_day_is_told_by_its_date() -> None:
    found = span("date", "2026-11-01", VISIT, NOW, "UTC")
    assert found == Span(SpanKind.DATE, dt.datetime(2026, 11, 1, tzinfo=dt.UTC), NOW)


@pytest.mark.parametrize(
    ("kind", "on"), [("visit", ""), ("date", ""), ("date", "tomorrow"), ("date", "0001-01-01"), ("x", "")]
)
def test_without_a_visit_or_a_day_the_past_week_is_meant(kind: str, on: str) -> None:
    assert span(kind, on, None, NOW, "UTC").kind is SpanKind.WEEK


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_none(told: str) -> None:
    found = day_of(told)
    assert found is None or begin_of(found, MANILA) < begin_of(found, "America/Lima")


def test_a_list_that_is_whole_goes_back_to_where_it_was_asked_to() -> None:
    assert complete_since(VISIT, NOW, [], MANILA) == VISIT


def test_a_cut_list_is_whole_from_the_day_after_its_oldest_entry() -> None:
    oldest = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
    since = complete_since(VISIT, NOW, [oldest, oldest - HOUR], MANILA)
    assert since == begin_of(dt.date(2026, 11, 21), MANILA)
    assert is_begin_of_day(since, MANILA)


def test_of_a_day_too_full_for_one_page_what_is_known_shows() -> None:
    oldest = NOW - HOUR
    since = complete_since(VISIT, NOW, [oldest], MANILA)
    assert since == oldest
    assert not is_begin_of_day(since, MANILA)


def test_topics_stand_in_their_order_and_the_newest_line_first() -> None:
    found = by_topic([line(3), line(1, Topic.PEOPLE), line(2)])
    assert [(topic, [one.way.words for one in lines]) for topic, lines in found] == [
        (Topic.TEXT, ["2", "3"]),
        (Topic.PEOPLE, ["1"]),
    ]


def test_days_are_those_of_the_reader() -> None:
    lines = [line(1), line(3)]
    assert [day.on for day in by_day(lines, MANILA)] == [dt.date(2026, 11, 27), dt.date(2026, 11, 26)]
    assert [day.on for day in by_day(lines, "UTC")] == [dt.date(2026, 11, 26)]


def test_words_far_from_a_change_are_left_out() -> None:
    words = "one two three four five six seven eight nine ten "
    changes = compare(f"{words * 4}may go. {words * 4}", f"{words * 4}shall go. {words * 4}")
    first, deleted, inserted, last = excerpt(changes, around=12)
    assert (deleted, inserted) == (Change(ChangeKind.DELETE, "may"), Change(ChangeKind.INSERT, "shall"))
    assert first.text == "… nine ten "
    assert last.text == " go. one …"


def test_in_a_script_without_blanks_nothing_gets_lost() -> None:
    changes = compare("国家应" * 40 + "可", "国家应" * 40 + "须")
    assert [one.text for one in excerpt(changes) if one.kind is not ChangeKind.EQUAL] == ["可", "须"]


@given(st.text("ab .شك", max_size=200), st.text("ab .شك", max_size=200), st.integers(1, 30))
def test_an_excerpt_keeps_every_change_and_is_never_longer(before: str, after: str, around: int) -> None:
    changes = compare(before, after)
    found = excerpt(changes, around)
    assert [one.kind for one in found] == [one.kind for one in changes]
    for shown, whole in zip(found, changes, strict=True):
        assert len(shown.text) <= len(whole.text)
        assert shown == whole or (whole.kind is ChangeKind.EQUAL and "…" in shown.text)
