"""Document symbols: `MAC/VP/2026/1` for the zero draft, `MAC/VP/2026/1/Rev.1` for what follows it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from webapp.base.kernel.errors import Invalid

ZERO_DRAFT: Final = 0
LONGEST_STEM: Final = 60
_STEM: Final = re.compile(r"[A-Z0-9]+(?:[-.][A-Z0-9]+)*(?:/[A-Z0-9]+(?:[-.][A-Z0-9]+)*)+")


def check_stem(stem: str) -> str:
    """The stem, if capital letters and digits in two or more parts joined by `/` make it up.

    Raises Invalid `symbol.malformed` (`stem`) or `symbol.too_long` (`length`, `limit`).
    """
    if len(stem) > LONGEST_STEM:
        raise Invalid("symbol.too_long", length=len(stem), limit=LONGEST_STEM)
    if not _STEM.fullmatch(stem):
        raise Invalid("symbol.malformed", stem=stem)
    return stem


def symbol(stem: str, ordinal: int) -> str:
    """The symbol of a revision: the stem alone for the zero draft."""
    return stem if ordinal == ZERO_DRAFT else f"{stem}/{label(ordinal)}"


def label(ordinal: int) -> str:
    """The revision as it is called, and as its symbol ends."""
    return "zero draft" if ordinal == ZERO_DRAFT else f"Rev.{ordinal}"


def next_ordinal(used: Collection[int]) -> int:
    """The ordinal after the highest ever used, so that no symbol is given twice even where one was withdrawn."""
    return max(used, default=ZERO_DRAFT - 1) + 1
