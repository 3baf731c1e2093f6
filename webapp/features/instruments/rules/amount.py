"""How much changed, in words counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .diff import Change, ChangeKind
from .tokens import is_word, tokenise


@dataclass(frozen=True)
class Amount:
    """How many words a text has now, and how many of a comparison came and went."""

    words: int
    inserted: int
    deleted: int


def amount(changes: Iterable[Change]) -> Amount:
    """The words of a redline, counted by kind."""
    counted = dict.fromkeys(ChangeKind, 0)
    for change in changes:
        counted[change.kind] += sum(is_word(token) for token in tokenise(change.text))
    inserted = counted[ChangeKind.INSERT]
    return Amount(counted[ChangeKind.EQUAL] + inserted, inserted, counted[ChangeKind.DELETE])
