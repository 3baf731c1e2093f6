"""What happened to the own account, from the journal: entries that the person alone, or also others, may read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.happened import as_happened
from webapp.base.kernel.journal import JournalBody, JournalLeaf
from webapp.base.kernel.visibility import readable_by


@dataclass(frozen=True)
class LogEntry:
    """One thing that happened to an account."""

    at: dt.datetime
    event: str
    content: Mapping[str, Any]
    by_another: bool


def log_of(session: Session, actor: Actor, limit: int) -> list[LogEntry]:
    """The newest entries about the actor's own account."""
    statement = (
        select(JournalLeaf, JournalBody)
        .join(
            JournalBody,
            (JournalBody.chain == JournalLeaf.chain) & (JournalBody.sequence == JournalLeaf.sequence),
        )
        .where(
            JournalBody.object_id == actor.person_id,
            JournalBody.action.like("people.%"),
            JournalBody.body.is_not(None),
            readable_by(actor, JournalBody.audience_id),
        )
        .order_by(JournalLeaf.at.desc(), JournalLeaf.sequence.desc())
        .limit(limit)
    )
    found = (as_happened(leaf, body) for leaf, body in session.execute(statement))
    return [
        LogEntry(one.at, one.event, one.content, one.person_id not in (None, actor.person_id))
        for one in found
    ]
