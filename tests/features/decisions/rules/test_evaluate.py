from __future__ import annotations

from typing import Any

import pytest

from tests.features.decisions.rules.records import (
    AGAINST,
    FOR,
    FOR_OR_AGAINST,
    document,
    elector,
    heads,
    outcome,
    position,
    read,
    result,
    sample,
)
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json

CHOICES = {"agree": 4, "no_objection": 2, "abstain": 1, "object": 2, "none": 3}


def clause(**facts: Any) -> dict[str, Any]:
    return outcome(heads({"pass": facts}, **CHOICES))["tree"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("count", "number"),
    [
        (["agree"], 4),
        (["agree", "none"], 7),
        (["none"], 3),
        (FOR, 6),
        ({"effects": ["against"]}, 0),
        (AGAINST, 2),
        ({"effects": ["out"]}, 0),
        ("cast", 9),
        ("electorate", 12),
    ],
)
def test_a_clause_counts_what_it_names(count: Any, number: int) -> None:
    assert clause(count=count, at_least=0) == {
        "holds": True,
        "count": number,
        "of": None,
        "ratio": None,
        "bound": {"at_least": 0},
    }


def test_who_is_recused_is_in_the_electorate_but_took_no_position() -> None:
    options = [{"id": "yes", "effect": "for"}, {"id": "recused", "effect": "out"}]
    made = document(
        [elector("A"), elector("B")],
        {"pass": {"count": "cast", "of": "electorate", "at_least": "1/2"}},
        [position("A", "yes"), position("B", "recused")],
        options,
    )
    assert outcome(made)["tree"]["ratio"] == "1/2"


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"at_least": "1/2"}, True),
        ({"at_least": "6/12"}, True),
        ({"at_least": "50%"}, True),
        ({"at_least": "50.01%"}, False),
        ({"more_than": "1/2"}, False),
        ({"more_than": "0.4999999999999999999999999"}, True),
        ({"at_most": "0.5"}, True),
        ({"fewer_than": "1/2"}, False),
        ({"fewer_than": 1}, True),
        ({"at_least": 1}, False),
    ],
)
def test_a_share_is_compared_exactly(facts: dict[str, Any], holds: bool) -> None:
    tree = clause(count=FOR, of="electorate", **facts)
    assert (tree["count"], tree["of"], tree["ratio"], tree["holds"]) == (6, 12, "1/2", holds)
    assert tree["bound"] == facts


def test_a_bound_without_of_is_compared_with_the_number_itself() -> None:
    assert clause(count=["abstain"], more_than="1/2")["holds"]
    assert clause(count=["abstain"], at_least="100%")["holds"]


def test_two_thirds_are_not_66_67_percent() -> None:
    for bound, passed in (("2/3", "passed"), ("66.67%", "failed"), ("66.66%", "passed")):
        assert (
            result(heads({"pass": {"count": FOR, "of": "cast", "at_least": bound}}, agree=2, object=1))
            == passed
        )


def test_an_undefined_share_does_not_hold_and_a_not_around_it_does() -> None:
    undefined = {"count": FOR, "of": FOR_OR_AGAINST, "at_least": 0}
    tree = outcome(heads({"pass": {"not": undefined}}, none=2))["tree"]
    assert tree == {
        "holds": True,
        "not": {"holds": False, "count": 0, "of": 0, "ratio": None, "bound": {"at_least": 0}},
    }
    assert result(heads({"pass": undefined}, none=2)) == "failed"
    assert result(heads({"pass": {**undefined, "at_least": 5, "when_empty": "holds"}}, none=2)) == "passed"


def test_a_share_may_exceed_one() -> None:
    assert clause(count=FOR, of=["object"], at_least=3)["ratio"] == "3/1"


