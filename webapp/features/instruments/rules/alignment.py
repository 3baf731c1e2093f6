"""Which tokens of one text stayed in another, found within a number of steps that is known before."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

try:
    from cydifflib import SequenceMatcher
except ImportError:  # no wheel for this platform
    from difflib import SequenceMatcher

STEPS: Final = 5_000_000
"""How many pairs of equal tokens may be looked at in one comparison."""


@dataclass(frozen=True)
class Match:
    """`size` tokens from place `i` of one text that are the tokens from place `j` of the other."""

    i: int
    j: int
    size: int


@dataclass(frozen=True)
class Gap:
    """A stretch of tokens before, `i1` to `i2`, that became the tokens after, `j1` to `j2`."""

    i1: int
    i2: int
    j1: int
    j2: int


def gaps(a: Sequence[str], b: Sequence[str]) -> list[Gap]:
    """Stretches that did not stay, in order; none is empty, begins or ends with a token that both sides share.

    Only words are matched, and blanks follow them: else two unrelated sentences would share all their blanks.
    """
    words_a, words_b = _words(a), _words(b)
    matches = _matches([a[place] for place in words_a], [b[place] for place in words_b])
    stayed = [(words_a[one.i + k], words_b[one.j + k]) for one in matches for k in range(one.size)]
    found = []
    i = j = 0
    for i_next, j_next in (*stayed, (len(a), len(b))):
        if a[i:i_next] != b[j:j_next]:
            found.append(_trimmed(Gap(i, i_next, j, j_next), a, b))
        i, j = i_next + 1, j_next + 1
    return found


def longest_first(a: Sequence[str], b: Sequence[str], steps: int) -> list[Match]:
    """The longest common stretch, then the longest before and after it, and so on while `steps` last.

    Before each search its price is known: for every token of `a`, how often it stands in `b`. What cannot be paid
    is left unmatched. The widest stretches are searched first, so that too few steps cost detail and not sense.
    """
    boxes = deque([(0, len(a), 0, len(b))])
    found = []
    while boxes:
        a_from, a_to, b_from, b_to = boxes.popleft()
        left, right = a[a_from:a_to], b[b_from:b_to]
        cost = price(left, right)
        if not left or not right or cost > steps:
            continue
        steps -= cost
        i, j, size = SequenceMatcher(None, left, right, autojunk=False).find_longest_match(
            0, len(left), 0, len(right)
        )
        if size:
            i, j = a_from + i, b_from + j
            found.append(Match(i, j, size))
            boxes += [(a_from, i, b_from, j), (i + size, a_to, j + size, b_to)]
    return sorted(found, key=lambda match: match.i)


def price(a: Sequence[str], b: Sequence[str]) -> int:
    """Steps that one search for the longest common stretch takes."""
    occurrences = Counter(b)
    return len(a) + len(b) + sum(occurrences[token] for token in a)


def _words(tokens: Sequence[str]) -> list[int]:
    """Places of all tokens but blanks; the end of a line counts as a word."""
    return [place for place, one in enumerate(tokens) if one == "\n" or not one.isspace()]


def _matches(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    middle = longest_first(a[head : len(a) - tail], b[head : len(b) - tail], STEPS)
    return [
        Match(0, 0, head),
        *(Match(head + match.i, head + match.j, match.size) for match in middle),
        Match(len(a) - tail, len(b) - tail, tail),
    ]


def _trimmed(gap: Gap, a: Sequence[str], b: Sequence[str]) -> Gap:
    left, right = a[gap.i1 : gap.i2], b[gap.j1 : gap.j2]
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    return Gap(gap.i1 + head, gap.i2 - tail, gap.j1 + head, gap.j2 - tail)


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many tokens are the same at the beginning of both."""
    shorter = min(len(a), len(b))
    return next((k for k in range(shorter) if a[k] != b[k]), shorter)
