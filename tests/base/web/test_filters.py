"""Numbers, sizes, words and marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from webapp.base.access.actor import Constituency
from webapp.base.web import filters
from webapp.base.web.language import dir_of
from webapp.base.web.wording import STATUSES


@pytest.fixture(autouse=True)
def _in_a_page(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def test_numbers_are_words_up_to_twelve() -> None:
    assert filters.first_capital(filters.spelled(2)) == "Two"
    assert filters.spelled(0) == "nothing"
    assert filters.spelled(13) == "13"
    assert filters.spelled(20418) == "20,418"


@pytest.mark.parametrize(
    ("size", "words"),
    [(412, "412 bytes"), (38_400, "38 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (1_440_000, "1.4 MB")],
)
def test_sizes_are_told_in_the_unit_that_fits(size: int, words: str) -> None:
    assert filters.file_size(size) == words


def test_a_shortened_text_keeps_its_words() -> None:
    text = "No one should be turned away from shelter"
    assert filters.shorten(text, 100) == text
    assert filters.shorten(text, 20) == "No one should be…"
    assert filters.shorten(text, 7) == "No one…"
    assert filters.shorten("x" * 50, 10) == "xxxxxxxxx…"
    assert all(len(filters.shorten(text, limit)) <= limit for limit in range(3, 60))


def test_every_constituency_has_its_mark() -> None:
    assert [filters.constituency(name).css for name in Constituency] == [
        "con-state",
        "con-io",
        "con-cs",
        "con-ps",
    ]
    assert str(filters.constituency("civil_society").alone) == "a civil society organisation"


def test_every_status_has_a_mark_of_its_own_and_a_word() -> None:
    assert len({mark.css for mark in STATUSES.values()}) == len(STATUSES) == 7
    assert str(filters.status_mark("agreed_ad_referendum").words) == "agreed ad referendum"


@pytest.mark.parametrize(
    ("lang", "direction"), [("ar", "rtl"), ("fa-IR", "rtl"), ("fr", "ltr"), ("no such", "ltr")]
)
def test_a_language_has_its_direction(lang: str, direction: str) -> None:
    assert dir_of(lang) == direction
