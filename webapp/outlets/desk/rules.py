"""Spans of time, the lines in which news are told, and where a long list is cut. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from zoneinfo import ZoneInfo

from webapp.features.instruments.rules.diff import Change, ChangeKind
from webapp.features.instruments.rules.text_changes import StrengthFlag

AROUND = 60
"""How many characters of what stayed are shown on each side of changed words."""


class Topic(StrEnum):
    """What news are about, in the order in which they are told."""

    TEXT = "text"
    ANSWERS = "answers"
    ROUNDS = "rounds"
    DECISIONS = "decisions"
    PUBLISHED = "published"
    PEOPLE = "people"


class SpanKind(StrEnum):
    """From when on news are told."""

    VISIT = "visit"
    YESTERDAY = "yesterday"
    WEEK = "week"
    DATE = "date"


@dataclass(frozen=True)
class Span:
    """A time of which the news are told: after `since`, up to `until`."""

    kind: SpanKind
    since: dt.datetime
    until: dt.datetime


@dataclass(frozen=True)
class Way:
    """A link: its words and where it leads."""

    words: str
    endpoint: str
    values: Mapping[str, str | int]


@dataclass(frozen=True)
class ChangedWords:
    """Changed words of a provision, with some of what stayed around them."""

    way: Way
    language: str
    words: tuple[Change, ...]
    flags: tuple[StrengthFlag, ...]
    is_new: bool
    is_deleted: bool


@dataclass(frozen=True)
class Line:
    """One thing that is new: a sentence that leads to it, and what can be said of it here."""

    topic: Topic
    at: dt.datetime
    initiative_id: str
    way: Way
    detail: str = ""
    ways: tuple[Way, ...] = ()
    """Further places that it concerns."""
    quote: str = ""
    changed: tuple[ChangedWords, ...] = field(default=())
    more: Way | None = None


@dataclass(frozen=True)
class Day:
    """The lines of one day of the reader's, by topic."""

    on: dt.date
    topics: tuple[tuple[Topic, tuple[Line, ...]], ...]


def span(kind: str, on: str, visit_at: dt.datetime | None, now: dt.datetime, zone: str) -> Span:
    """The time that somebody asks for; without a visit before, or where nothing fits, the past week."""
    today = day_at(now, zone)
    if kind == SpanKind.VISIT and visit_at is not None:
        return Span(SpanKind.VISIT, visit_at, now)
    if kind == SpanKind.YESTERDAY:
        return Span(SpanKind.YESTERDAY, begin_of(today - dt.timedelta(days=1), zone), now)
    asked = day_of(on)
    if kind == SpanKind.DATE and asked is not None:
        return Span(SpanKind.DATE, begin_of(asked, zone), now)
    return Span(SpanKind.WEEK, begin_of(today - dt.timedelta(days=7), zone), now)


def day_of(told: str) -> dt.date | None:
    """The day that an address or a field names, if it is one."""
    try:
        found = dt.date.fromisoformat(told)
    except ValueError:
        return None
    # Beyond these, a moment of the day in some time zone could not be told.
    return found if 1900 <= found.year <= 9000 else None


def begin_of(on: dt.date, zone: str) -> dt.datetime:
    """When a day begins in a time zone."""
    return dt.datetime.combine(on, dt.time(), ZoneInfo(zone)).astimezone(dt.UTC)


def complete_since(
    since: dt.datetime, newest: dt.datetime, oldest: Sequence[dt.datetime], zone: str
) -> dt.datetime:
    """From when on lists are whole that were cut after these oldest moments: a day's begin where that leaves anything.

    `newest` is the moment of the newest thing known; without a cut it is `since`.
    """
    if not oldest:
        return since
    horizon = max(oldest)
    following = begin_of(day_at(horizon, zone) + dt.timedelta(days=1), zone)
    return max(since, following if following <= newest else horizon)


def day_at(moment: dt.datetime, zone: str) -> dt.date:
    """The day that a moment falls on in a time zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def is_begin_of_day(moment: dt.datetime, zone: str) -> bool:
    """Whether a day begins at this moment in a time zone."""
    return moment == begin_of(day_at(moment, zone), zone)


def by_topic(lines: Iterable[Line]) -> tuple[tuple[Topic, tuple[Line, ...]], ...]:
    """The lines by topic, the newest first in each."""
    order = list(Topic)
    ranked = sorted(lines, key=lambda line: (order.index(line.topic), -line.at.timestamp()))
    return tuple((topic, tuple(group)) for topic, group in groupby(ranked, key=lambda line: line.topic))


def by_day(lines: Iterable[Line], zone: str) -> tuple[Day, ...]:
    """The lines by day of the reader's, the last day first."""

    ranked = sorted(lines, key=lambda line: line.at, reverse=True)
    return tuple(
        Day(on, by_topic(group)) for on, group in groupby(ranked, key=lambda line: day_at(line.at, zone))
    )


def excerpt(words: Sequence[Change], around: int = AROUND) -> tuple[Change, ...]:
    """Changed words with some of what stayed around them; what is left out shows as an ellipsis."""
    last = len(words) - 1
    return tuple(
        _shortened(change, at_begin=place == 0, at_end=place == last, around=around)
        if change.kind is ChangeKind.EQUAL
        else change
        for place, change in enumerate(words)
    )


def _shortened(change: Change, *, at_begin: bool, at_end: bool, around: int) -> Change:
    head = "" if at_begin else _whole_words(change.text[:around], from_end=False)
    tail = "" if at_end else _whole_words(change.text[-around:], from_end=True)
    if len(head) + len(tail) + 3 >= len(change.text):
        return change
    return Change(ChangeKind.EQUAL, f"{head}…{tail}")


def _whole_words(text: str, *, from_end: bool) -> str:
    """The text without a word that was cut through; where it has no blanks, as it is."""
    at = text.find(" ") if from_end else text.rfind(" ")
    if at < 0:
        return text
    return text[at:] if from_end else text[: at + 1]
