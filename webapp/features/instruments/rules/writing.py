"""Text as it comes in: made uniform where that changes nothing for a reader, refused where it would."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from webapp.base.kernel.errors import Invalid

_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n?|[\u2028\u2029]")


class TextFault(Invalid):
    """A text that cannot be kept as it stands.

    Codes: `text.control_character` (`position` in code points from 0, `character` as `U+0007`),
    `text.lone_surrogate` (the same facts), `text.too_long` (`length`, `limit`, in code points).
    """


def clean(text: str, limit: int) -> str:
    """The text in NFC, its lines ended by U+000A, without blanks at the end of a line or of the whole.

    Direction marks and joiners are kept, since right-to-left and Indic texts need them. Of the control
    characters only the tab and the end of a line may occur. Raises TextFault.
    """
    refused = _REFUSED.search(text)
    if refused:
        character = ord(refused[0])
        code = "text.lone_surrogate" if 0xD800 <= character <= 0xDFFF else "text.control_character"
        raise TextFault(code, position=refused.start(), character=f"U+{character:04X}")
    normal = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    cleaned = "\n".join(line.rstrip() for line in normal.split("\n")).rstrip("\n")
    if len(cleaned) > limit:
        raise TextFault("text.too_long", length=len(cleaned), limit=limit)
    return cleaned
