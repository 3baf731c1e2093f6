"""The index: what can be found, with the words under which it is found."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import KEPT_BY_MIGRATIONS, Base, Id, Json, Moment

FULL_TEXT = "search_words"
"""On SQLite a virtual table (FTS5), which triggers keep equal to `words`; on PostgreSQL a generated column."""

KEPT_BY_MIGRATIONS.update(
    {
        FULL_TEXT,
        *(f"{FULL_TEXT}_{part}" for part in ("config", "data", "docsize", "idx")),
        f"search_entry.{FULL_TEXT}",
        f"ix_search_entry_{FULL_TEXT}",
    }
)


class SearchEntry(Base):
    """Something that can be found. It follows from what it tells of, and can be made again from it at any moment.

    `source` and `scope_id` name what is collected as a whole, `object_id` the entry in it.
    """

    __tablename__ = "search_entry"
    __table_args__ = (
        UniqueConstraint("source", "scope_id", "kind", "object_id"),
        CheckConstraint(
            "kind IN ('text', 'mandate', 'decision', 'position', 'comment', 'answer', 'covering', 'round',"
            " 'people', 'earlier')",
            name="kind",
        ),
        Index("ix_search_entry_readers", "initiative_id", "audience_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(20))
    scope_id: Mapped[str] = mapped_column(String(13))
    kind: Mapped[str] = mapped_column(String(10))
    object_id: Mapped[str] = mapped_column(String(40))
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"))
    audience_id: Mapped[str] = mapped_column(ForeignKey("audience.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    made_from: Mapped[str] = mapped_column(String(32))
    """A hash of everything that it was made from: whether it still holds is seen without reading its words."""
    language: Mapped[str] = mapped_column(String(10), default="")
    """Of title and body; empty where nobody said it."""
    title: Mapped[str] = mapped_column(Text, default="")
    body: Mapped[str] = mapped_column(Text, default="")
    """The text from which the excerpt is cut."""
    facts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Where it stands: the identifiers and numbers from which its address and heading are made."""
    words: Mapped[str] = mapped_column(Text)
    """What the full-text engine reads: see `rules.lexemes`."""
