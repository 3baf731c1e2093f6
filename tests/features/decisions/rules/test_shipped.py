from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.features.decisions.rules.records import document, elector, heads, outcome, position, result
from webapp.features.decisions.rules.electorate import Effect, Elector, Option
from webapp.features.decisions.rules.faults import InvalidRecordError
from webapp.features.decisions.rules.rule_reading import read_rule
from webapp.features.decisions.rules.shipped import SHIPPED, SILENCE
from webapp.features.decisions.rules.shipped_data import Choices

CONSTITUENCIES = {
    "S": "state",
    "O": "international_organisation",
    "C": "civil_society",
    "P": "private_sector",
}
LETTERS = {"y": "agree", "r": "agree_with_reservation", "n": "no_objection", "a": "abstain", "x": "object"}


def shipped(key: str, **choices: Any) -> Any:
    return SHIPPED[key].build(Choices(**choices))


def by_constituency(rule: Any, **letters: str) -> Any:
    """Constituencies by letter, each with one letter per member: its option, or `-` for no position."""
    electorate, positions = [], []
    for constituency, members in letters.items():
        for index, letter in enumerate(members):
            name = f"{constituency}{index}"
            electorate.append(elector(name, CONSTITUENCIES[constituency]))
            if letter != "-":
                positions.append(position(name, LETTERS[letter], reason="because"))
    return document(electorate, rule, positions)


@pytest.mark.parametrize(
    ("key", "letters", "expected"),
    [
        ("consensus", {"S": "yn", "O": "a-", "C": "--"}, "passed"),
        ("consensus", {"S": "yn", "O": "--", "C": "-"}, "failed"),
        ("consensus", {"S": "yyyyyy", "O": "x"}, "failed"),
        ("consensus_of_one_constituency", {"S": "y-", "O": "xx"}, "passed"),
        ("consensus_of_one_constituency", {"S": "yx", "O": "yy"}, "failed"),
        ("consensus_of_one_constituency", {"S": "y--", "O": "yy"}, "failed"),
        ("agreement_in_every_constituency", {"S": "yyx", "O": "n", "C": "yr-", "P": "y"}, "passed"),
        ("agreement_in_every_constituency", {"S": "yyy", "O": "y-"}, "failed"),
        ("agreement_in_every_constituency", {"S": "yyyxx", "O": "yyyxx"}, "failed"),
        ("two_houses", {"S": "yy-", "O": "y", "C": "y", "P": "x"}, "passed"),
        ("two_houses", {"S": "yyy", "O": "y", "C": "x"}, "failed"),
        ("two_houses", {"S": "yyy"}, "failed"),
        ("simple_majority", {"S": "yyxaaaa---"}, "passed"),
        ("simple_majority", {"S": "yyxx"}, "failed"),
        ("simple_majority", {"S": "aaaa"}, "failed"),
        ("two_thirds", {"S": "yyxaaaa---"}, "passed"),
        ("two_thirds", {"S": "yyyxx"}, "failed"),
        ("majority_of_the_electorate", {"S": "yyx"}, "passed"),
        ("majority_of_the_electorate", {"S": "yy--"}, "failed"),
        ("unanimity", {"S": "yrn"}, "passed"),
        ("unanimity", {"S": "yy-"}, "failed"),
        ("rough_consensus", {"S": "yrn-"}, "passed"),
        ("rough_consensus", {"S": "ynn"}, "failed"),
        ("rough_consensus", {"S": "yyyyyyx"}, "failed"),
    ],
)
def test_a_shipped_rule_decides_as_its_sentence_says(
    key: str, letters: dict[str, str], expected: str
) -> None:
    assert result(by_constituency(shipped(key), **letters)) == expected


def enquiry(participating: str, others: str, without_reason: int = 0) -> str:
    electorate, positions = [], []
    for index, letter in enumerate(participating + others):
        name = f"D{index}"
        electorate.append(elector(name, "state", *(["p_member"] if index < len(participating) else [])))
        positions.append(position(name, LETTERS[letter], reason="It contradicts clause 4."))
    for index in range(without_reason):
        electorate.append(elector(f"W{index}"))
        positions.append(position(f"W{index}", "object"))
    return result(document(electorate, shipped("iso_iec_enquiry"), positions))


def test_an_enquiry_ballot_needs_two_thirds_of_the_p_members_and_at_most_a_quarter_against() -> None:
    assert enquiry("yyx", "y") == "passed"
    assert enquiry("yyx", "") == "failed"
    assert enquiry("yxx", "yyyyyyyy") == "failed"
    assert enquiry("yyxaaa", "y") == "passed"
    assert enquiry("yyx", "y", without_reason=9) == "passed"


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        # 11 of 20 are 55 %.
        ([("agree", 6)] * 11 + [("object", 3)] * 9, "passed"),
        ([("agree", 6)] * 10 + [("object", 1)] * 10, "failed"),
        ([("agree", 1)] * 11 + [("object", 3)] * 9, "failed"),
        ([("agree", 1)] * 4 + [("object", 90), ("abstain", 90), ("none", 90)], "passed"),
        ([("agree", 1)] * 5 + [("object", 90), ("abstain", 90), ("none", 90), ("none", 1)], "failed"),
    ],
)
def test_a_qualified_majority_is_of_members_and_of_weight_or_all_but_three(
    members: list[tuple[str, int]], expected: str
) -> None:
    electorate = [elector(f"D{index}", population=weight) for index, (_, weight) in enumerate(members)]
    positions = [
        position(f"D{index}", option) for index, (option, _) in enumerate(members) if option != "none"
    ]
    assert result(document(electorate, shipped("qualified_majority"), positions)) == expected


def test_the_rule_of_silence_is_broken_by_one_objection() -> None:
    rule = SILENCE.build(Choices())
    assert rule == {"title": "Nobody breaks silence", "pass": {"count": {"effects": ["block"]}, "at_most": 0}}
    assert result(heads(rule, none=5, agree=1)) == "passed"
    assert result(heads(rule, none=5, object=1)) == "failed"


OTHER_OPTIONS = (
    Option("yes", Effect.FOR),
    Option("no", Effect.AGAINST),
    Option("veto", Effect.BLOCK),
    Option("away", Effect.OUT),
)


@pytest.mark.parametrize("key", sorted(set(SHIPPED) - {"rough_consensus"}))
def test_shipped_rules_hold_for_other_options_too(key: str) -> None:
    electorate = (
        Elector("A", "state", ("p_member",), {"population": Fraction(3)}),
        Elector("B", "civil_society", (), {"population": Fraction(1)}),
    )
    assert read_rule(shipped(key, options=OTHER_OPTIONS), OTHER_OPTIONS, electorate).title


def test_rough_consensus_needs_the_options_of_support_by_name() -> None:
    with pytest.raises(InvalidRecordError):
        read_rule(shipped("rough_consensus"), OTHER_OPTIONS, (Elector("A", "state"),))


def test_the_three_for_a_qualified_majority_may_be_silent_abstaining_or_recused() -> None:
    options = [
        {"id": "yes", "effect": "for"},
        {"id": "away", "effect": "out"},
        {"id": "no", "effect": "against"},
    ]
    rule = shipped("qualified_majority", options=OTHER_OPTIONS[:2] + OTHER_OPTIONS[3:])
    choices = ["yes", "yes", "yes", "yes", "away", "no"]
    electorate = [elector(f"D{index}", population=1) for index in range(7)]
    positions = [position(f"D{index}", option) for index, option in enumerate(choices)]
    tree = outcome(document(electorate, rule, positions, options))["tree"]
    assert tree["all"][1]["any"][1]["count"] == 3
