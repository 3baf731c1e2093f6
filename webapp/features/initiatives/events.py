"""What happens to an initiative itself."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.kernel.events import Event


@dataclass(frozen=True)
class Change:
    """What one clause, figure or list entry said before and says now; empty where it was not there."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Created(Event):
    """An initiative began."""

    name = "initiatives.created"
    object_kind = "initiative"
    slug: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Changed(Event):
    """The mandate, the rules of procedure, the bearers or the themes of an initiative changed."""

    name = "initiatives.changed"
    object_kind = "initiative"
    part: str
    """`mandate`, `procedure`, `bearers` or `themes`."""
    changes: tuple[Change, ...]
