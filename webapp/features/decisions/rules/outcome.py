"""The outcome of a decision, clause by clause, and its one spelling in bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeAlias

from .ballot import Amount, Discarded
from .documents import Json, write_document
from .numbers import write_amount, write_fraction
from .rule import Bound

FORMAT: Final = "concord-outcome/1"


class Result(StrEnum):
    """`undecided` only where the rule says when a question fails."""

    PASSED = "passed"
    FAILED = "failed"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Figures:
    """`of` is None where the clause has none; `ratio` also where `of` is 0."""

    count: Amount
    of: Amount | None
    ratio: Fraction | None


@dataclass(frozen=True)
class GroupOutcome:
    group: str
    figures: Figures
    holds: bool


@dataclass(frozen=True)
class ClauseOutcome:
    """With `each` there are `groups`, which alone decide `holds`; the figures are those of all."""

    holds: bool
    figures: Figures
    bound: Bound
    groups: tuple[GroupOutcome, ...] | None
    title: str | None = None


@dataclass(frozen=True)
class AllOutcome:
    holds: bool
    nodes: tuple[NodeOutcome, ...]
    title: str | None = None


@dataclass(frozen=True)
class AnyOutcome:
    holds: bool
    nodes: tuple[NodeOutcome, ...]
    title: str | None = None


@dataclass(frozen=True)
class NotOutcome:
    holds: bool
    node: NodeOutcome
    title: str | None = None


NodeOutcome: TypeAlias = ClauseOutcome | AllOutcome | AnyOutcome | NotOutcome


@dataclass(frozen=True)
class Tally:
    """Heads per option after discarding, of all and per constituency."""

    total: Mapping[str, int]
    constituency: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Outcome:
    result: Result
    rule: str | None
    tree: NodeOutcome
    fail_tree: NodeOutcome | None
    tally: Tally
    discarded: tuple[Discarded, ...]
    ad_referendum: tuple[str, ...]


def to_json(outcome: Outcome) -> bytes:
    """The published bytes: equal outcomes are equal bytes."""
    return write_document(
        {
            "format": FORMAT,
            "result": outcome.result.value,
            "rule": outcome.rule,
            "tree": _node(outcome.tree),
            "fail_tree": None if outcome.fail_tree is None else _node(outcome.fail_tree),
            "tally": {
                "total": dict(outcome.tally.total),
                "constituency": {name: dict(heads) for name, heads in outcome.tally.constituency.items()},
            },
            "discarded": [
                {"delegation": discarded.delegation, "option": discarded.option}
                for discarded in outcome.discarded
            ],
            "ad_referendum": list(outcome.ad_referendum),
        }
    )


def _node(node: NodeOutcome) -> Json:
    written: dict[str, Json] = {"holds": node.holds}
    if node.title is not None:
        written["title"] = node.title
    match node:
        case AllOutcome():
            written["all"] = [_node(child) for child in node.nodes]
        case AnyOutcome():
            written["any"] = [_node(child) for child in node.nodes]
        case NotOutcome():
            written["not"] = _node(node.node)
        case ClauseOutcome():
            written |= _figures(node.figures)
            written["bound"] = {node.bound.relation.value: node.bound.written}
            if node.groups is not None:
                written["groups"] = [_group(group) for group in node.groups]
    return written


def _group(group: GroupOutcome) -> Json:
    return {"group": group.group, "holds": group.holds, **_figures(group.figures)}


def _figures(figures: Figures) -> dict[str, Json]:
    return {
        "count": write_amount(figures.count),
        "of": None if figures.of is None else write_amount(figures.of),
        "ratio": None if figures.ratio is None else write_fraction(figures.ratio),
    }
