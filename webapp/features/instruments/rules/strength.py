"""How strongly a sentence binds, read from its words, and where a change makes it bind more or less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import Final

from .diff import Change, ChangeKind
from .enums import Strength
from .tokens import tokenise, without_ignorables

_SHALL, _SHOULD, _MAY = Strength.SHALL, Strength.SHOULD, Strength.MAY

STRENGTH_WORDS: Final[Mapping[str, Mapping[str, Strength]]] = {
    "en": {"shall": _SHALL, "must": _SHALL, "should": _SHOULD, "may": _MAY},
    "fr": {
        **dict.fromkeys(("doit", "doivent", "devra", "devront"), _SHALL),
        **dict.fromkeys(("devrait", "devraient"), _SHOULD),
        **dict.fromkeys(("peut", "peuvent", "pourra", "pourront", "pourrait", "pourraient"), _MAY),
    },
    "es": {
        **dict.fromkeys(("debe", "deben", "deberá", "deberán"), _SHALL),
        **dict.fromkeys(("debería", "deberían"), _SHOULD),
        **dict.fromkeys(("puede", "pueden", "podrá", "podrán", "podría", "podrían"), _MAY),
    },
}
"""Per language. `must` binds like `shall`; a French or Spanish future like its present."""

_MONTH: Final = "May"
_LONGEST_ALIGNED: Final = 200
_RANK: Final = {_MAY: 1, _SHOULD: 2, _SHALL: 3}


class Direction(StrEnum):
    """Whether a change of strength makes a provision bind more or less."""

    UP = "up"
    DOWN = "down"
    NONE = "none"
    """Another word of the same strength, or a word that came or went alone."""


@dataclass(frozen=True)
class StrengthChange:
    """A strength word that became another one, came (`before` is None) or went (`after` is None)."""

    before: str | None
    after: str | None
    direction: Direction


def strength_changes(changes: Iterable[Change], lang: str) -> tuple[StrengthChange, ...]:
    """Changes of strength in a comparison, in reading order; none in a language without a table.

    Words are paired in order within changes that touch each other, so that a word that merely moved along is not told.
    """
    found: list[StrengthChange] = []
    for equal, group in groupby(changes, key=lambda change: change.kind is ChangeKind.EQUAL):
        if equal:
            continue
        touching = tuple(group)
        gone = _words_of(touching, ChangeKind.DELETE, lang)
        come = _words_of(touching, ChangeKind.INSERT, lang)
        found += (_change(before, after, lang) for before, after in _pairs(gone, come))
    return tuple(found)


def strength_words(text: str, lang: str) -> tuple[str, ...]:
    """The strength words of a text, in lower case, in order. The month of May is none."""
    table = _table(lang)
    tokens = map(without_ignorables, tokenise(text))
    return tuple(token.casefold() for token in tokens if token.casefold() in table and token != _MONTH)


def strengths_said(text: str, lang: str) -> frozenset[Strength]:
    """Every strength that a word of the text has; none in a language without a table."""
    return frozenset(_table(lang)[word] for word in strength_words(text, lang))


def direction(before: Strength | None, after: Strength | None) -> Direction:
    """The direction from one strength to another; none where one of them is missing."""
    if before is None or after is None or before is after:
        return Direction.NONE
    return Direction.UP if _RANK[after] > _RANK[before] else Direction.DOWN


def _table(lang: str) -> Mapping[str, Strength]:
    return STRENGTH_WORDS.get(lang.replace("_", "-").split("-")[0].lower(), {})


def _words_of(changes: Iterable[Change], kind: ChangeKind, lang: str) -> tuple[str, ...]:
    return tuple(
        word for change in changes if change.kind is kind for word in strength_words(change.text, lang)
    )


def _pairs(gone: tuple[str, ...], come: tuple[str, ...]) -> Iterator[tuple[str | None, str | None]]:
    if max(len(gone), len(come)) > _LONGEST_ALIGNED:
        yield from ((one, other) for one, other in zip_longest(gone, come) if one != other)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, gone, come, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(gone[i1:i2], come[j1:j2])


def _change(before: str | None, after: str | None, lang: str) -> StrengthChange:
    table = _table(lang)
    was = table[before] if before is not None else None
    now = table[after] if after is not None else None
    return StrengthChange(before, after, direction(was, now))
