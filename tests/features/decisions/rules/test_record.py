from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.features.decisions.rules.records import (
    SAMPLE,
    document,
    elector,
    encode,
    faults,
    outcome,
    places,
    position,
    read,
    sample,
)
from webapp.features.decisions.rules.electorate import STANDARD_OPTIONS
from webapp.features.decisions.rules.moments import Moment, read_moment
from webapp.features.decisions.rules.record import read_record, write_record

REMOVED = object()
STEP = list[str | int]


def changed(path: STEP, value: Any) -> bytes:
    made: Any = sample()
    parent = made
    for step in path[:-1]:
        parent = parent[step]
    if value is REMOVED:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return encode(made)


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["question"], REMOVED, "question"),
        (["electorate"], REMOVED, "electorate"),
        (["rule"], REMOVED, "rule"),
        (["positions"], REMOVED, "positions"),
        (["notes"], "x", "notes"),
        (["a b"], "x", '["a b"]'),
        (["question"], 5, "question"),
        (["question"], " \u2003", "question"),
        (["question"], "", "question"),
        (["options"], [], "options"),
        (["options"], None, "options"),
        (["options"], {}, "options"),
        (["options", 1], "abstain", "options[1]"),
        (["options", 1, "id"], REMOVED, "options[1].id"),
        (["options", 1, "effect"], REMOVED, "options[1].effect"),
        (["options", 1, "effect"], "For", "options[1].effect"),
        (["options", 1, "needs_reason"], 1, "options[1].needs_reason"),
        (["options", 1, "label"], "x", "options[1].label"),
        (["options", 1, "id"], "agree", "options[1].id"),
        (["options", 1, "id"], "none", "options[1].id"),
        (["options", 1, "id"], "cast", "options[1].id"),
        (["options", 1, "id"], "electorate", "options[1].id"),
        (["electorate"], [], "electorate"),
        (["electorate"], {}, "electorate"),
        (["electorate", 1], None, "electorate[1]"),
        (["electorate", 1, "id"], REMOVED, "electorate[1].id"),
        (["electorate", 1, "id"], "PHL", "electorate[1].id"),
        (["electorate", 1, "id"], True, "electorate[1].id"),
        (["electorate", 1, "constituency"], REMOVED, "electorate[1].constituency"),
        (["electorate", 1, "constituency"], "\t", "electorate[1].constituency"),
        (["electorate", 1, "name"], "x", "electorate[1].name"),
        (["electorate", 0, "tags"], None, "electorate[0].tags"),
        (["electorate", 0, "tags"], ["a", "b", "a"], "electorate[0].tags[2]"),
        (["electorate", 0, "tags"], ["a", 1], "electorate[0].tags[1]"),
        (["electorate", 0, "weights"], [], "electorate[0].weights"),
        (["electorate", 0, "weights", "population"], True, "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], "1/2", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], ".5", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], "5.", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], "-5", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], " 5", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], "5\n", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], "٥", "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], None, "electorate[0].weights.population"),
        (["electorate", 0, "weights", "population"], -1, "electorate[0].weights.population"),
        (["electorate", 0, "weights", ""], 1, 'electorate[0].weights[""]'),
        (["rule"], [], "rule"),
        (["rule", "pass"], REMOVED, "rule.pass"),
        (["rule", "pass"], None, "rule.pass"),
        (["rule", "when"], 1, "rule.when"),
        (["rule", "title"], None, "rule.title"),
        (["rule", "title"], "", "rule.title"),
        (["rule", "fail"], None, "rule.fail"),
        (["rule", "discard"], {}, "rule.discard"),
        (["rule", "discard"], ["object"], "rule.discard[0]"),
        (["rule", "discard"], [{}], "rule.discard[0].options"),
        (["rule", "discard"], [{"options": []}], "rule.discard[0].options"),
        (["rule", "discard"], [{"options": ["none"]}], "rule.discard[0].options[0]"),
        (["rule", "discard"], [{"options": ["object"], "without": None}], "rule.discard[0].without"),
        (["rule", "discard"], [{"options": ["object"], "with": "reason"}], "rule.discard[0].with"),
        (["positions"], {}, "positions"),
        (["positions", 0], "PHL", "positions[0]"),
        (["positions", 0, "delegation"], REMOVED, "positions[0].delegation"),
        (["positions", 0, "delegation"], "USA", "positions[0].delegation"),
        (["positions", 0, "option"], REMOVED, "positions[0].option"),
        (["positions", 0, "option"], "none", "positions[0].option"),
        (["positions", 0, "option"], ["agree"], "positions[0].option"),
        (["positions", 0, "at"], REMOVED, "positions[0].at"),
        (["positions", 0, "reason"], False, "positions[0].reason"),
        (["positions", 0, "ad_referendum"], "2026-02-29", "positions[0].ad_referendum"),
        (["positions", 0, "ad_referendum"], "20260228", "positions[0].ad_referendum"),
        (["positions", 0, "ad_referendum"], "", "positions[0].ad_referendum"),
        (["positions", 0, "by"], "Ines", "positions[0].by"),
    ],
)
def test_a_fault_is_reported_once_at_its_place(path: STEP, value: Any, place: str) -> None:
    assert places(changed(path, value)) == [place]


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01T09:00Z",
        "2026-03-01T09:00:00",
        "2026-03-01 09:00:00Z",
        "2026-03-01T09:00:00+0100",
        "2026-03-01T09:00:00.Z",
        "2026-03-01T24:00:00Z",
        "2026-02-30T09:00:00Z",
        "2026-03-01T09:00:60Z",
        "2026-03-01T09:00:00+24:00",
        "2026-03-01T09:00:00Z\n",
        "２026-03-01T09:00:00Z",
        1772355600,
        None,
    ],
)
def test_a_time_that_is_not_of_rfc_3339_is_a_fault(written: Any) -> None:
    assert places(changed(["positions", 0, "at"], written)) == ["positions[0].at"]


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01t09:00:00z",
        "2026-03-01T09:00:00-00:00",
        "2026-03-01T09:00:00.123456789012345678+05:45",
        "2016-12-31T23:59:60Z",
        "2017-01-01T00:59:60+01:00",
        "0000-02-29T00:00:00+01:00",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_every_time_of_rfc_3339_is_read(written: str) -> None:
    assert places(changed(["positions", 0, "at"], written)) == []


