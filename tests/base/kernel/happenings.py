"""Small events for tests of the kernel."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.access.actor import Capacity
from webapp.base.kernel.events import DelegationEvent, Event

BY = Capacity("person0000001", "Ines Okafor", "head", "delegation001", "Migrant Workers’ Union Federation")


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    """A bell rang."""

    name = "tests.rang"
    object_kind = "bell"
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class Called(DelegationEvent):
    """A delegation was called; only it may read so."""

    name = "tests.called"
    object_kind = "bell"


@dataclass(frozen=True, kw_only=True)
class Whispered(DelegationEvent):
    """Somebody said something to the own delegation."""

    name = "tests.whispered"
    object_kind = "bell"
    private = True
