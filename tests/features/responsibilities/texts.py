"""Short texts whose responsibilities a test sets out in one line each."""

from __future__ import annotations

from webapp.features.instruments.rules.enums import ElementKind, Phase, ProvisionKind, Strength
from webapp.features.instruments.rules.snapshot import (
    Snapshot,
    SnapshotBearer,
    SnapshotElement,
    SnapshotProvision,
)
from webapp.features.responsibilities.rules import Bearer, Theme

BEFORE, DURING, AFTER = Phase
ORIGIN = Bearer("origin", "States of origin", "state")
EMPLOYERS = Bearer("employers", "Employers", "private_sector")
RELIEF = Bearer("relief", "Relief organisations", "civil_society")
BEARERS = (ORIGIN, EMPLOYERS, RELIEF)
PAPERS = Theme("papers", frozenset({DURING}))
WARNING = Theme("warning", frozenset({BEFORE, DURING}))
THEMES = (PAPERS, WARNING)


def duty(
    number: str,
    *bearers: Bearer,
    leads: Bearer | None = None,
    theme: str | None = "papers",
    phases: tuple[Phase, ...] = (DURING,),
    strength: Strength = Strength.SHOULD,
) -> SnapshotProvision:
    """A responsibility of these bearers."""
    return SnapshotProvision(
        id=f"id-{number}",
        number=number,
        kind=ProvisionKind.RESPONSIBILITY,
        text="They should act.",
        language="en",
        bearers=tuple(SnapshotBearer(one.id, one.name, one.constituency, one == leads) for one in bearers),
        beneficiary="migrants",
        action="act",
        theme=theme,
        phases=phases,
        strength=strength,
    )


def words(number: str) -> SnapshotProvision:
    """A provision of kind text."""
    return SnapshotProvision(f"id-{number}", number, ProvisionKind.TEXT, "Nobody is asked for papers.", "en")


def text(*provisions: SnapshotProvision) -> Snapshot:
    """A text of one principle."""
    element = SnapshotElement("element", ElementKind.PRINCIPLE, "1", "Principle", provisions)
    return Snapshot("Principles", "en", (element,))