ELECTORATE = [
    elector("USA", "state", "host", "origin", gdp="0.5"),
    elector("PHL", "state", "origin", gdp="1.25"),
    elector("IOM", "international_organisation", gdp=2),
    elector("ICC", "private_sector", "employer", gdp="0.25"),
    elector("MWU", "civil_society", "union", "employer", gdp="3.00"),
]
POSITIONS = [position("PHL", "agree"), position("IOM", "agree"), position("ICC", "object", reason="no")]


def of_five(**facts: Any) -> Any:
    return outcome(document(ELECTORATE, {"pass": facts}, POSITIONS))["tree"]


def test_weights_are_added_exactly_and_written_without_trailing_zeros() -> None:
    tree = of_five(count=FOR, of="electorate", sum="gdp", at_least="13/28")
    assert (tree["count"], tree["of"], tree["ratio"], tree["holds"]) == ("3.25", 7, "13/28", True)
    assert of_five(count=["object"], sum="gdp", at_most="0.25")["count"] == "0.25"
    assert of_five(count="electorate", sum="gdp", at_most=7)["count"] == 7


@pytest.mark.parametrize(
    ("among", "number"),
    [
        ({}, 5),
        ({"constituency": ["state"]}, 2),
        ({"constituency": ["state", "private_sector"]}, 3),
        ({"tags": ["host", "employer"]}, 3),
        ({"ids": ["IOM", "USA"]}, 2),
        ({"not": {"constituency": ["state"]}}, 3),
        ({"constituency": ["state"], "not": {"tags": ["host"]}}, 1),
        ({"tags": ["origin"], "ids": ["USA", "IOM"]}, 1),
        ({"not": {"not": {"ids": ["IOM"]}}}, 1),
        ({"not": {}}, 0),
        ({"constituency": ["private_sector"], "tags": ["union"]}, 0),
    ],
)
def test_a_filter_keeps_those_who_match_every_key(among: Any, number: int) -> None:
    assert of_five(count="electorate", among=among, at_least=0)["count"] == number


def test_groups_by_constituency_are_judged_one_by_one() -> None:
    tree = of_five(
        each="constituency", among={"not": {"ids": ["MWU"]}}, count=FOR, of="cast", more_than="1/2"
    )
    assert (tree["count"], tree["of"], tree["ratio"], tree["holds"]) == (2, 3, "2/3", False)
    assert tree["groups"] == [
        {"group": "international_organisation", "count": 1, "of": 1, "ratio": "1/1", "holds": True},
        {"group": "private_sector", "count": 0, "of": 1, "ratio": "0/1", "holds": False},
        {"group": "state", "count": 1, "of": 1, "ratio": "1/1", "holds": True},
    ]


def test_a_delegation_is_in_the_group_of_each_of_its_tags() -> None:
    tree = of_five(each={"tags": ["union", "origin", "employer", "host"]}, count="electorate", at_least=1)
    assert [(group["group"], group["count"]) for group in tree["groups"]] == [
        ("employer", 2),
        ("host", 1),
        ("origin", 2),
        ("union", 1),
    ]
    assert tree["count"] == 5


def test_groups_without_delegations_are_left_out_and_without_any_group_a_clause_does_not_hold() -> None:
    facts = {
        "each": {"tags": ["employer"]},
        "among": {"constituency": ["state"]},
        "count": FOR,
        "at_least": 0,
    }
    tree = of_five(**facts)
    assert (tree["holds"], tree["groups"], tree["count"]) == (False, [], 1)
    assert of_five(**facts, when_empty="holds")["holds"]


def test_groups_in_which_nobody_spoke_hold_only_if_the_rule_says_so() -> None:
    facts = {"each": "constituency", "count": ["object"], "of": "cast", "at_most": 1}
    assert not of_five(**facts)["holds"]
    assert of_five(**facts, when_empty="holds")["holds"]


