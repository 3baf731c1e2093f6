"""Verifying a chain: recompute every hash and name the entry that does not fit (quality.md, "Journal")."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from webapp.base.kernel.journal import NO_HASH, hash_of_body, hash_of_leaf, moment_text

FORMAT = "concord-journal/1"


class Damage(StrEnum):
    """What is wrong with an entry."""

    MISSING = "an entry is missing before it"
    OUT_OF_PLACE = "it stands out of place"
    CHANGED = "its moment or its hash was changed"
    BODY_CHANGED = "its body or salt was changed"
    BODY_GONE = "its body was taken away, and not erased"
    BODY_HALF_ERASED = "its body was erased without its salt, or its salt without its body"
    CUT_OFF = "the chain ends before it"
    NOT_AS_KEPT = "its hash is not the one that was kept"
    HEAD = "the chain goes on after its last known entry"


@dataclass(frozen=True)
class Entry:
    """One entry of a chain as read. `opened` says whether body and salt could be read; erased ones are None."""

    sequence: int
    at: dt.datetime
    body_hash: str
    hash: str
    opened: bool = False
    salt: str | None = None
    body: str | None = None


@dataclass(frozen=True)
class Fault:
    """An entry that does not fit, and why."""

    sequence: int
    damage: Damage


@dataclass(frozen=True)
class Verified:
    """The result for one chain: how far it holds, its last hash, and the first fault if there is one."""

    entries: int
    last_hash: str
    fault: Fault | None = None


def verify(
    entries: Iterable[Entry], kept: Mapping[int, str] | None = None, *, whole: bool = False
) -> Verified:
    """Recompute a chain from its first entry. `kept` are hashes that somebody noted, by sequence.

    `whole`: every body must be there, if only erased; in a reader's export some are closed.
    """
    kept = kept or {}
    expected, previous = 1, NO_HASH
    for entry in entries:
        damage = _damage(entry, expected, previous) or _not_as_kept(entry, kept)
        if damage is None and whole and not entry.opened:
            damage = Damage.BODY_GONE
        if damage is not None:
            place = expected if damage is Damage.OUT_OF_PLACE else entry.sequence
            return Verified(expected - 1, previous, Fault(place, damage))
        expected, previous = expected + 1, entry.hash
    lost = sorted(sequence for sequence in kept if sequence >= expected)
    fault = Fault(lost[0], Damage.CUT_OFF) if lost else None
    return Verified(expected - 1, previous, fault)


def _damage(entry: Entry, expected: int, previous: str) -> Damage | None:
    if entry.sequence > expected:
        return Damage.MISSING
    if entry.sequence < expected:
        return Damage.OUT_OF_PLACE
    if entry.hash != hash_of_leaf(previous, entry.sequence, entry.at, entry.body_hash):
        return Damage.CHANGED
    if not entry.opened:
        return None
    if (entry.salt is None) != (entry.body is None):
        return Damage.BODY_HALF_ERASED
    if entry.salt is None or entry.body is None:
        return None
    return None if hash_of_body(entry.salt, entry.body) == entry.body_hash else Damage.BODY_CHANGED


def _not_as_kept(entry: Entry, kept: Mapping[int, str]) -> Damage | None:
    """A kept hash may be shortened to its beginning, as it stands on paper."""
    noted = kept.get(entry.sequence)
    return Damage.NOT_AS_KEPT if noted is not None and not entry.hash.startswith(noted.lower()) else None


def write_export(chain: str, entries: Iterable[Entry]) -> str:
    """A chain as JSON that `journal verify --export` reads; bodies only where they were opened."""
    rows = [
        {
            "sequence": entry.sequence,
            "at": moment_text(entry.at),
            "body_hash": entry.body_hash,
            "hash": entry.hash,
            **({"salt": entry.salt, "body": entry.body} if entry.opened else {}),
        }
        for entry in entries
    ]
    return (
        json.dumps({"format": FORMAT, "chain": chain, "entries": rows}, ensure_ascii=False, indent=1) + "\n"
    )


def read_export(text: str) -> tuple[str, list[Entry]]:
    """A chain from its export; raises ValueError where the text is none."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise ValueError("not an export of a journal")
        entries = [
            Entry(
                sequence=int(row["sequence"]),
                at=dt.datetime.fromisoformat(row["at"]),
                body_hash=str(row["body_hash"]),
                hash=str(row["hash"]),
                opened="body" in row or "salt" in row,
                salt=row.get("salt"),
                body=row.get("body"),
            )
            for row in told["entries"]
        ]
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise ValueError("not an export of a journal") from error
    return str(told["chain"]), entries
