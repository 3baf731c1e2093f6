"""The outbox: one row per event and reaction, written in the same transaction as the journal row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, Integer, String, Text, UniqueConstraint, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.base.kernel.db import Base, Moment
from webapp.base.kernel.journal import JournalLeaf


class OutboxState(StrEnum):
    """What became of a reaction."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class OutboxRow(Base):
    """A reaction that is due. `failed` is seen by the secretariat and by `reconcile`."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("chain", "sequence", "reaction"),
        CheckConstraint("state IN ('waiting', 'done', 'failed')", name="state"),
        Index("ix_outbox_due", "state", "due_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    chain: Mapped[str] = mapped_column(String(20))
    sequence: Mapped[int] = mapped_column(Integer)
    event: Mapped[str] = mapped_column(String(60))
    reaction: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(10), default=OutboxState.WAITING)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    due_at: Mapped[dt.datetime] = mapped_column(Moment)
    last_error: Mapped[str | None] = mapped_column(Text)


_reactions: dict[str, tuple[str, ...]] = {}
_enabled = True


def use_reactions(names: Mapping[str, tuple[str, ...]], *, enabled: bool = True) -> None:
    """Tell the kernel which reactions follow which event; called once by create_app."""
    global _enabled
    _reactions.clear()
    _reactions.update(names)
    _enabled = enabled


def enqueue(session: Session, leaves: Iterable[tuple[JournalLeaf, str]], now: dt.datetime) -> int:
    """Write the rows of these journal entries, each with the name of its event; returns how many."""
    rows = [
        {
            "chain": leaf.chain,
            "sequence": leaf.sequence,
            "event": event_name,
            "reaction": reaction,
            "created_at": now,
            "due_at": now,
        }
        for leaf, event_name in leaves
        for reaction in (_reactions.get(event_name, ()) if _enabled else ())
    ]
    if rows:
        session.execute(insert(OutboxRow), rows)
    return len(rows)
