"""A whole text as a redline against an earlier one, in the layout of the text: nothing that went is left out."""

from __future__ import annotations

from dataclasses import dataclass

from .revision_diff import ElementChange, ProvisionChange, merged
from .snapshot import Snapshot, SnapshotElement, SnapshotProvision
from .text_changes import StrengthFlag, TextChanges


@dataclass(frozen=True)
class RedlinedProvision:
    """A provision in its place: as it stands, or, where it was deleted, as it stood."""

    provision: SnapshotProvision
    change: ProvisionChange | None
    flags: tuple[StrengthFlag, ...]


@dataclass(frozen=True)
class RedlinedElement:
    """An element in its place with its provisions, also those that were deleted."""

    element: SnapshotElement
    change: ElementChange | None
    provisions: tuple[RedlinedProvision, ...]


def redlined(changes: TextChanges) -> tuple[RedlinedElement, ...]:
    """Every element and provision of the newer text in its order, and what was deleted after what stood before it."""
    old = {element.id: element for element in changes.before.elements}
    new = {element.id: element for element in changes.after.elements}
    titles = {change.id: change for change in changes.elements}
    return tuple(
        RedlinedElement(
            new.get(key) or old[key], titles.get(key), _provisions(changes, old.get(key), new.get(key))
        )
        for key in merged(tuple(old), tuple(new))
    )


def _provisions(
    changes: TextChanges, was: SnapshotElement | None, now: SnapshotElement | None
) -> tuple[RedlinedProvision, ...]:
    changed = {change.id: change for change in changes.provisions}
    standing = _by_id(now)
    left = {
        key: provision
        for key, provision in _by_id(was).items()
        if key in standing or _is_deleted(changed.get(key))
    }
    return tuple(
        RedlinedProvision(
            standing.get(key) or left[key],
            changed.get(key),
            tuple(flag for flag in changes.flags if flag.provision_id == key),
        )
        for key in merged(tuple(left), tuple(standing))
    )


def _is_deleted(change: ProvisionChange | None) -> bool:
    return change is not None and change.after is None


def _by_id(element: SnapshotElement | None) -> dict[str, SnapshotProvision]:
    return {provision.id: provision for provision in element.provisions} if element else {}


def as_it_stands(text: Snapshot) -> tuple[RedlinedElement, ...]:
    """The text with no change in it."""
    return tuple(
        RedlinedElement(element, None, tuple(RedlinedProvision(one, None, ()) for one in element.provisions))
        for element in text.elements
    )
