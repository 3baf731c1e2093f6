"""The part of a text that shows why it was found, with the words that were asked for marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from webapp.outlets.search.rules.asking import Asked, places
from webapp.outlets.search.rules.words import Word, words_in

LENGTH: Final = 260
BEFORE: Final = 80
"""How many characters stand before the first word that was asked for."""


@dataclass(frozen=True)
class Piece:
    """Characters in a row that are all marked, or all not."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Excerpt:
    """A part of a text; `begins` and `ends` say whether it is the beginning and the end of it."""

    pieces: tuple[Piece, ...]
    begins: bool
    ends: bool


def excerpt(text: str, asked: Asked, length: int = LENGTH) -> Excerpt:
    """About `length` characters around the first words that were asked for, in whole words."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    words = list(words_in(plain))
    marks = _marks(asked, words)
    start, end = _window(plain, words, marks[0][0] if marks else 0, length)
    inside = [(max(start, one), min(end, other)) for one, other in marks if one < end and other > start]
    return Excerpt(tuple(_pieces(plain, start, end, inside)), start == 0, end == len(plain))


def marked(text: str, asked: Asked) -> tuple[Piece, ...]:
    """The whole text with the words that were asked for marked."""
    return excerpt(text, asked, len(text) + BEFORE).pieces


def _marks(asked: Asked, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The places of what was asked for, in order; those that overlap or touch are one."""
    plain = [found.word for found in words]
    spans = sorted(
        {
            (words[place].start, words[place + len(term.words) - 1].end)
            for term in asked.wanted
            for place in places(term, plain)
        }
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _window(text: str, words: Sequence[Word], first: int, length: int) -> tuple[int, int]:
    """From the beginning of a word to the end of one."""
    if len(text) <= length:
        return 0, len(text)
    starts = [found.start for found in words if first - BEFORE <= found.start <= first]
    start = 0 if first <= BEFORE else min(starts, default=first)
    ends = [found.end for found in words if start < found.end <= start + length]
    whole = len(text) <= start + length
    return start, len(text) if whole else max(ends, default=start + length)


def _pieces(text: str, start: int, end: int, marks: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for begin, finish in marks:
        if at < begin:
            yield Piece(text[at:begin])
        yield Piece(text[begin:finish], marked=True)
        at = finish
    if at < end:
        yield Piece(text[at:end])
