"""What happens to a text before it is issued, and to the status of its provisions."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class InstrumentCreated(Event):
    """The co-chairs began to draft an instrument."""

    name = "instruments.instrument_created"
    object_kind = "instrument"
    title: str
    symbol_stem: str


@dataclass(frozen=True, kw_only=True)
class TextChanged(Event):
    """A co-chair changed the rolling text; `before` and `after` are the words concerned, empty where there are none."""

    name = "instruments.text_changed"
    object_kind = "instrument"
    act: str
    """`title`, `element_added`, `element_titled`, `element_moved`, `element_removed`, `provision_added`,
    `provision_edited`, `provision_moved` or `provision_removed`."""
    part_id: str | None
    """The element or provision concerned; None for the title."""
    before: str
    after: str
    fields: tuple[str, ...] = ()
    """The fields of a responsibility that changed."""

    def readers(self) -> tuple[Space, ...]:
        """The rolling text is the co-chairs' own until it is issued."""
        assert self.initiative_id is not None
        return (spaces.chairs(self.initiative_id),)


@dataclass(frozen=True)
class StatusChange:
    """What one provision's status was and is."""

    provision_id: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class StatusChanged(Event):
    """The status of provisions changed: by a round, by a decision, or because a revision was issued."""

    name = "instruments.status_changed"
    object_kind = "instrument"
    changes: tuple[StatusChange, ...]
