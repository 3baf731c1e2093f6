"""A text cut into what a reader takes for a word, in any script.

Han, kana, Thai, Lao, Khmer and Burmese are written without blanks: there each character with its marks is a token,
and so is one with what is stacked under it. Elsewhere a token is letters, marks and digits, joined by apostrophe
or hyphen; a run of blanks; the end of a line; or else one grapheme (Unicode UAX 29). Source: libraries.md, "text".
"""

from __future__ import annotations

from typing import Final

import regex  # type: ignore[import-untyped]  # no stubs among the requirements

IGNORABLE: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Direction marks, as the inside of a character class: they steer the order of display and are not words."""

UNSPACED: Final = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
    "\u3006\u30fc\uff70"  # used with Han and kana, though they belong to no script
)
"""Scripts that are written without blanks, as the inside of a character class."""
JOINERS: Final = "\u00ad\u200c\u200d"
"""Characters inside a word that are not seen, as the inside of a character class."""
_WORD: Final = rf"[[\p{{L}}\p{{M}}\p{{N}}{JOINERS}]--[{UNSPACED}]]"
_LINK: Final = r"['’\-‐‑\u05be\u05f3\u05f4]"
_TOKEN: Final = regex.compile(
    rf"""(?V1)
      (?P<ignorable>[{IGNORABLE}]++)
    | [[{UNSPACED}]--\p{{M}}](?:[\u17d2\u1039]\p{{L}}|[\p{{M}}{JOINERS}])*+
    | {_WORD}++(?:[{IGNORABLE}]*+(?:{_LINK}[{IGNORABLE}]*+)?{_WORD}++)*+
    | \n
    | [\s--\n]++
    | \X
    """,
    regex.VERBOSE | regex.DOTALL,
)
_IGNORABLES: Final = regex.compile(rf"[{IGNORABLE}]+")
_HAS_WORD: Final = regex.compile(r"[\p{L}\p{N}]")


def tokenise(text: str) -> tuple[str, ...]:
    """The tokens of a text; joined they are the text.

    Direction marks stand at the end of the token before them, at the beginning of the first one, or inside a word.
    """
    tokens: list[str] = []
    leading = ""
    for found in _TOKEN.finditer(text):
        token = found[0]
        if found.lastgroup is None:
            tokens.append(leading + token)
            leading = ""
        elif tokens:
            tokens[-1] += token
        else:
            leading = token
    return (*tokens, leading) if leading else tuple(tokens)


def without_ignorables(text: str) -> str:
    """What counts of a text when two are compared."""
    return str(_IGNORABLES.sub("", text))


def is_word(token: str) -> bool:
    """Whether a token has a letter or a digit, and is not blank or punctuation alone."""
    return _HAS_WORD.search(token) is not None
