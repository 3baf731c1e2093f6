"""Reads a rule from plain JSON, with every fault at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from .documents import Json, Unreadable, inspect_value
from .electorate import EFFECTS, NO_POSITION, Effect, Elector, Option, Roll
from .faults import Fault, FaultCode, Faults, InvalidRecordError, Token, item_place, key_place
from .numbers import read_bound
from .rule import (
    AllOf,
    Among,
    AnyOf,
    Bound,
    Clause,
    Counted,
    Discard,
    Each,
    Everyone,
    Node,
    Not,
    Relation,
    Rule,
    TheseOptions,
    WithEffects,
)
from .shapes import check_keys, is_blank, read_list, read_names, read_object, read_optional_text, read_text

_PLACE: Final = "rule"
_BRANCHES: Final = ("all", "any", "not")
_BOUNDS: Final = tuple(relation.value for relation in Relation)
_CLAUSE_KEYS: Final = ("count", "of", "sum", "among", "each", "when_empty", *_BOUNDS)
_NODE_KEYS: Final = ("title", *_BRANCHES, *_CLAUSE_KEYS)
# In a record a rule stands one level below the document.
_RULE_LEVEL: Final = 2

_T = TypeVar("_T")


def read_rule(value: Json, options: tuple[Option, ...], electorate: tuple[Elector, ...]) -> Rule:
    """The rule for these options and this electorate; raises `InvalidRecordError` with every fault."""
    document = inspect_value(value, _PLACE, _RULE_LEVEL)
    rule = RuleReader(Roll.of(options, electorate), document.faults).rule(document.value)
    document.faults.raise_if_any()
    assert rule is not None
    return rule


def validate_rule(
    value: Json, options: tuple[Option, ...], electorate: tuple[Elector, ...]
) -> tuple[Fault, ...]:
    """Everything that is wrong with a rule, so that it can be put right before a decision opens."""
    try:
        read_rule(value, options, electorate)
    except InvalidRecordError as error:
        return error.faults
    return ()


class RuleReader:
    """Reads against a roll. What it returns is whole only if no fault was added."""

    def __init__(self, roll: Roll, faults: Faults) -> None:
        self._roll = roll
        self._faults = faults
        self._lacking: dict[str, list[Elector]] = {}

    def rule(self, value: Json) -> Rule | None:
        members = read_object(value, _PLACE, self._faults)
        if members is None:
            return None
        check_keys(members, _PLACE, self._faults, ("pass",), ("title", "fail", "discard"))
        title = read_optional_text(members, "title", _PLACE, self._faults)
        passes = self._if_given(members, "pass", _PLACE, self._node)
        fails = self._if_given(members, "fail", _PLACE, self._node)
        discards = self._discards(members.get("discard", []), key_place(_PLACE, "discard"))
        return None if passes is None else Rule(passes, fails, discards, title)

    def _if_given(
        self, members: dict[str, Json], key: str, place: str, read: Callable[[Json, str], _T]
    ) -> _T | None:
        return read(members[key], key_place(place, key)) if key in members else None

    def _discards(self, value: Json, place: str) -> tuple[Discard, ...]:
        discards = []
        for index, item in enumerate(read_list(value, place, self._faults, may_be_empty=True) or ()):
            at = item_place(place, index)
            members = read_object(item, at, self._faults)
            if members is None:
                continue
            check_keys(members, at, self._faults, ("options",), ("without",))
            options = self._if_given(members, "options", at, self._options)
            without = members.get("without", "reason")
            if without != "reason" and not isinstance(without, Unreadable):
                self._faults.add(key_place(at, "without"), FaultCode.NOT_REASON)
            discards.append(Discard(options or (), "without" in members))
        return tuple(discards)

    def _node(self, value: Json, place: str) -> Node | None:
        members = read_object(value, place, self._faults)
        if members is None:
            return None
        branches = [key for key in _BRANCHES if key in members]
        check_keys(members, place, self._faults, () if branches else ("count",), _NODE_KEYS)
        title = read_optional_text(members, "title", place, self._faults)
        excluding = [*branches, *(key for key in _CLAUSE_KEYS if key in members)]
        if branches and len(excluding) > 1:
            self._faults.add(place, FaultCode.EXCLUDING_KEYS, Token(", ".join(excluding)))
        every = self._if_given(members, "all", place, self._nodes)
        some = self._if_given(members, "any", place, self._nodes)
        inner = self._if_given(members, "not", place, self._node)
        clause = self._clause(members, place, title, whole=not branches)
        if every is not None:
            return AllOf(every, title)
        if some is not None:
            return AnyOf(some, title)
        return clause if inner is None else Not(inner, title)

    def _nodes(self, value: Json, place: str) -> tuple[Node, ...]:
        items = read_list(value, place, self._faults) or ()
        nodes = [self._node(item, item_place(place, index)) for index, item in enumerate(items)]
        return tuple(node for node in nodes if node is not None)

    def _clause(self, members: dict[str, Json], place: str, title: str | None, whole: bool) -> Clause | None:
        """The clause; unless `whole`, only what is given is checked, for a node that is no clause."""
        count = self._if_given(members, "count", place, self._counted)
        of = self._if_given(members, "of", place, self._counted)
        faults_before = len(self._faults)
        among = self._if_given(members, "among", place, self._among)
        filter_is_whole = len(self._faults) == faults_before
        each = self._if_given(members, "each", place, self._each)
        weight = self._if_given(members, "sum", place, self._text)
        when_empty = members.get("when_empty", "holds")
        if when_empty != "holds" and not isinstance(when_empty, Unreadable):
            self._faults.add(key_place(place, "when_empty"), FaultCode.NOT_HOLDS)
        bound = self._bound(members, place, whole)
        if weight is not None and not is_blank(weight) and filter_is_whole:
            self._check_weights(weight, among, key_place(place, "sum"))
        if count is None or bound is None:
            return None
        return Clause(count, bound, of, weight, among, each, "when_empty" in members, title)

    def _bound(self, members: dict[str, Json], place: str, whole: bool) -> Bound | None:
        given = [key for key in _BOUNDS if key in members]
        if whole and not given:
            self._faults.add(place, FaultCode.NO_BOUND)
        if whole and len(given) > 1:
            self._faults.add(place, FaultCode.SEVERAL_BOUNDS, Token(", ".join(given)))
        bounds = [self._figure(Relation(key), members[key], key_place(place, key)) for key in given]
        return bounds[0] if bounds else None

    def _figure(self, relation: Relation, written: Json, place: str) -> Bound | None:
        value = read_bound(written)
        if value is None or not isinstance(written, int | str):
            if not isinstance(written, Unreadable):
                self._faults.add(place, FaultCode.NOT_A_BOUND, written)
            return None
        return Bound(relation, value, written)

    def _check_weights(self, name: str, among: Among | None, place: str) -> None:
        if name not in self._lacking:
            self._lacking[name] = [elector for elector in self._roll.electors if name not in elector.weights]
        matches = None if among is None else among.matcher()
        for elector in self._lacking[name]:
            if matches is None or matches(elector):
                self._faults.add(place, FaultCode.LACKS_WEIGHT, elector.id, name)

    def _counted(self, value: Json, place: str) -> Counted | None:
        match value:
            case Everyone.CAST.value | Everyone.ELECTORATE.value:
                return Everyone(value)
            case list():
                names = self._known(value, place, self._countable_options(), FaultCode.UNKNOWN_OPTION)
                return TheseOptions(names)
            case dict():
                check_keys(value, place, self._faults, ("effects",))
                return self._if_given(value, "effects", place, self._effects)
            case Unreadable():
                return None
        self._faults.add(place, FaultCode.NOT_COUNTABLE)
        return None

    def _countable_options(self) -> frozenset[str] | None:
        return None if self._roll.options is None else self._roll.options | {NO_POSITION}

    def _effects(self, value: Json, place: str) -> WithEffects:
        names = self._known(value, place, EFFECTS, FaultCode.UNKNOWN_EFFECT)
        return WithEffects(tuple(Effect(name) for name in names))

    def _each(self, value: Json, place: str) -> Each | None:
        if isinstance(value, dict):
            check_keys(value, place, self._faults, ("tags",))
            tags = self._if_given(value, "tags", place, self._tags)
            return None if tags is None else Each(tags)
        if value == "constituency":
            return Each()
        if not isinstance(value, Unreadable):
            self._faults.add(place, FaultCode.NOT_GROUPS)
        return None

    def _among(self, value: Json, place: str) -> Among | None:
        members = read_object(value, place, self._faults)
        if members is None:
            return None
        check_keys(members, place, self._faults, (), ("constituency", "tags", "ids", "not"))
        constituency = self._if_given(members, "constituency", place, self._constituencies)
        tags = self._if_given(members, "tags", place, self._tags)
        ids = self._if_given(members, "ids", place, self._delegations)
        excluded = self._if_given(members, "not", place, self._among)
        return Among(constituency, tags, ids, excluded)

    def _text(self, value: Json, place: str) -> str | None:
        return read_text(value, place, self._faults)

    def _options(self, value: Json, place: str) -> tuple[str, ...]:
        return self._known(value, place, self._roll.options, FaultCode.UNKNOWN_OPTION)

    def _constituencies(self, value: Json, place: str) -> tuple[str, ...]:
        return self._known(value, place, self._roll.constituencies, FaultCode.UNKNOWN_CONSTITUENCY)

    def _tags(self, value: Json, place: str) -> tuple[str, ...]:
        return self._known(value, place, self._roll.tags, FaultCode.UNKNOWN_TAG)

    def _delegations(self, value: Json, place: str) -> tuple[str, ...]:
        return self._known(value, place, self._roll.delegations, FaultCode.UNKNOWN_DELEGATION)

    def _known(
        self, value: Json, place: str, known: frozenset[str] | None, unknown: FaultCode
    ) -> tuple[str, ...]:
        names = []
        for name, at in read_names(value, place, self._faults):
            if known is None or name in known:
                names.append(name)
            elif not is_blank(name):
                self._faults.add(at, unknown, name)
        return tuple(names)
