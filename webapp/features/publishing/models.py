"""Publications: what a co-chair made public, and from when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment

ONCE = text("kind <> 'mandate'")


class Publication(Identified, Base):
    """A named item that everybody may read from `published_at` on. It is never taken back.

    The journal's entry about it has this row's identifier as its object: there stand its number and its hash.
    """

    __tablename__ = "publication"
    __table_args__ = (
        CheckConstraint("kind IN ('revision', 'outcome', 'mandate')", name="kind"),
        CheckConstraint("(kind = 'mandate') = (content IS NOT NULL)", name="content"),
        CheckConstraint("published_at >= acted_at", name="not_before_the_act"),
        Index(
            "uq_publication_item",
            "kind",
            "item_id",
            unique=True,
            sqlite_where=ONCE,
            postgresql_where=ONCE,
        ),
        Index("ix_publication_visible", "initiative_id", "published_at"),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"))
    kind: Mapped[str] = mapped_column(String(10))
    item_id: Mapped[str] = mapped_column(String(13))
    """The revision or the decision; of a mandate the initiative."""
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what was published: the revision's hash, the outcome's, or that of `content`."""
    content: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """A mandate as it was published, since it may change afterwards; revisions and outcomes never do."""
    published_at: Mapped[dt.datetime] = mapped_column(Moment)
    acted_at: Mapped[dt.datetime] = mapped_column(Moment)
    published_by: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
