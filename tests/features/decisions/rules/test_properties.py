from __future__ import annotations

import json
import random
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.features.decisions.rules.records import (
    FOR,
    document,
    elector,
    encode,
    heads,
    places,
    read,
    result,
    sample,
)
from webapp.features.decisions.rules.documents import write_document
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json
from webapp.features.decisions.rules.record import read_record, write_record
from webapp.features.decisions.rules.shipped import SHIPPED
from webapp.features.decisions.rules.shipped_data import Choices

OPTIONS = ["agree", "agree_with_reservation", "no_objection", "abstain", "object"]
CONSTITUENCIES = ["state", "international_organisation", "civil_society", "private_sector"]
QUICK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    size = draw(st.integers(1, 9))
    electorate = [
        elector(
            f"D{index}",
            draw(st.sampled_from(CONSTITUENCIES)),
            *(["p_member"] if index == 0 or draw(st.booleans()) else []),
            population=draw(st.sampled_from([0, 1, "2.5", "10.25", 7])),
        )
        for index in range(size)
    ]
    positions = [
        {
            "delegation": f"D{draw(st.integers(0, size - 1))}",
            "option": draw(st.sampled_from(OPTIONS)),
            "at": f"2026-03-01T09:00:{second:02}Z",
            "reason": draw(st.sampled_from([None, "", "because"])),
            "ad_referendum": draw(st.sampled_from([None, "2026-05-01"])),
        }
        for second in range(draw(st.integers(0, 12)))
    ]
    rule = SHIPPED[draw(st.sampled_from(sorted(SHIPPED)))].build(Choices())
    return document(electorate, rule, positions)


@QUICK
@given(records(), st.data())
def test_one_more_agreement_never_turns_passed_into_failed(made: dict[str, Any], data: st.DataObject) -> None:
    if result(made) == "passed":
        name = data.draw(st.sampled_from([elector["id"] for elector in made["electorate"]]))
        late = {"delegation": name, "option": "agree", "at": "2026-03-02T00:00:00Z"}
        assert result({**made, "positions": [*made["positions"], late]}) == "passed"


@QUICK
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_positions_does_not_matter(made: dict[str, Any], shuffler: random.Random) -> None:
    shuffled = {**made, "positions": shuffler.sample(made["positions"], len(made["positions"]))}
    assert to_json(evaluate(read(shuffled))) == to_json(evaluate(read(made)))


@QUICK
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_delegations_changes_nothing_but_the_order_of_lists(
    made: dict[str, Any], shuffler: random.Random
) -> None:
    shuffled = {**made, "electorate": shuffler.sample(made["electorate"], len(made["electorate"]))}
    one, other = evaluate(read(made)), evaluate(read(shuffled))
    assert (one.result, one.tree, one.tally) == (other.result, other.tree, other.tally)
    assert sorted(one.ad_referendum) == sorted(other.ad_referendum)


@QUICK
@given(records())
def test_a_written_record_reads_as_the_same_and_decides_the_same(made: dict[str, Any]) -> None:
    record = read(made)
    assert read_record(write_record(record)) == record
    assert to_json(evaluate(read_record(write_record(record)))) == to_json(evaluate(record))


@QUICK
@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([-1, 0, 1]))
def test_a_bound_is_exact_to_one_delegation(numerator: int, extra: int, step: int) -> None:
    denominator = numerator + extra
    agree = numerator + step
    made = heads(
        {"pass": {"count": FOR, "of": "electorate", "at_least": f"{numerator}/{denominator}"}},
        agree=agree,
        none=denominator - agree,
    )
    assert (result(made) == "passed") == (step >= 0)


@QUICK
@given(st.lists(st.tuples(st.integers(0, 10**40), st.integers(0, 12)), min_size=1, max_size=6))
def test_a_sum_is_the_sum_of_its_weights(weights: list[tuple[int, int]]) -> None:
    figures = [f"{number}.{places:012}" for number, places in weights]
    electorate = [elector(f"D{index}", gdp=figure) for index, figure in enumerate(figures)]
    rule = {"pass": {"count": "electorate", "sum": "gdp", "at_least": 0}}
    tree = evaluate(read(document(electorate, rule, []))).tree
    assert tree.figures.count == sum(map(Fraction, figures))  # type: ignore[union-attr]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)


@QUICK
@given(JSON, st.sampled_from(["question", "options", "electorate", "rule", "positions"]))
def test_any_json_is_read_or_refused_with_places(value: Any, key: str) -> None:
    made = {**sample(), key: value}
    assert all(places(encode(made))) or key == "question"


@QUICK
@given(st.binary(max_size=40))
def test_any_bytes_are_refused_without_failing(data: bytes) -> None:
    assert places(data)


@QUICK
@given(JSON)
def test_equal_values_are_written_as_equal_bytes(value: Any) -> None:
    expected = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert write_document(value) == expected.encode()
