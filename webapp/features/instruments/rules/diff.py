"""What changed between two texts, word by word, so that it reads as if a person had marked it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

from .alignment import Gap, gaps
from .tokens import is_word, tokenise, without_ignorables

LONGEST: Final = 200_000
"""Characters of both texts together beyond which they are not cut into words."""
_LONG_CHANGE: Final = 3
_SENTENCE_ENDS: Final = frozenset(".;:!?。！？؟؛।")
_STRUCTURE: Final = frozenset("[]\n")


class ChangeKind(StrEnum):
    """What happened to words between two texts."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True)
class Change:
    """Words that stayed, went or came."""

    kind: ChangeKind
    text: str


def compare(before: str, after: str) -> tuple[Change, ...]:
    """Changes in reading order, each deletion before the insertion that takes its place.

    Texts of `equal` and `insert` together give `after`; of `equal` and `delete`, `before`, but for direction marks.
    Where comparing would take too long, the stretch is given as deleted and inserted whole.
    """
    if without_ignorables(before) == without_ignorables(after):
        return _changes((ChangeKind.EQUAL, after))
    if len(before) + len(after) > LONGEST:
        return _changes((ChangeKind.DELETE, before), (ChangeKind.INSERT, after))
    a, b = tokenise(before), tokenise(after)
    keys_a, keys_b = _keys(a), _keys(b)
    changed = _dissolve(gaps(keys_a, keys_b), keys_a, keys_b)
    done, found = 0, []
    for index, gap in enumerate(changed):
        floor = changed[index - 1].j2 + 1 if index else 0
        slid = _slide(gap, keys_a, keys_b, floor)
        found += [
            (ChangeKind.EQUAL, "".join(b[done : slid.j1])),
            (ChangeKind.DELETE, "".join(a[slid.i1 : slid.i2])),
            (ChangeKind.INSERT, "".join(b[slid.j1 : slid.j2])),
        ]
        done = slid.j2
    return _changes(*found, (ChangeKind.EQUAL, "".join(b[done:])))


def is_changed(changes: Sequence[Change]) -> bool:
    """Whether any words went or came."""
    return any(change.kind is not ChangeKind.EQUAL for change in changes)


def _changes(*found: tuple[ChangeKind, str]) -> tuple[Change, ...]:
    return tuple(Change(kind, text) for kind, text in found if text)


def _keys(tokens: Sequence[str]) -> tuple[str, ...]:
    return tuple(without_ignorables(token) for token in tokens)


def _dissolve(found: Sequence[Gap], a: Sequence[str], b: Sequence[str]) -> list[Gap]:
    """Join gaps that only a blank, a comma or one word among long changes keeps apart."""
    words_a = list(accumulate(map(is_word, a), initial=0))
    words_b = list(accumulate(map(is_word, b), initial=0))

    def words_in(gap: Gap) -> int:
        return max(words_a[gap.i2] - words_a[gap.i1], words_b[gap.j2] - words_b[gap.j1])

    joined: list[Gap] = []
    for gap in found:
        if joined:
            last = joined[-1]
            words = words_b[gap.j1] - words_b[last.j2]
            allowed = int(words_in(last) >= _LONG_CHANGE <= words_in(gap))
            if words <= allowed and not _STRUCTURE.intersection(b[last.j2 : gap.j1]):
                joined[-1] = Gap(last.i1, gap.i2, last.j1, gap.j2)
                continue
        joined.append(gap)
    return joined


def _slide(gap: Gap, a: Sequence[str], b: Sequence[str], floor: int) -> Gap:
    """Of the places where the same insertion or deletion can be shown, the one that begins where a reader would.

    `floor` is the first token after that the gap may begin at.
    """
    if gap.i1 == gap.i2:
        keys, start, end = b, gap.j1, gap.j2
    elif gap.j1 == gap.j2:
        keys, start, end = a, gap.i1, gap.i2
    else:
        return gap
    best, best_rank, shift = 0, _rank(keys, start), 0
    while gap.j1 - shift > floor and keys[start - shift - 1] == keys[end - shift - 1]:
        shift += 1
        rank = _rank(keys, start - shift)
        if rank > best_rank:
            best, best_rank = shift, rank
    return Gap(gap.i1 - best, gap.i2 - best, gap.j1 - best, gap.j2 - best)


def _rank(keys: Sequence[str], start: int) -> int:
    if start == 0 or keys[start - 1] == "\n":
        return 3
    if not keys[start - 1].isspace():
        return 0
    return 2 if start > 1 and keys[start - 2] in _SENTENCE_ENDS else 1
