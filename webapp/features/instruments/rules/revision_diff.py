"""What changed between two revisions, provision by provision, by identity and not by number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .diff import Change, compare, is_changed
from .snapshot import Snapshot, SnapshotElement, SnapshotProvision


class Act(StrEnum):
    """What happened to a provision or an element; several may have."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    WORDS = "words"
    FIELDS = "fields"


class ProvisionField(StrEnum):
    """A field of a provision beside its words, in the order in which changes are told."""

    KIND = "kind"
    LANGUAGE = "language"
    BEARERS = "bearers"
    LEAD = "lead"
    BENEFICIARY = "beneficiary"
    ACTION = "action"
    THEME = "theme"
    PHASES = "phases"
    STRENGTH = "strength"


@dataclass(frozen=True)
class FieldChange:
    """Old and new values in order; none where the field was or is empty. Bearers and leads are given by name."""

    field: ProvisionField
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class ProvisionChange:
    """A provision that changed; `before` or `after` is None where it came or went."""

    id: str
    acts: tuple[Act, ...]
    before: SnapshotProvision | None
    after: SnapshotProvision | None
    words: tuple[Change, ...]
    """The whole text as a redline, also where no word changed."""
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class ElementChange:
    """An element that changed; `before` or `after` is None where it came or went."""

    id: str
    acts: tuple[Act, ...]
    before: SnapshotElement | None
    after: SnapshotElement | None
    title: tuple[Change, ...]


def as_stored(text: str) -> str:
    """The text as it is: the reading of a comparison for whoever may see all of it."""
    return text


def compare_revisions(
    before: Snapshot, after: Snapshot, *, reading: Callable[[str], str] = as_stored
) -> tuple[ProvisionChange, ...]:
    """The provisions that changed, in the order of `merged_order`.

    `reading` says how a stored text is read by whom the comparison is for, for example without names in brackets;
    what it leaves out is not compared.
    """
    old = {provision.id: provision for provision in before.provisions}
    new = {provision.id: provision for provision in after.provisions}
    moved = _moved(_places(before), _places(after))
    changes = []
    for key in merged_order(before, after):
        was, now = old.get(key), new.get(key)
        words = compare(reading(was.text) if was else "", reading(now.text) if now else "")
        fields = _field_changes(was, now)
        acts = _acts(was, now, words, moved=key in moved, fields=bool(fields))
        if acts:
            changes.append(ProvisionChange(key, acts, was, now, words, fields))
    return tuple(changes)


def compare_elements(before: Snapshot, after: Snapshot) -> tuple[ElementChange, ...]:
    """The elements that came, went, moved, or changed number or title; `Act.WORDS` is said of the title."""
    old = {element.id: element for element in before.elements}
    new = {element.id: element for element in after.elements}
    moved = _moved(dict.fromkeys(old, ""), dict.fromkeys(new, ""))
    changes = []
    for key in merged(tuple(old), tuple(new)):
        was, now = old.get(key), new.get(key)
        title = compare(was.title if was else "", now.title if now else "")
        acts = _acts(was, now, title, moved=key in moved, fields=False)
        if acts:
            changes.append(ElementChange(key, acts, was, now, title))
    return tuple(changes)


def compare_titles(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """The title of the whole text as a redline."""
    return compare(before.title, after.title)


def merged_order(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Identifiers of all provisions of both texts, in the order in which they are read.

    The order is that of `after`; a deleted provision follows the one that stood before it.
    """
    return merged(tuple(_places(before)), tuple(_places(after)))


def _places(snapshot: Snapshot) -> dict[str, str]:
    """Provision to element, in reading order."""
    return {provision.id: element.id for element in snapshot.elements for provision in element.provisions}


def merged(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Both orders in one: that of `after`; what is in `before` alone follows what stood before it there."""
    kept = set(after)
    following: dict[str | None, list[str]] = {}
    last: str | None = None
    for key in before:
        if key in kept:
            last = key
        else:
            following.setdefault(last, []).append(key)
    both = list(following.get(None, ()))
    for key in after:
        both += [key, *following.get(key, ())]
    return tuple(both)


def _moved(before: dict[str, str], after: dict[str, str]) -> frozenset[str]:
    """Those that are in another element, or out of the order that most of the others kept."""
    place = {key: index for index, key in enumerate(before)}
    common = [key for key in after if key in place]
    stayed = _longest_rising([place[key] for key in common])
    return frozenset(
        key for index, key in enumerate(common) if index not in stayed or before[key] != after[key]
    )


def _longest_rising(values: Sequence[int]) -> frozenset[int]:
    """Indices of a longest rising subsequence (patience sorting, n log n)."""
    tops: list[int] = []
    top_values: list[int] = []
    previous: list[int | None] = []
    for index, value in enumerate(values):
        pile = bisect_left(top_values, value)
        previous.append(tops[pile - 1] if pile else None)
        tops[pile:] = [index, *tops[pile + 1 :]]
        top_values[pile:] = [value, *top_values[pile + 1 :]]
    found: set[int] = set()
    at = tops[-1] if tops else None
    while at is not None:
        found.add(at)
        at = previous[at]
    return frozenset(found)


def _acts(
    was: SnapshotProvision | SnapshotElement | None,
    now: SnapshotProvision | SnapshotElement | None,
    words: tuple[Change, ...],
    *,
    moved: bool,
    fields: bool,
) -> tuple[Act, ...]:
    if was is None:
        return (Act.INSERTED,)
    if now is None:
        return (Act.DELETED,)
    happened = {
        Act.MOVED: moved,
        Act.RENUMBERED: was.number != now.number,
        Act.WORDS: is_changed(words),
        Act.FIELDS: fields,
    }
    return tuple(act for act, did in happened.items() if did)


def _field_changes(was: SnapshotProvision | None, now: SnapshotProvision | None) -> tuple[FieldChange, ...]:
    if was is None or now is None:
        return ()
    old, new = _fields(was), _fields(now)
    return tuple(
        FieldChange(field, old[field], new[field]) for field in ProvisionField if old[field] != new[field]
    )


def _fields(provision: SnapshotProvision) -> dict[ProvisionField, tuple[str, ...]]:
    return {
        ProvisionField.KIND: (provision.kind,),
        ProvisionField.LANGUAGE: (provision.language,),
        ProvisionField.BEARERS: tuple(bearer.name for bearer in provision.bearers),
        ProvisionField.LEAD: tuple(bearer.name for bearer in provision.bearers if bearer.leads),
        ProvisionField.BENEFICIARY: _one(provision.beneficiary),
        ProvisionField.ACTION: _one(provision.action),
        ProvisionField.THEME: _one(provision.theme),
        ProvisionField.PHASES: tuple(provision.phases),
        ProvisionField.STRENGTH: _one(provision.strength),
    }


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
