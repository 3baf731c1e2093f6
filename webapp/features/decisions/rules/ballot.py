"""The counting positions of an electorate, ready to be counted by heads or by weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Final, TypeAlias

from .electorate import NO_POSITION
from .record import Position, Record
from .rule import Among, Discard, Each
from .shapes import is_blank

Amount: TypeAlias = int | Fraction

# Wider weights than any statistic has are added one by one.
_WIDEST_PLANES: Final = 128


@dataclass(frozen=True)
class Discarded:
    delegation: str
    option: str


class Ballot:
    """Counts sets of delegations, each an integer with one bit per delegation.

    So that a rule of many clauses stays quick for thousands of delegations: a filter is a few operations
    on integers, a head count the number of bits.
    """

    def __init__(self, record: Record) -> None:
        self._electorate = record.electorate
        self.options = (*(option.id for option in record.options), NO_POSITION)
        ids = [elector.id for elector in self._electorate]
        counting = counting_positions(record.positions)
        standing = {
            id_: position
            for id_, position in counting.items()
            if not any(_is_discarded(position, discard) for discard in record.rule.discards)
        }
        self.discarded = tuple(
            Discarded(id_, counting[id_].option) for id_ in ids if id_ in counting and id_ not in standing
        )
        self.ad_referendum = tuple(
            id_ for id_ in ids if id_ in standing and standing[id_].ad_referendum is not None
        )
        self.everybody = (1 << len(ids)) - 1
        self._by_option = self._sets(
            [(standing[id_].option if id_ in standing else NO_POSITION,) for id_ in ids]
        )
        self._weights: dict[str, Weights] = {}

    def members(self, among: Among | None) -> int:
        """The delegations that match the filter."""
        if among is None:
            return self.everybody
        members = self.everybody
        if among.constituency is not None:
            members &= _union(self._by_constituency, among.constituency)
        if among.tags is not None:
            members &= _union(self._by_tag, among.tags)
        if among.ids is not None:
            members &= _union(self._by_id, among.ids)
        return members if among.excluded is None else members & ~self.members(among.excluded)

    def groups(self, members: int, each: Each) -> Iterator[tuple[str, int]]:
        """The groups that have any of the members, by code point of their names."""
        sets = self._by_constituency if each.tags is None else self._by_tag
        for name in sorted(sets if each.tags is None else each.tags):
            group = members & sets.get(name, 0)
            if group:
                yield name, group

    def amount(self, members: int, options: Iterable[str], weight: str | None = None) -> Amount:
        """How many of the members took one of the options, or the sum of their weights."""
        counted = members & _union(self._by_option, options)
        return counted.bit_count() if weight is None else self._weighed(weight).total(counted)

    @cached_property
    def _by_constituency(self) -> Mapping[str, int]:
        return self._sets([(elector.constituency,) for elector in self._electorate])

    @cached_property
    def _by_tag(self) -> Mapping[str, int]:
        return self._sets([elector.tags for elector in self._electorate])

    @cached_property
    def _by_id(self) -> Mapping[str, int]:
        return self._sets([(elector.id,) for elector in self._electorate])

    def _weighed(self, name: str) -> Weights:
        if name not in self._weights:
            # Whoever lacks the weight is in no filter that sums it: the record would not be valid.
            self._weights[name] = Weights(
                [elector.weights.get(name, Fraction(0)) for elector in self._electorate]
            )
        return self._weights[name]

    @staticmethod
    def _sets(names: list[tuple[str, ...]]) -> dict[str, int]:
        sets: dict[str, int] = {}
        bit = 1 << len(names)
        for of_delegation in names:
            bit >>= 1
            for name in of_delegation:
                sets[name] = sets.get(name, 0) | bit
        return sets


class Weights:
    """The weights of an electorate, the first delegation's at the highest bit of a set."""

    def __init__(self, values: list[Fraction]) -> None:
        self._scale = lcm(*{value.denominator for value in values})
        self._parts = [value.numerator * (self._scale // value.denominator) for value in values]
        width = max(1, *(part.bit_length() for part in self._parts))
        self._planes = _bit_planes(self._parts, width) if width <= _WIDEST_PLANES else None

    def total(self, members: int) -> Amount:
        """The exact sum of the members' weights."""
        if self._planes is None:
            bits = format(members, f"0{len(self._parts)}b")
            total = sum(part for part, bit in zip(self._parts, bits, strict=True) if bit == "1")
        else:
            total = sum((members & plane).bit_count() << power for power, plane in self._planes)
        return total if self._scale == 1 else Fraction(total, self._scale)


def _bit_planes(parts: list[int], width: int) -> list[tuple[int, int]]:
    """For each power of two the set of those whose weight contains it: sums become counts of bits."""
    digits = "".join([format(part, f"0{width}b") for part in parts])
    return [(width - 1 - place, int(digits[place::width], 2)) for place in range(width)]


def _union(sets: Mapping[str, int], names: Iterable[str]) -> int:
    union = 0
    for name in names:
        union |= sets.get(name, 0)
    return union


def counting_positions(positions: Iterable[Position]) -> dict[str, Position]:
    """The latest position of each delegation; of several at the same instant the later in the list."""
    counting: dict[str, Position] = {}
    for position in positions:
        earlier = counting.get(position.delegation)
        if earlier is None or earlier.at <= position.at:
            counting[position.delegation] = position
    return counting


def _is_discarded(position: Position, discard: Discard) -> bool:
    if position.option not in discard.options:
        return False
    return not discard.without_reason or position.reason is None or is_blank(position.reason)
