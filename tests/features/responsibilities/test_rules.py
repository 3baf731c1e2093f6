"""The matrix of a text, its gaps and its overlaps."""

from __future__ import annotations

import pytest

from tests.features.responsibilities.texts import (
    AFTER,
    BEARERS,
    BEFORE,
    DURING,
    EMPLOYERS,
    ORIGIN,
    PAPERS,
    RELIEF,
    THEMES,
    duty,
    text,
    words,
)
from webapp.base.kernel.errors import NotFound
from webapp.features.instruments.rules.enums import Phase, Strength
from webapp.features.instruments.rules.snapshot import SnapshotProvision
from webapp.features.responsibilities.rules import (
    Bearer,
    GapKind,
    Matrix,
    gaps,
    leads,
    matrix,
    overlaps,
)

MAY, SHOULD, SHALL = Strength.MAY, Strength.SHOULD, Strength.SHALL
DATA = duty("1.9", ORIGIN, theme="data")


def drawn(*provisions: SnapshotProvision) -> Matrix:
    return matrix(text(*provisions), BEARERS, THEMES)


def numbers(held: tuple[SnapshotProvision, ...]) -> list[str]:
    return [one.number for one in held]


def test_a_responsibility_stands_with_each_bearer_in_each_of_its_phases() -> None:
    found = drawn(words("1.1"), duty("1.2", ORIGIN, RELIEF, phases=(BEFORE, AFTER)))
    table = {row.bearer.id: [numbers(cell.held) for cell in row.cells] for row in found.by_bearer}
    assert table == {
        "origin": [["1.2"], [], ["1.2"]],
        "employers": [[], [], []],
        "relief": [["1.2"], [], ["1.2"]],
    }


def test_provisions_of_kind_text_assign_nothing() -> None:
    assert drawn(words("1.1")).responsibilities == ()


@pytest.mark.parametrize(
    ("strengths", "kind"),
    [
        ((), GapKind.NOBODY),
        ((MAY,), GapKind.ONLY_MAY),
        ((MAY, MAY), GapKind.ONLY_MAY),
        ((MAY, SHOULD), None),
        ((SHOULD,), None),
        ((SHALL,), None),
    ],
)
def test_a_listed_phase_that_nobody_firmly_has_is_a_gap(
    strengths: tuple[Strength, ...], kind: GapKind | None
) -> None:
    held = [duty(f"1.{place}", ORIGIN, strength=strength) for place, strength in enumerate(strengths)]
    found = gaps(held, [PAPERS])
    assert [(gap.theme, gap.phase, gap.kind) for gap in found] == ([("papers", DURING, kind)] if kind else [])


def test_a_gap_names_the_provisions_that_only_may() -> None:
    permitted = duty("1.1", ORIGIN, strength=MAY)
    found = drawn(permitted, duty("1.2", ORIGIN, theme="warning", phases=(BEFORE, DURING)))
    assert [gap.held for gap in found.gaps] == [(permitted,)]
    assert found.only_may == {("id-1.1", DURING)}


def test_a_phase_that_the_mandate_does_not_list_is_no_gap() -> None:
    assert gaps([duty("1.1", ORIGIN)], [PAPERS]) == ()
    row = drawn().by_theme[0]
    assert [cell.in_mandate for cell in row.cells] == [False, True, False]
    assert [cell.gap is not None for cell in row.cells] == [False, True, False]


def test_a_provision_without_bearers_closes_no_gap() -> None:
    assert [gap.kind for gap in gaps([duty("1.1")], [PAPERS])] == [GapKind.NOBODY]


@pytest.mark.parametrize(
    ("bearers", "leader", "is_overlap"),
    [
        ((ORIGIN,), None, False),
        ((ORIGIN,), ORIGIN, False),
        ((ORIGIN, RELIEF), None, True),
        ((ORIGIN, RELIEF), RELIEF, False),
        ((ORIGIN, RELIEF, EMPLOYERS), None, True),
    ],
)
def test_several_bearers_without_a_lead_are_an_overlap(
    bearers: tuple[Bearer, ...], leader: Bearer | None, is_overlap: bool
) -> None:
    one = duty("1.1", *bearers, leads=leader)
    assert overlaps([one]) == ((one,) if is_overlap else ())


def test_several_provisions_of_one_theme_and_phase_are_no_overlap() -> None:
    assert drawn(duty("1.1", ORIGIN), duty("1.2", RELIEF)).overlaps == ()


def test_only_among_several_does_a_bearer_lead() -> None:
    assert leads(duty("1.1", ORIGIN, RELIEF, leads=RELIEF), "relief")
    assert not leads(duty("1.1", ORIGIN, RELIEF, leads=RELIEF), "origin")
    assert not leads(duty("1.1", RELIEF, leads=RELIEF), "relief")


def test_what_nobody_has_stands_in_a_row_of_its_own() -> None:
    found = drawn(duty("1.1", ORIGIN, strength=MAY))
    assert [[gap.theme for gap in cell] for cell in found.nobody] == [["warning"], ["warning"], []]


def test_whom_and_what_only_the_text_names_come_after_the_lists() -> None:
    ports = Bearer("ports", "Port authorities", "state")
    found = drawn(duty("1.1", ports, theme="sea"))
    assert [(one.id, one.listed) for one in found.bearers][-1] == ("ports", False)
    assert [(one.name, one.listed) for one in found.themes][-1] == ("sea", False)
    assert [numbers(cell.held) for cell in found.by_bearer[-1].cells] == [[], ["1.1"], []]


def test_a_bearer_goes_by_the_name_in_the_text() -> None:
    renamed = Bearer("origin", "Countries of origin", "state")
    found = matrix(text(duty("1.1", ORIGIN)), [renamed], THEMES)
    assert [one.name for one in found.bearers] == ["States of origin"]


def test_a_responsibility_without_a_theme_has_a_row() -> None:
    found = drawn(duty("1.1", ORIGIN, theme=None))
    assert found.by_theme[-1].theme is None
    assert [numbers(cell.held) for cell in found.by_theme[-1].cells] == [[], ["1.1"], []]


def test_one_theme_alone_keeps_its_own_gaps_and_overlaps() -> None:
    found = drawn(duty("1.1", ORIGIN, RELIEF), duty("1.2", ORIGIN, RELIEF, theme="warning"))
    about = found.about("warning")
    assert numbers(about.responsibilities) == numbers(about.overlaps) == ["1.2"]
    assert [(gap.theme, gap.phase) for gap in about.gaps] == [("warning", BEFORE)]
    assert [row.theme.name for row in about.by_theme if row.theme] == ["warning"]


def test_a_theme_that_nobody_knows_is_not_found() -> None:
    with pytest.raises(NotFound):
        drawn().about("the moon")


def test_a_constituency_has_what_its_bearers_have_each_once() -> None:
    found = drawn(duty("1.1", ORIGIN, RELIEF, phases=tuple(Phase)), duty("1.2", EMPLOYERS), DATA)
    assert numbers(found.of_constituency("state")) == ["1.1", "1.9"]
    assert numbers(found.borne_at_all_by("relief")) == ["1.1"]
    assert [one.id for one in found.bearers_in("private_sector")] == ["employers"]
