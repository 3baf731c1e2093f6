"""A whole text at one moment, and the bytes from which anybody can compute its hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, cast

from webapp.base.kernel.errors import Invalid, NotFound

from .enums import ElementKind, Phase, ProvisionKind, Strength

FORMAT: Final = "concord-text/1"


@dataclass(frozen=True)
class SnapshotBearer:
    """Who carries a responsibility, by the name and constituency that stood at the time."""

    id: str
    name: str
    constituency: str
    leads: bool = False


@dataclass(frozen=True)
class SnapshotProvision:
    """A provision as it stood; what follows the language is empty where nobody is made responsible."""

    id: str
    number: str
    kind: ProvisionKind
    text: str
    """In the notation of `notation`."""
    language: str
    bearers: tuple[SnapshotBearer, ...] = ()
    beneficiary: str = ""
    action: str = ""
    theme: str | None = None
    phases: tuple[Phase, ...] = ()
    strength: Strength | None = None


@dataclass(frozen=True)
class SnapshotElement:
    """An element as it stood, with its provisions in reading order."""

    id: str
    kind: ElementKind
    number: str
    title: str
    provisions: tuple[SnapshotProvision, ...] = ()


@dataclass(frozen=True)
class Snapshot:
    """A whole text as it stood, its elements in reading order."""

    title: str
    language: str
    elements: tuple[SnapshotElement, ...] = ()

    @property
    def provisions(self) -> tuple[SnapshotProvision, ...]:
        """All provisions, in reading order."""
        return tuple(provision for element in self.elements for provision in element.provisions)


def canonical(snapshot: Snapshot) -> bytes:
    """One snapshot, one sequence of bytes: JSON with keys by code point, no blanks between them, UTF-8 unescaped."""
    document = {"format": FORMAT, **asdict(snapshot)}
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def text_hash(snapshot: Snapshot) -> str:
    """SHA-256 (FIPS 180-4) of the canonical bytes, in lower-case hexadecimal digits."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def select(snapshot: Snapshot, *, element_id: str | None = None, provision_id: str | None = None) -> Snapshot:
    """The part of a snapshot that a decision is about: one element, or one provision in its element.

    Raises NotFound where the snapshot has no such part.
    """
    elements = snapshot.elements
    if element_id is not None:
        elements = tuple(element for element in elements if element.id == element_id)
    if provision_id is not None:
        kept = (
            replace(element, provisions=tuple(one for one in element.provisions if one.id == provision_id))
            for element in elements
        )
        elements = tuple(element for element in kept if element.provisions)
    if not elements and (element_id is not None or provision_id is not None):
        raise NotFound
    return replace(snapshot, elements=elements)


def from_json(document: bytes | str) -> Snapshot:
    """The snapshot of canonical bytes. Raises Invalid `snapshot.malformed` (`reason`)."""
    try:
        found = json.loads(document)
        if found["format"] != FORMAT:
            raise Invalid("snapshot.malformed", reason="format")
        elements = tuple(_element(element) for element in found["elements"])
        return Snapshot(title=found["title"], language=found["language"], elements=elements)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Invalid("snapshot.malformed", reason=type(error).__name__) from error


def _element(found: dict[str, Any]) -> SnapshotElement:
    return SnapshotElement(
        id=found["id"],
        kind=ElementKind(found["kind"]),
        number=found["number"],
        title=found["title"],
        provisions=tuple(_provision(provision) for provision in found["provisions"]),
    )


def _provision(found: dict[str, Any]) -> SnapshotProvision:
    strength = cast("str | None", found["strength"])
    return SnapshotProvision(
        id=found["id"],
        number=found["number"],
        kind=ProvisionKind(found["kind"]),
        text=found["text"],
        language=found["language"],
        bearers=tuple(SnapshotBearer(**bearer) for bearer in found["bearers"]),
        beneficiary=found["beneficiary"],
        action=found["action"],
        theme=found["theme"],
        phases=tuple(Phase(phase) for phase in found["phases"]),
        strength=Strength(strength) if strength is not None else None,
    )
