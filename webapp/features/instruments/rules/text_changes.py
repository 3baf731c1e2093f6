"""Two whole texts compared: what of them changed, and where a change makes a provision bind more or less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .diff import Change, is_changed
from .enums import Strength
from .revision_diff import (
    ElementChange,
    ProvisionChange,
    ProvisionField,
    compare_elements,
    compare_revisions,
    compare_titles,
)
from .snapshot import Snapshot
from .strength import Direction, direction, strength_changes


@dataclass(frozen=True)
class StrengthFlag:
    """A change of how strongly a provision binds; `key` names it in the form that acknowledges it.

    `before` or `after` is None where a word of strength came or went alone.
    """

    key: str
    provision_id: str
    number: str
    before: str | None
    after: str | None
    direction: Direction

    @property
    def words(self) -> str:
        """In short, as the journal keeps it."""
        return f"{self.number}: {self.before or '–'} → {self.after or '–'}"


@dataclass(frozen=True)
class TextChanges:
    """Everything that differs between two whole texts."""

    before: Snapshot
    after: Snapshot

    @cached_property
    def provisions(self) -> tuple[ProvisionChange, ...]:
        """The provisions that changed, in reading order."""
        return compare_revisions(self.before, self.after)

    @cached_property
    def elements(self) -> tuple[ElementChange, ...]:
        """The elements that changed, in reading order."""
        return compare_elements(self.before, self.after)

    @cached_property
    def title(self) -> tuple[Change, ...]:
        """The title as a redline."""
        return compare_titles(self.before, self.after)

    @cached_property
    def flags(self) -> tuple[StrengthFlag, ...]:
        """Every change of strength, in reading order."""
        return tuple(flag for change in self.provisions for flag in strength_flags(change))

    @property
    def title_changed(self) -> bool:
        """Whether the title of the whole text differs."""
        return is_changed(self.title)


def strength_flags(change: ProvisionChange) -> Iterator[StrengthFlag]:
    """Changes of strength in one provision: of its words, then of its field where the words do not say the same.

    A whole provision that came or went has none: all of it shows as inserted or deleted.
    """
    if change.before is None or change.after is None:
        return
    found = [
        (one.before, one.after, one.direction)
        for one in strength_changes(change.words, change.after.language)
    ]
    for field in change.fields:
        if field.field is ProvisionField.STRENGTH:
            before, after = _strength(field.before), _strength(field.after)
            said = (before, after, direction(before, after))
            if said not in found:
                found.append(said)
    for place, (was, now, way) in enumerate(found):
        yield StrengthFlag(f"{change.id}-{place}", change.id, change.after.number, was, now, way)


def number_of(change: ProvisionChange) -> str:
    """The number under which a reader finds the provision: the new one, else the last."""
    provision = change.after or change.before
    assert provision is not None
    return provision.number


def _strength(values: tuple[str, ...]) -> Strength | None:
    return Strength(values[0]) if values else None
