"""Typed text made uniform where that changes nothing for a reader, and refused where it would."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from webapp.base.kernel.errors import Invalid

_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n?|[\u2028\u2029]")


def clean_text(typed: str, limit: int) -> str:
    """Text of several lines in NFC: lines ended by U+000A, no blanks at the end of a line, no empty line around it.

    Marks of direction and joiners stay: they are part of Arabic, Hebrew, Persian and Indic words. Of the control
    characters only the tab and the end of a line may occur. Cleaning twice changes nothing more.

    Raises Invalid `text.control_character` or `text.lone_surrogate` (`position` in code points from 0, `character`
    as `U+0007`), and `text.too_long` (`length` and `limit` in code points, after cleaning).
    """
    lines = _checked(typed).split("\n")
    return _within("\n".join(line.rstrip() for line in lines).strip("\n"), limit)


def clean_line(typed: str, limit: int) -> str:
    """Text of one line: every run of white space becomes one blank. Raises Invalid like `clean_text`."""
    return _within(" ".join(_checked(typed).split()), limit)


def _checked(typed: str) -> str:
    refused = _REFUSED.search(typed)
    if refused:
        character = ord(refused[0])
        code = "text.lone_surrogate" if 0xD800 <= character <= 0xDFFF else "text.control_character"
        raise Invalid(code, position=refused.start(), character=f"U+{character:04X}")
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", typed))


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Invalid("text.too_long", length=len(text), limit=limit)
    return text
