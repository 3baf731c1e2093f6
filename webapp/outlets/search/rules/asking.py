"""What somebody asks for. Nothing that can be typed is an error; what has no word in it asks for nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.outlets.search.rules.words import is_unspaced, without_article, words_of

MOST_CHARACTERS: Final = 200

_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»＂「」『』", '"'))
_PART: Final = re.compile(r'(?P<minus>(?:(?<=\s)|^)[-−－]+)?(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+|"))')


@dataclass(frozen=True)
class Term:
    """Words that stand in a row. Unless they are quoted, the last of them may go on."""

    words: tuple[str, ...]
    quoted: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether a word that begins with the last one is meant too. One letter or figure alone means itself."""
        return not self.quoted and (len(self.words[-1]) > 1 or is_unspaced(self.words[-1]))

    @property
    def otherwise(self) -> str | None:
        """The one word without its article, where it has one."""
        return without_article(self.words[0]) if len(self.words) == 1 and not self.quoted else None


@dataclass(frozen=True)
class Asked:
    """Everything that is asked for must be there, and nothing that is unwanted."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted)


def read(typed: str) -> Asked:
    """What is asked for: words in any order, `"words in quotation marks"` in a row, and a minus before what must not be."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    text = unicodedata.normalize("NFC", typed).translate(_QUOTES)
    for found in _PART.finditer(text):
        quoted = found["quoted"] is not None
        words = words_of(found["quoted"] if quoted else found["plain"])
        if words:
            (unwanted if found["minus"] else wanted).append(Term(words, quoted))
    return Asked(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def matches(asked: Asked, words: Sequence[str]) -> bool:
    """Whether a text with these words is what is asked for: the law that both databases follow."""
    return (
        bool(asked)
        and all(places(term, words) for term in asked.wanted)
        and not any(places(term, words) for term in asked.unwanted)
    )


def places(term: Term, words: Sequence[str]) -> list[int]:
    """Where the term stands among the words."""
    many = len(term.words)
    return [
        place
        for place in range(len(words) - many + 1)
        if _stands(term, words[place : place + many]) or _stands_otherwise(term, words[place])
    ]


def _stands(term: Term, words: Sequence[str]) -> bool:
    *others, last = term.words
    return list(words[:-1]) == others and _is(term, words[-1], last)


def _stands_otherwise(term: Term, word: str) -> bool:
    """With an article in the text, in the question, or in both."""
    if len(term.words) > 1:
        return False
    stem = without_article(word)
    sought = [one for one in (term.words[0], term.otherwise) if one is not None]
    return any(_is(term, found, one) for found in (word, stem) if found is not None for one in sought)


def _is(term: Term, word: str, sought: str) -> bool:
    return word.startswith(sought) if term.goes_on else word == sought
