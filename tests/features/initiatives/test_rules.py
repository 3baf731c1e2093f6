from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.base.kernel.errors import Invalid
from webapp.features.initiatives import rules
from webapp.features.initiatives.rules import Procedure

PROCEDURES = st.builds(
    Procedure,
    chairs_confirm=st.booleans(),
    silence_hours=st.integers(1, rules.LONGEST_SILENCE_HOURS),
    silence_move_hours=st.integers(1, rules.LONGEST_SILENCE_HOURS),
    silence_moves=st.integers(0, 9),
    collect_objections=st.booleans(),
    holidays=st.lists(st.dates(), unique=True).map(lambda days: tuple(sorted(days))),
)


def test_what_is_not_stored_has_its_shipped_value() -> None:
    assert rules.read_procedure({}) == Procedure()
    assert Procedure().silence_hours == 72
    assert Procedure().chairs_confirm


@given(PROCEDURES)
def test_rules_of_procedure_are_read_as_they_were_written(procedure: Procedure) -> None:
    rules.check_procedure(procedure)
    assert rules.read_procedure(rules.write_procedure(procedure)) == procedure


@pytest.mark.parametrize(
    ("field", "figure"),
    [
        ("silence_hours", 0),
        ("silence_hours", 1441),
        ("silence_move_hours", 0),
        ("silence_moves", -1),
        ("silence_moves", 10),
    ],
)
def test_a_figure_that_cannot_be_meant_is_refused_beside_its_field(field: str, figure: int) -> None:
    with pytest.raises(Invalid) as caught:
        rules.check_procedure(replace(Procedure(), **{field: figure}))  # type: ignore[arg-type]
    assert caught.value.field == field


@pytest.mark.parametrize("slug", ["mac", "a", "seafarers-in-port", "x1", "a" * 40])
def test_a_short_name_can_stand_in_an_address(slug: str) -> None:
    rules.check_slug(slug)


@pytest.mark.parametrize("slug", ["", "Mac", "mac/x", "-mac", "mac-", "a" * 41, "mac\n", "mäc"])
def test_any_other_short_name_is_refused(slug: str) -> None:
    with pytest.raises(Invalid):
        rules.check_slug(slug)


def test_days_are_read_one_per_line_each_once() -> None:
    days = rules.read_days("2026-12-25\n\n 2026-01-01 \n2026-12-25\n")
    assert days == (dt.date(2026, 1, 1), dt.date(2026, 12, 25))


def test_a_line_that_is_no_day_is_named() -> None:
    with pytest.raises(Invalid) as caught:
        rules.read_days("2026-12-25\nChristmas")
    assert caught.value.facts == {"line": "Christmas"}


@pytest.mark.parametrize("scope", [(), ("epidemic",), ("conflict", "epidemic")])
def test_a_scope_names_conflict_or_natural_disaster(scope: tuple[str, ...]) -> None:
    with pytest.raises(Invalid):
        rules.check_scope(scope)


def test_phases_stand_in_the_order_of_a_crisis() -> None:
    assert rules.in_order(["post_crisis", "preparedness"]) == ["preparedness", "post_crisis"]
