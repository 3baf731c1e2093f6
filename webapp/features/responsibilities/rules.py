"""Who is responsible for what, and when: the matrix of a text, its gaps and its overlaps.

The definitions are product.md's, "Words": a gap is a theme and phase that the mandate lists and that no bearer
has, or has only with "may"; an overlap is several bearers without a lead. Several provisions of one theme
and phase are no overlap: they say different things, each with its own bearers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from webapp.base.kernel.errors import NotFound
from webapp.features.instruments.rules.enums import Phase, ProvisionKind, Strength
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotProvision

PHASES: Final = tuple(Phase)


class GapKind(StrEnum):
    """Why a theme and phase is a gap."""

    NOBODY = "nobody"
    ONLY_MAY = "only_may"


@dataclass(frozen=True)
class Bearer:
    """Somebody who can bear a responsibility. `listed` is false for one whom the text names and the list no longer."""

    id: str
    name: str
    constituency: str
    listed: bool = True


@dataclass(frozen=True)
class Theme:
    """A theme and the phases in which the mandate lists it: none where only the text names it."""

    name: str
    phases: frozenset[Phase] = frozenset()
    listed: bool = True


@dataclass(frozen=True)
class Gap:
    """A theme and phase that nobody has, or has only with "may": then `held` are those provisions."""

    theme: str
    phase: Phase
    kind: GapKind
    held: tuple[SnapshotProvision, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What somebody bears, or what a theme assigns, in one phase. Only a theme's cell may be a gap."""

    phase: Phase
    held: tuple[SnapshotProvision, ...] = ()
    gap: Gap | None = None
    in_mandate: bool = True
    """Whether the mandate lists the phase for this theme; of a bearer always true."""


