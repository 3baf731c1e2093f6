"""Words as the full-text engines store and seek them, so that SQLite and PostgreSQL find the same.

Each word is written in letters and figures of ASCII, which neither engine takes apart, and begins with the key of
those who may read it: an engine that seeks for one reader never opens the list of a word that only others read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from webapp.outlets.search.rules.asking import Asked, Term
from webapp.outlets.search.rules.words import without_article, words_of

_Row = Callable[[Sequence[str], bool], str]

GAP = "0"
"""Stands between two texts. No word is written so: what stands in a row does not pass it."""
KEY_LENGTH = 8
MOST_WORDS = 15_000
"""Words of one entry that are stored; PostgreSQL knows no place beyond 16,383."""


def key_of(identifier: str) -> str:
    """What the words begin with that whoever has this identifier among theirs may read."""
    return f"k{identifier[:KEY_LENGTH]}w"


def written(word: str) -> str:
    """A word in ASCII, character by character, so that a beginning stays a beginning."""
    if word.isascii() and "x" not in word and "X" not in word:
        return word
    return "".join(map(_written, word))


def document(key: str, texts: Iterable[str]) -> str:
    """What is stored for these texts: their words, then, apart, the Arabic ones without their article."""
    every = [words_of(text) for text in texts]
    stems = dict.fromkeys(
        stem for word in chain.from_iterable(every) if (stem := without_article(word)) is not None
    )
    lists = [*every, *((stem,) for stem in stems)]
    lexemes = chain.from_iterable((GAP, *(key + written(word) for word in words)) for words in lists if words)
    return " ".join(list(lexemes)[:MOST_WORDS])


def for_sqlite(asked: Asked, keys: Sequence[str]) -> str:
    """The same question in the language of FTS5."""
    return " OR ".join(f"({_for_sqlite(asked, key)})" for key in keys)


def for_postgresql(asked: Asked, keys: Sequence[str]) -> str:
    """The same question as a `tsquery`."""
    return " | ".join(f"({_for_postgresql(asked, key)})" for key in keys)


def _for_sqlite(asked: Asked, key: str) -> str:
    wanted = " AND ".join(_either(term, key, _sqlite_row, " OR ") for term in asked.wanted)
    if not asked.unwanted:
        return wanted
    unwanted = " OR ".join(_either(term, key, _sqlite_row, " OR ") for term in asked.unwanted)
    return f"({wanted}) NOT ({unwanted})"


def _for_postgresql(asked: Asked, key: str) -> str:
    wanted = [_either(term, key, _postgresql_row, " | ") for term in asked.wanted]
    unwanted = [f"!{_either(term, key, _postgresql_row, ' | ')}" for term in asked.unwanted]
    return " & ".join([*wanted, *unwanted])


def _either(term: Term, key: str, row: _Row, otherwise: str) -> str:
    rows = [term.words] if term.otherwise is None else [term.words, (term.otherwise,)]
    told = otherwise.join(row([key + written(word) for word in words], term.goes_on) for words in rows)
    return f"({told})"


def _sqlite_row(lexemes: Sequence[str], goes_on: bool) -> str:
    return f'"{" ".join(lexemes)}"{" *" if goes_on else ""}'


def _postgresql_row(lexemes: Sequence[str], goes_on: bool) -> str:
    return " <-> ".join(f"'{one}'" for one in lexemes) + (":*" if goes_on else "")


def _written(character: str) -> str:
    """Other characters by their code, which cannot be mistaken for letters: `x` itself is written twice."""
    if character == "x":
        return "xx"
    if character.isascii():
        return character
    code = ord(character)
    return f"x{code:04x}" if code <= 0xFFFF else f"xy{code:06x}"
