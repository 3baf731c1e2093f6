"""An entry of the journal as reactions read it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.journal import SITE_CHAIN, JournalBody, JournalLeaf


@dataclass(frozen=True)
class Happened:
    """What happened, where it stands in the journal, and who did it."""

    chain: str
    sequence: int
    at: dt.datetime
    event: str
    object_id: str
    person_id: str | None
    delegation_id: str | None
    content: Mapping[str, Any]

    @property
    def initiative_id(self) -> str | None:
        """The initiative whose chain it is, or None for the site's."""
        return None if self.chain == SITE_CHAIN else self.chain


def read_happened(session: Session, chain: str, sequence: int) -> Happened:
    """The entry at this place; raises NotFound where its body was erased."""
    leaf = session.get(JournalLeaf, (chain, sequence))
    body = session.get(JournalBody, (chain, sequence))
    if leaf is None or body is None:
        raise NotFound("journal.entry_gone")
    return as_happened(leaf, body)


def as_happened(leaf: JournalLeaf, body: JournalBody) -> Happened:
    """The entry of this leaf and body; raises NotFound where the body was erased."""
    if body.body is None:
        raise NotFound("journal.entry_gone")
    told = json.loads(body.body)
    return Happened(
        chain=leaf.chain,
        sequence=leaf.sequence,
        at=leaf.at,
        event=body.action,
        object_id=body.object_id,
        person_id=told["actor"]["id"],
        delegation_id=told["delegation"]["id"],
        content=MappingProxyType(told["content"]),
    )
