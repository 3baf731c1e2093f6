"""What holds of every matrix."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.features.responsibilities.texts import BEARERS, THEMES, duty, text
from webapp.features.instruments.rules.enums import Phase, Strength
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotProvision
from webapp.features.responsibilities.rules import GapKind, matrix


@st.composite
def duties(draw: st.DrawFn, number: str) -> SnapshotProvision:
    bearers = draw(st.lists(st.sampled_from(BEARERS), unique=True, max_size=3))
    return duty(
        number,
        *bearers,
        leads=draw(st.sampled_from([None, *bearers])),
        theme=draw(st.sampled_from([None, "sea", *(theme.name for theme in THEMES)])),
        phases=tuple(draw(st.lists(st.sampled_from(Phase), unique=True, max_size=3))),
        strength=draw(st.sampled_from(Strength)),
    )


@st.composite
def texts(draw: st.DrawFn) -> Snapshot:
    count = draw(st.integers(0, 6))
    return text(*(draw(duties(f"1.{place}")) for place in range(count)))


@given(texts())
def test_every_responsibility_stands_in_exactly_the_cells_of_its_bearers_and_phases(given: Snapshot) -> None:
    found = matrix(given, BEARERS, THEMES)
    standing = [
        (one.id, row.bearer.id, cell.phase)
        for row in found.by_bearer
        for cell in row.cells
        for one in cell.held
    ]
    expected = [
        (one.id, who.id, phase) for one in given.provisions for who in one.bearers for phase in one.phases
    ]
    assert sorted(standing) == sorted(expected)


@given(texts())
def test_every_responsibility_stands_in_exactly_the_cells_of_its_theme_and_phases(given: Snapshot) -> None:
    found = matrix(given, BEARERS, THEMES)
    standing = [
        (one.id, row.theme.name if row.theme else None, cell.phase)
        for row in found.by_theme
        for cell in row.cells
        for one in cell.held
    ]
    expected = [(one.id, one.theme, phase) for one in given.provisions for phase in one.phases]
    assert sorted(standing, key=str) == sorted(expected, key=str)


@given(texts())
def test_a_theme_and_phase_is_a_gap_exactly_where_nobody_shall_or_should(given: Snapshot) -> None:
    found = {(gap.theme, gap.phase): gap.kind for gap in matrix(given, BEARERS, THEMES).gaps}
    for theme in THEMES:
        for phase in Phase:
            borne = [
                one.strength
                for one in given.provisions
                if one.theme == theme.name and phase in one.phases and one.bearers
            ]
            firmly = any(strength in (Strength.SHALL, Strength.SHOULD) for strength in borne)
            expected = None
            if phase in theme.phases and not firmly:
                expected = GapKind.ONLY_MAY if borne else GapKind.NOBODY
            assert found.get((theme.name, phase)) == expected


@given(texts())
def test_every_gap_shows_in_the_cell_of_its_theme_and_what_nobody_has_in_a_row_of_its_own(
    given: Snapshot,
) -> None:
    found = matrix(given, BEARERS, THEMES)
    shown = [cell.gap for row in found.by_theme for cell in row.cells if cell.gap]
    assert sorted(shown, key=str) == sorted(found.gaps, key=str)
    of_nobody = [gap for cell in found.nobody for gap in cell]
    assert sorted(of_nobody, key=str) == sorted(
        (gap for gap in found.gaps if gap.kind is GapKind.NOBODY), key=str
    )


@given(texts())
def test_a_responsibility_is_an_overlap_exactly_where_several_bear_it_and_none_leads(given: Snapshot) -> None:
    found = {one.id for one in matrix(given, BEARERS, THEMES).overlaps}
    for one in given.provisions:
        leaders = sum(who.leads for who in one.bearers)
        assert (one.id in found) == (len(one.bearers) >= 2 and leaders == 0)