@pytest.mark.parametrize(
    ("agree", "object_", "expected"), [(3, 1, "passed"), (1, 3, "failed"), (2, 2, "undecided")]
)
def test_a_rule_that_says_when_it_fails_has_three_results(agree: int, object_: int, expected: str) -> None:
    rule = {
        "pass": {"count": FOR, "of": "cast", "more_than": "1/2"},
        "fail": {"count": ["object"], "of": "cast", "more_than": "1/2"},
    }
    found = outcome(heads(rule, agree=agree, object=object_))
    assert found["result"] == expected
    assert found["fail_tree"]["count"] == object_


def test_every_node_is_evaluated_and_keeps_its_title() -> None:
    yes, no = {"count": "electorate", "at_least": 1, "title": "yes"}, {"count": "electorate", "at_most": 0}
    tree = outcome(heads({"pass": {"title": "top", "any": [yes, {"all": [no, yes]}]}}, agree=1))["tree"]
    assert (tree["title"], tree["holds"]) == ("top", True)
    assert tree["any"][0]["title"] == "yes"
    assert [child["holds"] for child in tree["any"][1]["all"]] == [False, True]
    assert "title" not in tree["any"][1]


def test_discarded_positions_count_as_none_everywhere() -> None:
    made = document(
        [elector(name) for name in "DCBA"],
        {
            "discard": [{"options": ["object"], "without": "reason"}, {"options": ["abstain"]}],
            "pass": {"count": ["none"], "at_least": 3},
        },
        [
            position("A", "agree", at="2026-01-01T00:00:00Z", ad_referendum="2026-05-01"),
            position("A", "object", reason=" \u3000"),
            position("B", "object", reason="It lacks a date."),
            position("C", "abstain", reason="We wait.", ad_referendum="2026-05-01"),
            position("D", "object", ad_referendum="2026-05-01"),
        ],
    )
    found = outcome(made)
    assert found["result"] == "passed"
    assert found["discarded"] == [
        {"delegation": "D", "option": "object"},
        {"delegation": "C", "option": "abstain"},
        {"delegation": "A", "option": "object"},
    ]
    assert (found["tally"]["total"]["none"], found["tally"]["total"]["object"]) == (3, 1)
    assert found["ad_referendum"] == []


def test_a_position_without_its_reason_counts_unless_the_rule_discards_it() -> None:
    assert (
        result(
            document(
                [elector("A")], {"pass": {"count": ["object"], "at_least": 1}}, [position("A", "object")]
            )
        )
        == "passed"
    )


def test_positions_ad_referendum_are_listed_in_the_order_of_the_electorate() -> None:
    made = document(
        [elector(name) for name in "CAB"],
        {"pass": {"count": FOR, "at_least": 3}},
        [
            position("A", "agree", ad_referendum="2026-05-01"),
            position("B", "agree", ad_referendum=None),
            position("C", "no_objection", ad_referendum="2026-05-01"),
        ],
    )
    found = outcome(made)
    assert (found["result"], found["ad_referendum"]) == ("passed", ["C", "A"])


def test_the_outcome_has_these_bytes() -> None:
    made = sample()
    made["rule"] = {"pass": {"title": "Für alle", "count": ["agree"], "of": "cast", "at_least": "100.0%"}}
    made["options"] = [{"id": "agree", "effect": "for"}]
    assert (
        to_json(evaluate(read(made))).decode()
        == """{
  "ad_referendum": [],
  "discarded": [],
  "fail_tree": null,
  "format": "concord-outcome/1",
  "result": "passed",
  "rule": null,
  "tally": {
    "constituency": {
      "international_organisation": {
        "agree": 0,
        "none": 1
      },
      "state": {
        "agree": 1,
        "none": 0
      }
    },
    "total": {
      "agree": 1,
      "none": 1
    }
  },
  "tree": {
    "bound": {
      "at_least": "100.0%"
    },
    "count": 1,
    "holds": true,
    "of": 1,
    "ratio": "1/1",
    "title": "Für alle"
  }
}
"""
    )
