"""A published revision as everybody reads it: its words, and nothing that is said about them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from webapp.features.instruments.rules.notation import Tree, parse
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision


@dataclass(frozen=True)
class Line:
    """A provision in its place."""

    provision: SnapshotProvision
    tree: Tree


@dataclass(frozen=True)
class Section:
    """An element with its provisions."""

    element: SnapshotElement
    lines: tuple[Line, ...]


def sections(text: Snapshot, codes: Collection[str]) -> tuple[Section, ...]:
    """The text, element by element; `codes` are those of the delegations that may stand behind a bracket."""
    return tuple(
        Section(element, tuple(Line(one, parse(one.text, codes)) for one in element.provisions))
        for element in text.elements
    )
