"""Who decides and what can be chosen: the electorate and the options of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

from .documents import Json, Unreadable
from .faults import FaultCode, Faults, item_place, key_place
from .numbers import read_weight, write_amount
from .shapes import check_keys, is_blank, read_flag, read_list, read_names, read_object, read_text

NO_POSITION: Final = "none"
CAST: Final = "cast"
ELECTORATE: Final = "electorate"
_RESERVED: Final = frozenset({NO_POSITION, CAST, ELECTORATE})
FOUR_CONSTITUENCIES: Final = ("state", "international_organisation", "civil_society", "private_sector")


class Effect(StrEnum):
    """What a position does to the question, whatever its label says."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    BLOCK = "block"
    OUT = "out"


EFFECTS: Final = frozenset(effect.value for effect in Effect)


@dataclass(frozen=True)
class Option:
    id: str
    effect: Effect
    needs_reason: bool = False


@dataclass(frozen=True)
class Elector:
    """A member delegation entitled to take a position, as it stood when the decision opened."""

    id: str
    constituency: str
    tags: tuple[str, ...] = ()
    weights: Mapping[str, Fraction] = field(default_factory=dict)


STANDARD_OPTIONS: Final = (
    Option("agree", Effect.FOR),
    Option("agree_with_reservation", Effect.FOR, needs_reason=True),
    Option("no_objection", Effect.FOR),
    Option("abstain", Effect.ABSTAIN),
    Option("object", Effect.BLOCK, needs_reason=True),
)


@dataclass(frozen=True)
class Roll:
    """What a rule and a position may name. A set is None where a fault hides which names there are."""

    options: frozenset[str] | None
    delegations: frozenset[str] | None
    constituencies: frozenset[str] | None
    tags: frozenset[str] | None
    electors: tuple[Elector, ...]

    @classmethod
    def unknown(cls, options: frozenset[str] | None) -> Roll:
        """The roll of an electorate that cannot be read."""
        return cls(options, None, None, None, ())

    @classmethod
    def of(cls, options: tuple[Option, ...], electorate: tuple[Elector, ...]) -> Roll:
        return cls(
            options=frozenset(option.id for option in options),
            delegations=frozenset(elector.id for elector in electorate),
            constituencies=frozenset(FOUR_CONSTITUENCIES) | {elector.constituency for elector in electorate},
            tags=frozenset(tag for elector in electorate for tag in elector.tags),
            electors=electorate,
        )


@dataclass(frozen=True)
class ReadOptions:
    options: tuple[Option, ...]
    ids: frozenset[str] | None


def read_options(value: Json, place: str, faults: Faults) -> ReadOptions:
    items = read_list(value, place, faults)
    if not items:
        return ReadOptions((), None)
    options: list[Option] = []
    ids: set[str] = set()
    for index, item in enumerate(items):
        at = item_place(place, index)
        members = read_object(item, at, faults)
        if members is None:
            continue
        check_keys(members, at, faults, ("id", "effect"), ("needs_reason",))
        option_id = _read_id(members, at, ids, faults)
        if option_id in _RESERVED:
            faults.add(key_place(at, "id"), FaultCode.RESERVED, option_id)
        effect = _read_effect(members, at, faults)
        needs = read_flag(members.get("needs_reason", False), key_place(at, "needs_reason"), faults)
        if option_id is not None and effect is not None:
            options.append(Option(option_id, effect, bool(needs)))
    return ReadOptions(tuple(options), frozenset(ids))


def write_option(option: Option) -> Json:
    written: dict[str, Json] = {"id": option.id, "effect": option.effect.value}
    return {**written, "needs_reason": True} if option.needs_reason else written


@dataclass(frozen=True)
class ReadElectorate:
    """`electors` are those that could be read whole but for the figures of their weights."""

    electors: tuple[Elector, ...]
    roll: Roll


def read_electorate(
    value: Json, place: str, options: frozenset[str] | None, faults: Faults
) -> ReadElectorate:
    items = read_list(value, place, faults)
    if not items:
        return ReadElectorate((), Roll.unknown(options))
    electors: list[Elector] = []
    ids: set[str] = set()
    constituencies = set(FOUR_CONSTITUENCIES)
    tags: set[str] = set()
    for index, item in enumerate(items):
        at = item_place(place, index)
        members = read_object(item, at, faults)
        if members is None:
            continue
        check_keys(members, at, faults, ("id", "constituency"), ("tags", "weights"))
        elector_id = _read_id(members, at, ids, faults)
        constituency = _read_text(members, "constituency", at, faults)
        own_tags = tuple(
            tag
            for tag, _ in read_names(
                members.get("tags", []), key_place(at, "tags"), faults, may_be_empty=True
            )
        )
        tags.update(own_tags)
        weights = _read_weights(members.get("weights", {}), key_place(at, "weights"), faults)
        if constituency is not None:
            constituencies.add(constituency)
        if elector_id is not None and constituency is not None and weights is not None:
            electors.append(Elector(elector_id, constituency, own_tags, weights))
    read = tuple(electors)
    roll = Roll(options, frozenset(ids), frozenset(constituencies), frozenset(tags), read)
    return ReadElectorate(read, roll)


def write_elector(elector: Elector) -> Json:
    written: dict[str, Json] = {"id": elector.id, "constituency": elector.constituency}
    if elector.tags:
        written["tags"] = list(elector.tags)
    if elector.weights:
        written["weights"] = {name: write_amount(weight) for name, weight in elector.weights.items()}
    return written


def _read_text(members: dict[str, Json], key: str, place: str, faults: Faults) -> str | None:
    return read_text(members[key], key_place(place, key), faults) if key in members else None


def _read_id(members: dict[str, Json], place: str, seen: set[str], faults: Faults) -> str | None:
    found = _read_text(members, "id", place, faults)
    if found is not None:
        if found in seen:
            faults.add(key_place(place, "id"), FaultCode.REPEATED, found)
        seen.add(found)
    return found


def _read_effect(members: dict[str, Json], place: str, faults: Faults) -> Effect | None:
    found = _read_text(members, "effect", place, faults)
    if found is None or is_blank(found):
        return None
    if found not in EFFECTS:
        faults.add(key_place(place, "effect"), FaultCode.UNKNOWN_EFFECT, found)
        return None
    return Effect(found)


def _read_weights(value: Json, place: str, faults: Faults) -> dict[str, Fraction] | None:
    """The weights by name; one whose figure is faulty counts as present, so that it is reported once."""
    members = read_object(value, place, faults)
    if members is None:
        return None
    weights: dict[str, Fraction] = {}
    for name, figure in members.items():
        weight = read_weight(figure)
        if is_blank(name):
            faults.add(key_place(place, name), FaultCode.BLANK)
        if weight is None and not isinstance(figure, Unreadable):
            faults.add(key_place(place, name), FaultCode.NOT_A_WEIGHT, figure)
        weights[name] = weight if weight is not None else Fraction(0)
    return weights
