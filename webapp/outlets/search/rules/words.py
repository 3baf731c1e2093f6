"""The words of a text as they are compared: the same for every way of writing them.

Accents, vowel signs, case, width and ligatures make no difference; Arabic letters that differ in their hamza alone
are one. Han, kana, Thai, Lao, Khmer and Burmese are written without blanks: there each character with its marks is
a word, and what is asked for is a row of them. Source: Unicode, UAX 15 (NFKD), UAX 29, and 3.13 (case folding).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

import regex  # type: ignore[import-untyped]  # no stubs among the requirements

from webapp.features.instruments.rules.tokens import IGNORABLE, JOINERS, UNSPACED

LONGEST: Final = 60
"""Characters of a word that are compared; a longer one is found by its beginning."""
ARTICLES: Final = ("وال", "فال", "بال", "كال", "لل", "ال")
"""The Arabic article, with the particles that are written together with it."""
SHORTEST_STEM: Final = 3

_HALF_WIDTH_MARKS: Final = "\uff9e\uff9f"
_JOINED: Final = JOINERS + IGNORABLE
_WORD: Final = regex.compile(
    rf"""(?V1)
      [[{UNSPACED}]--\p{{M}}](?:[\u17d2\u1039]\p{{L}}|[\p{{M}}{_JOINED}{_HALF_WIDTH_MARKS}])*+
    | [[\p{{L}}\p{{M}}\p{{N}}{_JOINED}]--[{UNSPACED}]]++
    """,
    regex.VERBOSE,
)
_NOT_COMPARED: Final = regex.compile(
    rf"""(?V1)
      [[\p{{M}}&&[\p{{Zinh}}\p{{Arab}}\p{{Cyrl}}\p{{Grek}}\p{{Hebr}}\p{{Latn}}\p{{Syrc}}]]--[\u3099\u309a]]
    | [{_JOINED}\u0640\u0621]
    """,
    regex.VERBOSE,
)
"""Marks on letters (those that make another kana stay), joiners, marks of direction, the Arabic stroke and hamza."""
_SAME_LETTERS: Final = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ک": "ك",
    }
)
_HAS_WORD: Final = regex.compile(r"[\p{L}\p{N}]")
_UNSPACED_ONLY: Final = regex.compile(rf"(?V1)[{UNSPACED}]")


@dataclass(frozen=True)
class Word:
    """A word as it is compared, and where it stands in the text."""

    word: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in NFC, with their places."""
    for found in _WORD.finditer(text):
        for word in fold(found[0]):
            yield Word(word, found.start(), found.end())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in whichever form of Unicode it is written."""
    written = _WORD.findall(unicodedata.normalize("NFC", text))
    return tuple(chain.from_iterable(map(fold, written)))


@lru_cache(maxsize=1 << 15)
def fold(written: str) -> tuple[str, ...]:
    """A word as it is compared: none where only marks stand, several where one character stands for them."""
    folded = written.lower() if written.isascii() else _folded(written)
    return tuple(found[0][:LONGEST] for found in _WORD.finditer(folded) if _HAS_WORD.search(found[0]))


def without_article(word: str) -> str | None:
    """The Arabic word without its article, or None where it has none."""
    if word.isascii():
        return None
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST_STEM:
            return word[len(article) :]
    return None


def is_unspaced(word: str) -> bool:
    """Whether it is a character of a script that is written without blanks."""
    return _UNSPACED_ONLY.match(word) is not None


def _folded(written: str) -> str:
    plain = _decomposed(_decomposed(written).casefold()).casefold()
    letters = _NOT_COMPARED.sub("", plain).translate(_SAME_LETTERS)
    return unicodedata.normalize("NFC", "".join(map(_figure, letters)))


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _figure(character: str) -> str:
    """Figures of every script as 0 to 9."""
    figure = unicodedata.decimal(character, None)
    return character if figure is None else str(figure)