@dataclass(frozen=True)
class BearerRow:
    """A bearer's responsibilities, a cell for each phase."""

    bearer: Bearer
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ThemeRow:
    """A theme's responsibilities, a cell for each phase. `theme` is None for those without a theme."""

    theme: Theme | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """The responsibilities of a text, set out by bearer and by theme."""

    responsibilities: tuple[SnapshotProvision, ...]
    bearers: tuple[Bearer, ...]
    themes: tuple[Theme, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[SnapshotProvision, ...]

    @property
    def by_bearer(self) -> tuple[BearerRow, ...]:
        """A row for each bearer."""
        return tuple(
            BearerRow(bearer, tuple(Cell(phase, self.borne_by(bearer.id, phase)) for phase in PHASES))
            for bearer in self.bearers
        )

    @property
    def by_theme(self) -> tuple[ThemeRow, ...]:
        """A row for each theme; where some responsibility has none, a last row for those."""
        rows = [
            ThemeRow(theme, tuple(self._cell_of_theme(theme, phase) for phase in PHASES))
            for theme in self.themes
        ]
        if any(one.theme is None for one in self.responsibilities):
            cells = (Cell(phase, _of_theme(self.responsibilities, None, phase)) for phase in PHASES)
            rows.append(ThemeRow(None, tuple(cells)))
        return tuple(rows)

    @property
    def nobody(self) -> tuple[tuple[Gap, ...], ...]:
        """For each phase the gaps that nobody has: they stand in no bearer's row."""
        return tuple(
            tuple(gap for gap in self.gaps if gap.kind is GapKind.NOBODY and gap.phase is phase)
            for phase in PHASES
        )

    @property
    def only_may(self) -> frozenset[tuple[str, Phase]]:
        """The provisions, by identifier and phase, that leave a gap since they say "may" and none says more."""
        return frozenset((one.id, gap.phase) for gap in self.gaps for one in gap.held)

    def borne_by(self, bearer_id: str, phase: Phase) -> tuple[SnapshotProvision, ...]:
        """What a bearer has in a phase, in reading order."""
        return tuple(one for one in self.borne_at_all_by(bearer_id) if phase in one.phases)

    def borne_at_all_by(self, bearer_id: str) -> tuple[SnapshotProvision, ...]:
        """What a bearer has, in reading order, each once."""
        return tuple(one for one in self.responsibilities if bearer_id in {who.id for who in one.bearers})

    def bearers_in(self, constituency: str) -> tuple[Bearer, ...]:
        """The bearers of a constituency."""
        return tuple(bearer for bearer in self.bearers if bearer.constituency == constituency)

    def of_constituency(self, constituency: str) -> tuple[SnapshotProvision, ...]:
        """What the bearers of a constituency have, each provision once."""
        return tuple(
            one
            for one in self.responsibilities
            if any(bearer.constituency == constituency for bearer in one.bearers)
        )

    def about(self, theme: str) -> Matrix:
        """The part of it that is about one theme. Raises NotFound where neither mandate nor text has it."""
        if theme not in {one.name for one in self.themes}:
            raise NotFound()
        return replace(
            self,
            responsibilities=tuple(one for one in self.responsibilities if one.theme == theme),
            themes=tuple(one for one in self.themes if one.name == theme),
            gaps=tuple(gap for gap in self.gaps if gap.theme == theme),
            overlaps=tuple(one for one in self.overlaps if one.theme == theme),
        )

    def _cell_of_theme(self, theme: Theme, phase: Phase) -> Cell:
        return Cell(
            phase,
            _of_theme(self.responsibilities, theme.name, phase),
            gap=next((gap for gap in self.gaps if (gap.theme, gap.phase) == (theme.name, phase)), None),
            in_mandate=phase in theme.phases,
        )


def matrix(text: Snapshot, bearers: Sequence[Bearer], themes: Sequence[Theme]) -> Matrix:
    """The matrix of a text, given the initiative's lists. Whom or what only the text names comes after them."""
    found = responsibilities(text)
    return Matrix(
        responsibilities=found,
        bearers=_all_bearers(found, bearers),
        themes=_all_themes(found, themes),
        gaps=gaps(found, themes),
        overlaps=overlaps(found),
    )


def responsibilities(text: Snapshot) -> tuple[SnapshotProvision, ...]:
    """The provisions that assign a responsibility, in reading order."""
    return tuple(one for one in text.provisions if one.kind is ProvisionKind.RESPONSIBILITY)


def gaps(held: Sequence[SnapshotProvision], themes: Iterable[Theme]) -> tuple[Gap, ...]:
    """Every theme and phase that the mandate lists and that nobody has, or has only with "may"."""
    found = []
    for theme in themes:
        for phase in PHASES:
            if phase not in theme.phases:
                continue
            borne = tuple(one for one in _of_theme(held, theme.name, phase) if one.bearers)
            if not borne:
                found.append(Gap(theme.name, phase, GapKind.NOBODY))
            elif all(one.strength is Strength.MAY for one in borne):
                found.append(Gap(theme.name, phase, GapKind.ONLY_MAY, borne))
    return tuple(found)


def overlaps(held: Iterable[SnapshotProvision]) -> tuple[SnapshotProvision, ...]:
    """The responsibilities with several bearers of whom none leads."""
    return tuple(one for one in held if len(one.bearers) > 1 and not any(who.leads for who in one.bearers))


def leads(provision: SnapshotProvision, bearer_id: str) -> bool:
    """Whether this bearer leads among several; a sole bearer need not."""
    return len(provision.bearers) > 1 and any(who.leads and who.id == bearer_id for who in provision.bearers)


def _of_theme(
    held: Iterable[SnapshotProvision], theme: str | None, phase: Phase
) -> tuple[SnapshotProvision, ...]:
    return tuple(one for one in held if one.theme == theme and phase in one.phases)


def _all_bearers(held: Iterable[SnapshotProvision], listed: Sequence[Bearer]) -> tuple[Bearer, ...]:
    """The list, each by the name in the text where the text has one, then whom only the text names."""
    named = {who.id: who for one in held for who in one.bearers}
    known = {bearer.id for bearer in listed}
    kept = [replace(one, name=named[one.id].name) if one.id in named else one for one in listed]
    others = [
        Bearer(who.id, who.name, who.constituency, listed=False)
        for who in named.values()
        if who.id not in known
    ]
    return (*kept, *others)


def _all_themes(held: Iterable[SnapshotProvision], listed: Sequence[Theme]) -> tuple[Theme, ...]:
    """The list, then what only the text names."""
    known = {theme.name for theme in listed}
    named = dict.fromkeys(one.theme for one in held if one.theme is not None)
    return (*listed, *(Theme(name, listed=False) for name in named if name not in known))
