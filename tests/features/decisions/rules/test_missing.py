from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.features.decisions.rules.records import (
    AGAINST,
    FOR,
    FOR_OR_AGAINST,
    document,
    elector,
    heads,
    position,
    read,
    result,
)
from webapp.features.decisions.rules.missing import More, missing
from webapp.features.decisions.rules.shipped import SHIPPED
from webapp.features.decisions.rules.shipped_data import Choices


def more(rule: dict[str, Any], **choices: int) -> More | None:
    (line,) = missing(read(heads({"pass": rule}, **choices)))
    (standing,) = line.standings
    return standing.more


@pytest.mark.parametrize(
    ("rule", "choices", "members"),
    [
        # Of a fixed number, whoever is not for may still become so.
        ({"count": FOR, "of": "electorate", "more_than": "1/2"}, {"agree": 10, "none": 14}, 3),
        ({"count": FOR, "of": "electorate", "more_than": "1/2"}, {"agree": 10, "none": 1, "object": 13}, 3),
        ({"count": FOR, "of": "electorate", "at_least": "2/3"}, {"agree": 1, "none": 3}, 2),
        ({"count": FOR, "at_least": 5}, {"agree": 1, "none": 9}, 4),
        ({"count": FOR, "at_least": 5}, {"agree": 1, "none": 3}, None),
        # Those who come add to the denominator too.
        ({"count": FOR, "of": FOR_OR_AGAINST, "at_least": "2/3"}, {"agree": 3, "object": 3, "none": 9}, 3),
        ({"count": FOR, "of": FOR_OR_AGAINST, "more_than": "2/3"}, {"agree": 3, "object": 3, "none": 9}, 4),
        ({"count": FOR, "of": FOR_OR_AGAINST, "at_least": "2/3"}, {"agree": 3, "object": 3, "none": 2}, None),
        ({"count": FOR, "of": FOR_OR_AGAINST, "at_least": 1}, {"agree": 3, "object": 1, "none": 9}, None),
        ({"count": FOR, "of": FOR_OR_AGAINST, "at_least": "1/2"}, {"abstain": 3, "none": 2}, 1),
        # An upper bound is reached by those who take something else.
        ({"count": AGAINST, "of": "cast", "at_most": "1/4"}, {"agree": 2, "object": 2, "none": 9}, 4),
        ({"count": AGAINST, "at_most": 0}, {"object": 2, "none": 9}, None),
        ({"count": ["none"], "at_most": 3}, {"agree": 1, "none": 5}, 2),
        # Nothing is missing where it holds, and under a `not` there is no number to reach.
        ({"count": FOR, "at_least": 1}, {"agree": 1}, None),
        ({"not": {"count": "cast", "at_least": 1}}, {"none": 1}, None),
    ],
)
def test_the_smallest_number_of_further_members_is_exact(
    rule: dict[str, Any], choices: dict[str, int], members: int | None
) -> None:
    found = more(rule, **choices)
    assert (found.members if found else None) == members


def test_it_says_which_options_help() -> None:
    found = more({"count": AGAINST, "of": "cast", "at_most": "1/4"}, agree=2, object=2, none=9)
    assert found is not None
    assert "object" not in found.options
    assert "agree" in found.options


def test_each_group_has_its_own_figures() -> None:
    electorate = [elector(f"S{index}") for index in range(4)]
    electorate += [elector(f"P{index}", "private_sector") for index in range(3)]
    positions = [position("S0", "agree"), position("P0", "agree"), position("P1", "no_objection")]
    rule = SHIPPED["agreement_in_every_constituency"].build(Choices())
    every, two_thirds = missing(read(document(electorate, rule, positions)))
    shown = [
        (each.group, each.figures.count, each.limit, each.more and each.more.members)
        for each in every.standings
    ]
    assert shown == [("private_sector", 2, 2, None), ("state", 1, 3, 2)]
    assert (every.path, every.holds, two_thirds.path, two_thirds.holds) == ((0,), False, (1,), True)


def test_a_sum_of_weights_has_a_bound_but_no_number_of_members() -> None:
    electorate = [elector("A", gdp="1.5"), elector("B", gdp=3)]
    rule = {"pass": {"count": FOR, "of": "electorate", "sum": "gdp", "at_least": "65%"}}
    (line,) = missing(read(document(electorate, rule, [position("A", "agree")])))
    (standing,) = line.standings
    assert (standing.figures.count * 2, standing.more) == (3, None)
    assert standing.limit is not None
    assert standing.limit * 1000 == 2925


COUNTED = st.sampled_from([FOR, AGAINST, FOR_OR_AGAINST, ["agree", "none"], ["none"], "cast", "electorate"])
BOUNDS = st.sampled_from(["at_least", "more_than", "at_most", "fewer_than"])
CHOICES = st.fixed_dictionaries(
    {option: st.integers(0, 5) for option in ("agree", "abstain", "object", "none")}
).filter(lambda choices: any(choices.values()))


@example(["agree", "none"], FOR, "at_least", "4", {"agree": 0, "abstain": 0, "object": 0, "none": 4})
@example(["agree", "none"], FOR, "at_most", "1/3", {"agree": 0, "abstain": 0, "object": 0, "none": 1})
@settings(max_examples=300, deadline=None)
@given(COUNTED, st.none() | COUNTED, BOUNDS, st.sampled_from(["1/3", "1/2", "2/3", "1", "0", "4"]), CHOICES)
def test_so_many_members_are_enough_and_one_fewer_is_not(
    count: Any, of: Any, relation: str, figure: str, choices: dict[str, int]
) -> None:
    clause = (
        {"count": count, relation: figure} if of is None else {"count": count, "of": of, relation: figure}
    )
    silent = choices["none"]

    def passes(members: int, option: str) -> bool:
        moved = {**choices, "none": silent - members, option: choices.get(option, 0) + members}
        return result(heads({"pass": clause}, **moved)) == "passed"

    options = ("agree", "no_objection", "abstain", "object")
    tried = [members for members in range(silent + 1) for option in options if passes(members, option)]
    found = more(clause, **choices)
    if tried:
        assert (found.members if found else 0) == min(tried)
    elif found is not None:
        assert of in (None, "electorate")
