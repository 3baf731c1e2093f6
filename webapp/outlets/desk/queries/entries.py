"""Entries of the journal that the desk tells as news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.happened import Happened, as_happened
from webapp.base.kernel.journal import JournalBody, JournalLeaf
from webapp.base.kernel.visibility import readable_by


def entries(
    session: Session,
    actor: Actor,
    chains: Collection[str],
    actions: Collection[str],
    since: dt.datetime,
    until: dt.datetime,
    limit: int,
) -> list[Happened]:
    """What happened in this time as far as the reader may open it, the newest first; erased bodies are left out."""
    statement = (
        select(JournalLeaf, JournalBody)
        .join(
            JournalBody,
            (JournalBody.chain == JournalLeaf.chain) & (JournalBody.sequence == JournalLeaf.sequence),
        )
        .where(
            JournalLeaf.chain.in_(chains),
            JournalLeaf.at > since,
            JournalLeaf.at <= until,
            JournalBody.action.in_(actions),
            JournalBody.body.is_not(None),
            readable_by(actor, JournalBody.audience_id),
        )
        .order_by(JournalLeaf.at.desc(), JournalLeaf.chain, JournalLeaf.sequence.desc())
        .limit(limit)
    )
    return [as_happened(leaf, body) for leaf, body in session.execute(statement)]
