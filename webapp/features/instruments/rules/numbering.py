"""Numbers of elements and provisions, from their order alone.

Principles, guidelines and practices are numbered each in a series of its own: `3`, `G2`, `PR1`; their provisions
`3.1`, `G2.1`, `PR1.1`. Preamble, definitions, scope and annexes are titles without a number; their provisions run on
through all elements of the kind: `P.1`, `D.1`, `S.1`, `A.1`. So no number occurs twice in a revision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from .enums import ElementKind

SERIES: Final[Mapping[ElementKind, str]] = {
    ElementKind.PRINCIPLE: "",
    ElementKind.GUIDELINE: "G",
    ElementKind.PRACTICE: "PR",
}
RUNNING_ON: Final[Mapping[ElementKind, str]] = {
    ElementKind.PREAMBLE: "P",
    ElementKind.DEFINITION: "D",
    ElementKind.SCOPE: "S",
    ElementKind.ANNEX: "A",
}


@dataclass(frozen=True)
class ElementOutline:
    """An element in its place, and how many provisions it has."""

    kind: ElementKind
    provisions: int


@dataclass(frozen=True)
class ElementNumbers:
    """The number of an element and of each of its provisions."""

    number: str
    """Empty for an element that is a title without a number."""
    provisions: tuple[str, ...]


def number_elements(outline: Iterable[ElementOutline]) -> tuple[ElementNumbers, ...]:
    """The numbers of each element of a text, in the order given."""
    elements: Counter[ElementKind] = Counter()
    provisions: Counter[ElementKind] = Counter()
    numbers = []
    for element in outline:
        kind = element.kind
        elements[kind] += 1
        if kind in SERIES:
            number, first = f"{SERIES[kind]}{elements[kind]}", 1
            prefix = number
        else:
            number, first = "", provisions[kind] + 1
            prefix = RUNNING_ON[kind]
        provisions[kind] += element.provisions
        places = range(first, first + element.provisions)
        numbers.append(ElementNumbers(number, tuple(f"{prefix}.{place}" for place in places)))
    return tuple(numbers)
