"""Evaluates a record: a pure function, so that anybody can reach the same outcome."""

from __future__ import annotations

from fractions import Fraction

from .ballot import Ballot
from .electorate import Option
from .outcome import (
    AllOutcome,
    AnyOutcome,
    ClauseOutcome,
    Figures,
    GroupOutcome,
    NodeOutcome,
    NotOutcome,
    Outcome,
    Result,
    Tally,
)
from .record import Record
from .rule import AllOf, AnyOf, Clause, Each, Node, Not, options_counted


def evaluate(record: Record) -> Outcome:
    ballot = Ballot(record)
    evaluation = _Evaluation(ballot, record.options)
    tree = evaluation.node(record.rule.passes)
    fail_tree = None if record.rule.fails is None else evaluation.node(record.rule.fails)
    return Outcome(
        result=_result(tree, fail_tree),
        rule=record.rule.title,
        tree=tree,
        fail_tree=fail_tree,
        tally=tally_of(ballot),
        discarded=ballot.discarded,
        ad_referendum=ballot.ad_referendum,
    )


def tally(record: Record) -> Tally:
    """Heads per option, without an outcome: for an indication, or before closing."""
    return tally_of(Ballot(record))


def tally_of(ballot: Ballot) -> Tally:
    def heads(members: int) -> dict[str, int]:
        return {option: int(ballot.amount(members, (option,))) for option in ballot.options}

    constituencies = ballot.groups(ballot.everybody, Each())
    return Tally(heads(ballot.everybody), {name: heads(members) for name, members in constituencies})


def _result(tree: NodeOutcome, fail_tree: NodeOutcome | None) -> Result:
    if tree.holds:
        return Result.PASSED
    return Result.FAILED if fail_tree is None or fail_tree.holds else Result.UNDECIDED


class _Evaluation:
    def __init__(self, ballot: Ballot, options: tuple[Option, ...]) -> None:
        self._ballot = ballot
        self._options = options

    def node(self, node: Node) -> NodeOutcome:
        match node:
            case AllOf():
                nodes = tuple(self.node(child) for child in node.nodes)
                return AllOutcome(all(child.holds for child in nodes), nodes, node.title)
            case AnyOf():
                nodes = tuple(self.node(child) for child in node.nodes)
                return AnyOutcome(any(child.holds for child in nodes), nodes, node.title)
            case Not():
                inner = self.node(node.node)
                return NotOutcome(not inner.holds, inner, node.title)
            case Clause():
                return self._clause(node)

    def _clause(self, clause: Clause) -> ClauseOutcome:
        members = self._ballot.members(clause.among)
        figures = self._figures(clause, members)
        if clause.each is None:
            return ClauseOutcome(holds(clause, figures), figures, clause.bound, None, clause.title)
        groups = []
        for name, group in self._ballot.groups(members, clause.each):
            of_group = self._figures(clause, group)
            groups.append(GroupOutcome(name, of_group, holds(clause, of_group)))
        every = all(group.holds for group in groups) if groups else clause.holds_when_empty
        return ClauseOutcome(every, figures, clause.bound, tuple(groups), clause.title)

    def _figures(self, clause: Clause, members: int) -> Figures:
        count = self._ballot.amount(members, options_counted(clause.count, self._options), clause.sum)
        if clause.of is None:
            return Figures(count, None, None)
        of = self._ballot.amount(members, options_counted(clause.of, self._options), clause.sum)
        return Figures(count, of, Fraction(count, of) if of else None)


def holds(clause: Clause, figures: Figures) -> bool:
    if figures.of is None:
        return clause.bound.allows(figures.count)
    return clause.holds_when_empty if figures.ratio is None else clause.bound.allows(figures.ratio)
