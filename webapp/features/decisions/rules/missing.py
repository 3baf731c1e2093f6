"""What is still missing: per clause and per group, where it stands and how many more members it takes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from .ballot import Amount, Ballot
from .electorate import NO_POSITION, Effect, Option
from .evaluate import evaluate
from .outcome import AllOutcome, AnyOutcome, ClauseOutcome, Figures, NodeOutcome, NotOutcome
from .record import Record
from .rule import AllOf, AnyOf, Clause, Not, Relation, options_counted

_UPWARD = (Relation.AT_LEAST, Relation.MORE_THAN)


@dataclass(frozen=True)
class More:
    """The smallest number of further members that makes a clause hold, if each takes one of these options."""

    members: int
    options: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Where a clause stands in one group, or, with `group` None, as a whole.

    `limit` is the smallest count that is enough at the present `of`, or the largest that is allowed; None
    where there is no such count. For a sum of weights it is the exact bound, and `more` is None: which
    members would be enough depends on who they are.
    """

    group: str | None
    figures: Figures
    holds: bool
    limit: Amount | None
    more: More | None


@dataclass(frozen=True)
class ClauseLine:
    """A clause in the order of the rule; `path` has the index at every level, `negated` an odd number of
    `not` around it, `alternative` an `any`.
    """

    clause: Clause
    path: tuple[int, ...]
    negated: bool
    alternative: bool
    holds: bool
    standings: tuple[Standing, ...]


def missing(record: Record) -> tuple[ClauseLine, ...]:
    """One line for every clause that the question needs to pass, with the positions so far."""
    lines: list[ClauseLine] = []
    reading = _Reading(Ballot(record), record.options, lines)
    reading.node(record.rule.passes, evaluate(record).tree, (), negated=False, alternative=False)
    return tuple(lines)


class _Reading:
    def __init__(self, ballot: Ballot, options: tuple[Option, ...], lines: list[ClauseLine]) -> None:
        self._ballot = ballot
        self._options = options
        self._lines = lines

    def node(
        self,
        node: AllOf | AnyOf | Not | Clause,
        outcome: NodeOutcome,
        path: tuple[int, ...],
        *,
        negated: bool,
        alternative: bool,
    ) -> None:
        match node, outcome:
            case AllOf() | AnyOf(), AllOutcome() | AnyOutcome():
                alternative = alternative or isinstance(node, AnyOf)
                for index, (child, of_child) in enumerate(zip(node.nodes, outcome.nodes, strict=True)):
                    self.node(child, of_child, (*path, index), negated=negated, alternative=alternative)
            case Not(), NotOutcome():
                self.node(node.node, outcome.node, (*path, 0), negated=not negated, alternative=alternative)
            case Clause(), ClauseOutcome():
                standings = self._standings(node, outcome, negated)
                self._lines.append(ClauseLine(node, path, negated, alternative, outcome.holds, standings))

    def _standings(self, clause: Clause, outcome: ClauseOutcome, negated: bool) -> tuple[Standing, ...]:
        members = self._ballot.members(clause.among)
        if clause.each is None or outcome.groups is None:
            return (self._standing(clause, None, members, outcome.figures, outcome.holds, negated),)
        sets = dict(self._ballot.groups(members, clause.each))
        return tuple(
            self._standing(clause, group.group, sets[group.group], group.figures, group.holds, negated)
            for group in outcome.groups
        )

    def _standing(
        self, clause: Clause, group: str | None, members: int, figures: Figures, holds: bool, negated: bool
    ) -> Standing:
        more = None if holds or negated or clause.sum is not None else self._more(clause, members, figures)
        return Standing(group, figures, holds, _limit(clause, figures), more)

    def _more(self, clause: Clause, members: int, figures: Figures) -> More | None:
        """By members without a position; where only heads for matter, also by members who change theirs."""
        silent = int(self._ballot.amount(members, (NO_POSITION,)))
        count = options_counted(clause.count, self._options)
        of = None if clause.of is None else options_counted(clause.of, self._options)
        steps: dict[tuple[int, int], list[str]] = {}
        for option in self._options:
            if option.effect is not Effect.OUT:
                step = (_change(option.id, count), 0 if of is None else _change(option.id, of))
                steps.setdefault(step, []).append(option.id)
        found = [
            More(needed, tuple(options))
            for step, options in steps.items()
            if (needed := _smallest(_after(clause, figures, step), silent)) is not None
        ]
        if found:
            return min(found, key=lambda more: more.members)
        everybody = {NO_POSITION, *(option.id for option in self._options)}
        if clause.bound.relation not in _UPWARD or (of is not None and of != everybody):
            return None
        return self._by_changing(clause, members, figures, count)

    def _by_changing(
        self, clause: Clause, members: int, figures: Figures, count: frozenset[str]
    ) -> More | None:
        limit = _limit(clause, figures)
        options = tuple(
            option.id for option in self._options if option.id in count and option.effect is not Effect.OUT
        )
        if limit is None or not options or limit > members.bit_count():
            return None
        return More(int(limit - figures.count), options)


def _change(option: str, counted: frozenset[str]) -> int:
    """By how much a count grows when a member without a position takes the option."""
    return (option in counted) - (NO_POSITION in counted)


def _after(clause: Clause, figures: Figures, step: tuple[int, int]) -> Callable[[int], bool]:
    def holds(members: int) -> bool:
        count = figures.count + members * step[0]
        if figures.of is None:
            return clause.bound.allows(count)
        of = figures.of + members * step[1]
        return clause.bound.allows(Fraction(count, of)) if of else clause.holds_when_empty

    return holds


def _smallest(holds: Callable[[int], bool], most: int) -> int | None:
    """The smallest number from 1 to `most`.

    A quantity changes in one direction as members are added, but where its `of` is empty: before the first of
    them, or after the last. One that moves away from the bound is near enough with the first, or never.
    """
    if most and holds(1):
        return 1
    numbers = range(1, most)
    index = bisect_left(numbers, True, key=holds)
    if index < len(numbers) and holds(numbers[index]):
        return numbers[index]
    return most if most and holds(most) else None


def _limit(clause: Clause, figures: Figures) -> Amount | None:
    if figures.of == 0:
        return None
    exact = clause.bound.value * (1 if figures.of is None else figures.of)
    if clause.sum is not None:
        return exact
    match clause.bound.relation:
        case Relation.AT_LEAST:
            return ceil(exact)
        case Relation.MORE_THAN:
            return floor(exact) + 1
        case Relation.AT_MOST:
            return floor(exact)
        case Relation.FEWER_THAN:
            return ceil(exact) - 1 if exact else None
