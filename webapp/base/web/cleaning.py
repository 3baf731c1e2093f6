"""Typed text made clean: Unicode NFC, one kind of line end, no control characters."""

from __future__ import annotations

import re
import unicodedata

from webapp.base.kernel.errors import Invalid

ACCEPTED_CONTROLS = "\n\r\t"
LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def clean_text(typed: str, limit: int) -> str:
    """Text of several lines, without blanks at its end.

    Raises Invalid where a control character is in it or where it is longer than `limit` characters after cleaning.
    Marks of direction and joiners stay: they are part of Arabic, Hebrew, Persian and Indic words.
    """
    lines = _checked(typed).split("\n")
    return _within("\n".join(line.rstrip() for line in lines).strip("\n"), limit)


def clean_line(typed: str, limit: int) -> str:
    """Text of one line: every run of white space becomes one blank. Raises Invalid like `clean_text`."""
    line = " ".join(_checked(typed).split())
    return _within(line, limit)


def _checked(typed: str) -> str:
    for position, character in enumerate(typed):
        if unicodedata.category(character) in ("Cc", "Cs") and character not in ACCEPTED_CONTROLS:
            raise Invalid("text.control_character", position=position, character=f"U+{ord(character):04X}")
    return unicodedata.normalize("NFC", LINE_END.sub("\n", typed))


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Invalid("text.too_long", length=len(text), limit=limit)
    return text
