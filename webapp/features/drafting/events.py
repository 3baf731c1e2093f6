"""What happens when a revision is issued."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class _BetweenChairs(Event):
    """What the co-chairs do among themselves before a revision is issued."""

    object_kind = "revision"
    instrument_id: str
    label: str
    hash: str

    def readers(self) -> tuple[Space, ...]:
        """The rolling text, and what is planned with it, is the co-chairs' own until it is issued."""
        assert self.initiative_id is not None
        return (spaces.chairs(self.initiative_id),)


@dataclass(frozen=True, kw_only=True)
class RevisionProposed(_BetweenChairs):
    """A co-chair proposed to issue the rolling text."""

    name = "drafting.revision_proposed"
    acknowledged: tuple[str, ...]
    """The changes of strength that the co-chair acknowledged, as `3.2: may → should`."""


@dataclass(frozen=True, kw_only=True)
class RevisionDeclined(_BetweenChairs):
    """The other co-chair declined to issue what was proposed."""

    name = "drafting.revision_declined"
    reason: str


@dataclass(frozen=True, kw_only=True)
class RevisionWithdrawn(_BetweenChairs):
    """Who had proposed to issue a revision withdrew the proposal."""

    name = "drafting.revision_withdrawn"


@dataclass(frozen=True, kw_only=True)
class RevisionIssued(Event):
    """A revision was issued and can never change."""

    name = "drafting.revision_issued"
    object_kind = "revision"
    instrument_id: str
    ordinal: int
    label: str
    symbol: str
    hash: str
