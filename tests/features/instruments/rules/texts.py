"""Small texts for these tests."""

from webapp.features.instruments.rules.enums import ElementKind, ProvisionKind
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision


def provision(key: str, number: str, text: str = "States should act.") -> SnapshotProvision:
    return SnapshotProvision(key, number, ProvisionKind.TEXT, text, "en")


def principle(
    key: str, number: str, *provisions: SnapshotProvision, title: str = "Papers"
) -> SnapshotElement:
    return SnapshotElement(key, ElementKind.PRINCIPLE, number, title, provisions)


def text_of(*elements: SnapshotElement) -> Snapshot:
    return Snapshot("Voluntary principles", "en", elements)