def test_times_are_compared_as_instants() -> None:
    ordered = [
        "2016-12-31T23:59:59.999Z",
        "2016-12-31T23:59:60Z",
        "2016-12-31T23:59:60.5Z",
        "2017-01-01T00:00:00Z",
        "2017-01-01T01:00:00.0000000001+01:00",
        "2016-12-31T23:00:00.1-01:00",
    ]
    moments = [read_moment(written) for written in ordered]
    assert all(moments)
    assert sorted(filter(None, moments)) == moments
    assert read_moment("2026-03-01T10:00:00+01:00") == read_moment("2026-03-01t09:00:00.000z")
    assert Moment.of(datetime(2026, 3, 1, 9, tzinfo=UTC)) == read_moment("2026-03-01T09:00:00Z")


def test_every_fault_of_a_record_is_reported() -> None:
    made = sample()
    made["question"] = ""
    made["options"][0]["effect"] = "yes"
    made["electorate"][1]["weights"] = {"population": 1, "gdp": "x"}
    made["rule"]["pass"] = {"all": [{"count": ["maybe"], "of": "all", "at_least": "2/0"}, {"any": []}]}
    made["positions"] += [{"delegation": "USA", "option": "maybe", "at": "now", "extra": 1}]
    assert places(encode(made)) == [
        "electorate[1].weights.gdp",
        "options[0].effect",
        "positions[1].at",
        "positions[1].delegation",
        "positions[1].extra",
        "positions[1].option",
        "question",
        "rule.pass.all[0].at_least",
        "rule.pass.all[0].count[0]",
        "rule.pass.all[0].of",
        "rule.pass.all[1].any",
    ]
    assert 'rule.pass.all[0].at_least: "2/0" is not a fraction' in faults(encode(made))


def test_the_standard_options_hold_where_none_are_given() -> None:
    made = sample()
    del made["options"]
    assert read(made).options == STANDARD_OPTIONS
    assert list(outcome(made)["tally"]["total"]) == [
        "abstain",
        "agree",
        "agree_with_reservation",
        "no_objection",
        "none",
        "object",
    ]


def test_the_latest_position_counts_and_of_equal_ones_the_later_in_the_list() -> None:
    electorate = [elector("A"), elector("B")]
    positions = [
        position("A", "object", at="2026-03-01T10:30:00+01:00"),
        position("A", "agree", at="2026-03-01T09:29:59Z"),
        position("B", "object", at="2026-03-01T10:00:00+01:00"),
        position("B", "agree", at="2026-03-01T09:00:00Z"),
    ]
    total = outcome(document(electorate, SAMPLE["rule"], positions))["tally"]["total"]
    assert (total["object"], total["agree"]) == (1, 1)


def test_a_white_space_of_ascii_alone_is_not_blank() -> None:
    assert places(changed(["question"], "\x1c")) == []
    assert places(changed(["question"], "\u200b")) == []


def test_writing_a_record_and_reading_it_gives_the_same() -> None:
    made = sample()
    made["electorate"][0]["weights"] |= {"b": "0.250", "a": 7, "ü": "1000"}
    made["rule"]["discard"] = [{"options": ["object"], "without": "reason"}, {"options": ["abstain"]}]
    made["rule"]["fail"] = {
        "title": "t",
        "any": [
            {
                "not": {
                    "count": {"effects": ["out"]},
                    "sum": "a",
                    "among": {"ids": ["PHL"]},
                    "more_than": "3%",
                }
            },
            {
                "count": ["none"],
                "of": "cast",
                "each": {"tags": ["origin"]},
                "among": {"not": {"constituency": ["private_sector"]}, "tags": ["origin"]},
                "when_empty": "holds",
                "fewer_than": 5,
            },
            {"count": "electorate", "each": "constituency", "among": {}, "at_most": "0.50"},
        ],
    }
    made["positions"][0]["ad_referendum"] = "2026-04-01"
    record = read(made)
    written = write_record(record)
    assert read_record(written) == record
    assert write_record(read_record(written)) == written


def test_each_delegation_without_the_weight_is_a_fault_also_where_their_long_names_look_alike() -> None:
    names = [f"{'x' * 80}{number}" for number in range(3)]
    rule = {"pass": {"count": "cast", "sum": "population", "at_least": 1}}
    made = document([elector(name) for name in names], rule, [])
    assert places(encode(made)) == ["rule.pass.sum"] * 3
