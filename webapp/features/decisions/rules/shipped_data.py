"""The rules that ship, written as rules are: plain JSON over effects, so that they fit any set of options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from .documents import Json
from .electorate import STANDARD_OPTIONS, Effect, Option

RuleData: TypeAlias = "dict[str, Json]"


@dataclass(frozen=True)
class Choices:
    """The options of the decision, and what a shipped rule needs besides."""

    options: tuple[Option, ...] = STANDARD_OPTIONS
    constituency: str = "state"
    weight: str = "population"
    tag: str = "p_member"


def _effects(*effects: Effect) -> Json:
    return {"effects": [effect.value for effect in effects]}


def _ids(options: tuple[Option, ...], *effects: Effect) -> list[Json]:
    return [option.id for option in options if option.effect in effects]


_FOR: Final = _effects(Effect.FOR)
_AGAINST: Final = _effects(Effect.AGAINST, Effect.BLOCK)
_FOR_OR_AGAINST: Final = _effects(Effect.FOR, Effect.AGAINST, Effect.BLOCK)
_MAJORITY_OF_MEMBERS: Final[RuleData] = {"count": _FOR, "of": "electorate", "more_than": "1/2"}


def consensus(_choices: Choices) -> RuleData:
    return {
        "title": "Consensus",
        "pass": {
            "all": [
                {"title": "Nobody is against", "count": _AGAINST, "at_most": 0},
                {
                    "title": "Half of the members took a position",
                    "count": "cast",
                    "of": "electorate",
                    "at_least": "1/2",
                },
            ]
        },
    }


def consensus_of_one_constituency(choices: Choices) -> RuleData:
    among: Json = {"constituency": [choices.constituency]}
    return {
        "title": "Consensus of one constituency",
        "pass": {
            "all": [
                {"title": "Nobody in it is against", "among": among, "count": _AGAINST, "at_most": 0},
                {
                    "title": "Half of its members took a position",
                    "among": among,
                    "count": "cast",
                    "of": "electorate",
                    "at_least": "1/2",
                },
            ]
        },
    }


def agreement_in_every_constituency(_choices: Choices) -> RuleData:
    return {
        "title": "Agreement in every constituency",
        "pass": {
            "all": [
                {
                    "title": "More than half of the members of every constituency are for",
                    "each": "constituency",
                    **_MAJORITY_OF_MEMBERS,
                },
                {
                    "title": "Two thirds of those for or against are for",
                    "count": _FOR,
                    "of": _FOR_OR_AGAINST,
                    "at_least": "2/3",
                },
            ]
        },
    }


def two_houses(_choices: Choices) -> RuleData:
    states: Json = {"constituency": ["state"]}
    return {
        "title": "Two houses",
        "pass": {
            "all": [
                {"title": "More than half of the states are for", "among": states, **_MAJORITY_OF_MEMBERS},
                {
                    "title": "More than half of all other members are for",
                    "among": {"not": states},
                    **_MAJORITY_OF_MEMBERS,
                },
            ]
        },
    }


def simple_majority(_choices: Choices) -> RuleData:
    return {
        "title": "Simple majority of those present and voting",
        "pass": {"count": _FOR, "of": _FOR_OR_AGAINST, "more_than": "1/2"},
    }


def two_thirds(_choices: Choices) -> RuleData:
    return {
        "title": "Two thirds of those present and voting",
        "pass": {"count": _FOR, "of": _FOR_OR_AGAINST, "at_least": "2/3"},
    }


def majority_of_the_electorate(_choices: Choices) -> RuleData:
    return {"title": "Majority of the electorate", "pass": _MAJORITY_OF_MEMBERS.copy()}


def unanimity(_choices: Choices) -> RuleData:
    return {"title": "Unanimity", "pass": {"count": _FOR, "of": "electorate", "at_least": 1}}


def iso_iec_enquiry(choices: Choices) -> RuleData:
    """ISO/IEC Directives, Part 1, clause 2.6.3: the enquiry stage."""
    against = _ids(choices.options, Effect.AGAINST, Effect.BLOCK)
    discard: list[Json] = [{"options": against, "without": "reason"}] if against else []
    return {
        "title": "ISO/IEC enquiry ballot",
        "discard": discard,
        "pass": {
            "all": [
                {
                    "title": "Two thirds of the P-members for or against are for",
                    "among": {"tags": [choices.tag]},
                    "count": _FOR,
                    "of": _FOR_OR_AGAINST,
                    "at_least": "2/3",
                },
                {
                    "title": "At most a quarter of all who are for or against are against",
                    "count": _AGAINST,
                    "of": _FOR_OR_AGAINST,
                    "at_most": "1/4",
                },
            ]
        },
    }


def rough_consensus(_choices: Choices) -> RuleData:
    return {
        "title": "Rough consensus",
        "pass": {
            "all": [
                {"title": "Nobody blocks", "count": _effects(Effect.BLOCK), "at_most": 0},
                {
                    "title": "Two thirds of those who took a position support",
                    "count": ["agree", "agree_with_reservation"],
                    "of": "cast",
                    "at_least": "2/3",
                },
            ]
        },
    }


def qualified_majority(choices: Choices) -> RuleData:
    others = (Effect.AGAINST, Effect.BLOCK, Effect.ABSTAIN, Effect.OUT)
    return {
        "title": "Qualified majority",
        "pass": {
            "all": [
                {
                    "title": "55 % of the members are for",
                    "count": _FOR,
                    "of": "electorate",
                    "at_least": "55%",
                },
                {
                    "any": [
                        {
                            "title": "Members with 65 % of the weight are for",
                            "count": _FOR,
                            "of": "electorate",
                            "sum": choices.weight,
                            "at_least": "65%",
                        },
                        {
                            "title": "At most three members are not for",
                            "count": [*_ids(choices.options, *others), "none"],
                            "at_most": 3,
                        },
                    ]
                },
            ]
        },
    }


def silence(_choices: Choices) -> RuleData:
    return {"title": "Nobody breaks silence", "pass": {"count": _effects(Effect.BLOCK), "at_most": 0}}
