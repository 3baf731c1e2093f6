from __future__ import annotations

from typing import Any

import pytest

from tests.features.decisions.rules.records import document, elector, encode, places, read
from webapp.features.decisions.rules.rule_reading import validate_rule

ELECTORATE = [
    elector("A", "state", "host", "employer", gdp=1),
    elector("B", "state"),
    elector("C", "academia", "host", gdp="2.50"),
]
BASE = {"count": "cast", "at_least": 1}


def rule_places(node: Any) -> list[str]:
    return places(encode(document(ELECTORATE, {"pass": node}, [])))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({}, ["rule.pass", "rule.pass.count"]),
        ({"title": "nothing"}, ["rule.pass", "rule.pass.count"]),
        ({"count": "cast"}, ["rule.pass"]),
        ({"at_least": 1}, ["rule.pass.count"]),
        ({**BASE, "at_most": 2}, ["rule.pass"]),
        ({**BASE, "all": [BASE]}, ["rule.pass"]),
        ({"all": [BASE], "at_least": 1, "at_most": 1}, ["rule.pass"]),
        ({"all": [BASE], "any": [BASE]}, ["rule.pass"]),
        ({"not": BASE, "when_empty": "holds"}, ["rule.pass"]),
        ({"all": []}, ["rule.pass.all"]),
        ({"any": BASE}, ["rule.pass.any"]),
        ({"not": [BASE]}, ["rule.pass.not"]),
        ({"not": {"not": {"count": "cast"}}}, ["rule.pass.not.not"]),
        ({"all": [BASE, {**BASE, "least": 1}]}, ["rule.pass.all[1].least"]),
        ({**BASE, "title": " "}, ["rule.pass.title"]),
        ({**BASE, "count": "none"}, ["rule.pass.count"]),
        ({**BASE, "count": None}, ["rule.pass.count"]),
        ({**BASE, "count": []}, ["rule.pass.count"]),
        ({**BASE, "count": ["agree", "none", "cast"]}, ["rule.pass.count[2]"]),
        ({**BASE, "count": ["agree", "agree"]}, ["rule.pass.count[1]"]),
        ({**BASE, "count": {}}, ["rule.pass.count.effects"]),
        ({**BASE, "count": {"effects": []}}, ["rule.pass.count.effects"]),
        ({**BASE, "count": {"effects": ["for", "none"]}}, ["rule.pass.count.effects[1]"]),
        ({**BASE, "count": {"effects": ["for"], "a b": 1}}, ['rule.pass.count["a b"]']),
        ({**BASE, "of": 3}, ["rule.pass.of"]),
        ({**BASE, "of": ["yes"]}, ["rule.pass.of[0]"]),
        ({**BASE, "sum": 3}, ["rule.pass.sum"]),
        ({**BASE, "sum": ""}, ["rule.pass.sum"]),
        ({**BASE, "sum": "gdp"}, ["rule.pass.sum"]),
        ({**BASE, "sum": "area"}, ["rule.pass.sum"] * 3),
        ({**BASE, "sum": "gdp", "among": {"tags": ["host"]}}, []),
        ({**BASE, "sum": "gdp", "among": {"not": {"ids": ["B"]}}}, []),
        ({**BASE, "sum": "gdp", "among": {"constituency": ["private_sector"]}}, []),
        ({**BASE, "sum": "gdp", "each": {"tags": ["host"]}}, ["rule.pass.sum"]),
        ({**BASE, "among": []}, ["rule.pass.among"]),
        ({**BASE, "among": {"tag": ["host"]}}, ["rule.pass.among.tag"]),
        ({**BASE, "among": {"tags": []}}, ["rule.pass.among.tags"]),
        ({**BASE, "among": {"tags": ["host", "transit"]}}, ["rule.pass.among.tags[1]"]),
        ({**BASE, "among": {"ids": ["A", "Z"]}}, ["rule.pass.among.ids[1]"]),
        ({**BASE, "among": {"constituency": ["academia", "civil_society"]}}, []),
        ({**BASE, "among": {"constituency": ["academy"]}}, ["rule.pass.among.constituency[0]"]),
        ({**BASE, "among": {"not": {"not": {"ids": ["Z"]}}}}, ["rule.pass.among.not.not.ids[0]"]),
        ({**BASE, "each": "tags"}, ["rule.pass.each"]),
        ({**BASE, "each": {}}, ["rule.pass.each.tags"]),
        ({**BASE, "each": {"tags": ["transit"]}}, ["rule.pass.each.tags[0]"]),
        ({**BASE, "each": {"tags": ["host"], "by": 1}}, ["rule.pass.each.by"]),
        ({**BASE, "when_empty": "fails"}, ["rule.pass.when_empty"]),
        ({**BASE, "when_empty": True}, ["rule.pass.when_empty"]),
    ],
)
def test_a_faulty_rule_is_refused_at_every_place(node: Any, expected: list[str]) -> None:
    assert rule_places(node) == expected


@pytest.mark.parametrize("bound", [0, 10**30, "2", "007", "0.5", "2/3", "0/1", "50%", "66.67%", "4/6"])
def test_a_bound_is_an_integer_a_decimal_a_fraction_or_a_percentage(bound: Any) -> None:
    assert rule_places({"count": "cast", "of": "electorate", "at_most": bound}) == []


@pytest.mark.parametrize(
    "bound",
    [
        True,
        None,
        "",
        "-1",
        "+1",
        "1e3",
        ".5",
        "1.",
        "1/0",
        "2/00",
        "1/2%",
        "1 / 2",
        "%",
        "50 %",
        "１/2",
        [],
        {},
    ],
)
def test_anything_else_is_not_a_bound(bound: Any) -> None:
    assert rule_places({"count": "cast", "more_than": bound}) == ["rule.pass.more_than"]


def test_the_rule_of_a_co_chair_is_checked_before_a_decision_opens() -> None:
    record = read(document(ELECTORATE, {"pass": BASE}, []))

    def found(rule: Any) -> list[str]:
        return [fault.place for fault in validate_rule(rule, record.options, record.electorate)]

    assert found({"pass": BASE}) == []
    assert found({"pass": {"count": ["yes"], "at_least": "x"}}) == [
        "rule.pass.count[0]",
        "rule.pass.at_least",
    ]
    deep: Any = BASE
    for _ in range(500):
        deep = {"not": deep}
    assert found({"pass": deep}) == ["document"]
    assert found({"pass": {"count": "cast", "at_least": 0.5}}) == ["rule.pass.at_least"]
