"""The figure of a decision: one mark per delegation, in rows by constituency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.base.access.actor import Constituency
from webapp.features.decisions.queries import MemberPosition
from webapp.features.decisions.rules.answers import effect_of
from webapp.features.decisions.rules.electorate import Effect

STEP = 13.5
PER_ROW = 24
WIDTH = 326
TITLE_HEIGHT = 20
ROW_GAP = 11

SHAPES = {Effect.FOR: "f", Effect.ABSTAIN: "a", Effect.AGAINST: "x", Effect.BLOCK: "x", Effect.OUT: "z"}
ORDER = ("f", "a", "x", "z")


@dataclass(frozen=True)
class UnitMark:
    """One delegation: `f` for, `a` abstained, `x` against, `z` without a position."""

    shape: str
    x: float
    y: float


@dataclass(frozen=True)
class UnitRow:
    """A constituency with its marks; `in_favour` of `members` are for. `y` is where its title stands."""

    constituency: str
    in_favour: int
    members: int
    y: float
    marks: tuple[UnitMark, ...]


@dataclass(frozen=True)
class Figure:
    """The whole figure, in units of its own view box."""

    width: int
    height: float
    rows: tuple[UnitRow, ...]

    def count(self, shape: str) -> int:
        """How many delegations have this mark."""
        return sum(mark.shape == shape for row in self.rows for mark in row.marks)


def figure_of(members: Sequence[MemberPosition]) -> Figure:
    """The figure of these members, in the fixed order of constituencies and of marks."""
    rows = []
    y = 0.0
    for constituency in Constituency:
        of_it = [member for member in members if member.constituency == constituency]
        if not of_it:
            continue
        shapes = sorted((_shape(member) for member in of_it), key=ORDER.index)
        lines = -(-len(shapes) // PER_ROW)
        marks = tuple(_marks(shapes, y + TITLE_HEIGHT))
        rows.append(UnitRow(constituency, shapes.count("f"), len(shapes), y + 13, marks))
        y += TITLE_HEIGHT + lines * STEP + ROW_GAP
    return Figure(WIDTH, y, tuple(rows))


def _shape(member: MemberPosition) -> str:
    return SHAPES[effect_of(member.option)] if member.option else "z"


def _marks(shapes: Iterable[str], top: float) -> Iterable[UnitMark]:
    for index, shape in enumerate(shapes):
        line, place = divmod(index, PER_ROW)
        yield UnitMark(shape, place * STEP + 0.5, top + line * STEP + 0.5)
