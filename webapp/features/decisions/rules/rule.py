"""A rule of decision as a value: conditions over counted positions, and which positions do not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from .documents import Json
from .electorate import CAST, ELECTORATE, NO_POSITION, Effect, Elector, Option


class Relation(StrEnum):
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"


@dataclass(frozen=True)
class Bound:
    """`written` is the figure as the rule has it, `value` the exact number it stands for."""

    relation: Relation
    value: Fraction
    written: int | str

    def allows(self, quantity: Fraction | int) -> bool:
        match self.relation:
            case Relation.AT_LEAST:
                return quantity >= self.value
            case Relation.MORE_THAN:
                return quantity > self.value
            case Relation.AT_MOST:
                return quantity <= self.value
            case Relation.FEWER_THAN:
                return quantity < self.value


@dataclass(frozen=True)
class TheseOptions:
    ids: tuple[str, ...]


@dataclass(frozen=True)
class WithEffects:
    effects: tuple[Effect, ...]


class Everyone(StrEnum):
    """`cast`: whoever took a position and is not recused; `electorate`: everybody."""

    CAST = CAST
    ELECTORATE = ELECTORATE


Counted: TypeAlias = TheseOptions | WithEffects | Everyone


def options_counted(counted: Counted, options: Iterable[Option]) -> frozenset[str]:
    """The ids, `none` included, of the options that a clause counts."""
    match counted:
        case TheseOptions(ids):
            return frozenset(ids)
        case WithEffects(effects):
            return frozenset(option.id for option in options if option.effect in effects)
        case Everyone.CAST:
            return frozenset(option.id for option in options if option.effect is not Effect.OUT)
        case Everyone.ELECTORATE:
            return frozenset(option.id for option in options) | {NO_POSITION}


@dataclass(frozen=True)
class Among:
    """A filter on the electorate; every key that is given must match, a list by any of its names."""

    constituency: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    ids: tuple[str, ...] | None = None
    excluded: Among | None = None

    def matcher(self) -> Callable[[Elector], bool]:
        """The filter prepared for a long electorate."""
        constituency = None if self.constituency is None else frozenset(self.constituency)
        tags = None if self.tags is None else frozenset(self.tags)
        ids = None if self.ids is None else frozenset(self.ids)
        excluded = None if self.excluded is None else self.excluded.matcher()

        def matches(elector: Elector) -> bool:
            return (
                (constituency is None or elector.constituency in constituency)
                and (tags is None or not tags.isdisjoint(elector.tags))
                and (ids is None or elector.id in ids)
                and (excluded is None or not excluded(elector))
            )

        return matches


@dataclass(frozen=True)
class Each:
    """Groups by constituency, or one group for every tag of `tags`."""

    tags: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Clause:
    count: Counted
    bound: Bound
    of: Counted | None = None
    sum: str | None = None
    among: Among | None = None
    each: Each | None = None
    holds_when_empty: bool = False
    title: str | None = None


@dataclass(frozen=True)
class AllOf:
    nodes: tuple[Node, ...]
    title: str | None = None


@dataclass(frozen=True)
class AnyOf:
    nodes: tuple[Node, ...]
    title: str | None = None


@dataclass(frozen=True)
class Not:
    node: Node
    title: str | None = None


Node: TypeAlias = Clause | AllOf | AnyOf | Not


@dataclass(frozen=True)
class Discard:
    """Positions that count as none: with one of these options, and, if so set, without a reason."""

    options: tuple[str, ...]
    without_reason: bool = False


@dataclass(frozen=True)
class Rule:
    passes: Node
    fails: Node | None = None
    discards: tuple[Discard, ...] = ()
    title: str | None = None


def write_rule(rule: Rule) -> dict[str, Json]:
    """The rule as plain JSON, equal to what it was read from."""
    written: dict[str, Json] = {"pass": _write_node(rule.passes)}
    if rule.title is not None:
        written["title"] = rule.title
    if rule.fails is not None:
        written["fail"] = _write_node(rule.fails)
    if rule.discards:
        written["discard"] = [_write_discard(discard) for discard in rule.discards]
    return written


def _write_discard(discard: Discard) -> Json:
    written: dict[str, Json] = {"options": list(discard.options)}
    return {**written, "without": "reason"} if discard.without_reason else written


def _write_node(node: Node) -> Json:
    titled: dict[str, Json] = {} if node.title is None else {"title": node.title}
    match node:
        case AllOf(nodes):
            return {**titled, "all": [_write_node(each) for each in nodes]}
        case AnyOf(nodes):
            return {**titled, "any": [_write_node(each) for each in nodes]}
        case Not(inner):
            return {**titled, "not": _write_node(inner)}
        case Clause():
            return {**titled, **_write_clause(node)}


def _write_clause(clause: Clause) -> dict[str, Json]:
    written: dict[str, Json] = {"count": _write_counted(clause.count)}
    written[clause.bound.relation.value] = clause.bound.written
    if clause.of is not None:
        written["of"] = _write_counted(clause.of)
    if clause.sum is not None:
        written["sum"] = clause.sum
    if clause.among is not None:
        written["among"] = _write_among(clause.among)
    if clause.each is not None:
        tags = clause.each.tags
        written["each"] = "constituency" if tags is None else {"tags": list(tags)}
    if clause.holds_when_empty:
        written["when_empty"] = "holds"
    return written


def _write_counted(counted: Counted) -> Json:
    match counted:
        case TheseOptions(ids):
            return list(ids)
        case WithEffects(effects):
            return {"effects": [effect.value for effect in effects]}
        case Everyone():
            return counted.value


def _write_among(among: Among) -> Json:
    lists = {"constituency": among.constituency, "tags": among.tags, "ids": among.ids}
    written: dict[str, Json] = {key: list(names) for key, names in lists.items() if names is not None}
    if among.excluded is not None:
        written["not"] = _write_among(among.excluded)
    return written
