"""Entries of the journal in bulk: a chain that verifies, as if each had been written by its act."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence

from sqlalchemy.orm import Session

from tests.benchmarks.furnishing.place import add_all
from webapp.base.access.actor import Capacity
from webapp.base.kernel.events import Event, body_of
from webapp.base.kernel.journal import (
    NO_HASH,
    JournalBody,
    JournalHead,
    JournalLeaf,
    hash_of_body,
    hash_of_leaf,
)
from webapp.base.kernel.visibility import audience_of

Recorded = tuple[Capacity, Event]
SECOND = dt.timedelta(seconds=1)


def write_record(session: Session, chain: str, began: dt.datetime, recorded: Sequence[Recorded]) -> None:
    """The beginning of a chain, an entry each second."""
    leaves, bodies, last = [], [], NO_HASH
    audiences = {
        spaces: audience_of(session, spaces) for spaces in {event.readers() for _, event in recorded}
    }
    for sequence, (by, event) in enumerate(recorded, start=1):
        at, salt, body = began + sequence * SECOND, secrets.token_hex(32), body_of(event, by)
        body_hash = hash_of_body(salt, body)
        last = hash_of_leaf(last, sequence, at, body_hash)
        place = {"chain": chain, "sequence": sequence}
        leaves.append({**place, "at": at, "body_hash": body_hash, "hash": last})
        bodies.append(
            {
                **place,
                "audience_id": audiences[event.readers()],
                "action": event.name,
                "object_id": event.object_id,
                "salt": salt,
                "body": body,
            }
        )
    add_all(session, JournalHead, [{"chain": chain, "sequence": len(leaves), "hash": last}])
    add_all(session, JournalLeaf, leaves)
    add_all(session, JournalBody, bodies)
