"""Deliveries: one notice to one person by one channel."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment


class Delivery(Identified, Base):
    """A notice on its way. Unique per notice, event, person and channel, so that telling twice tells once.

    An inbox delivery is `sent` from the start; `read_at` is when the person opened it.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("chain", "sequence", "notice", "recipient", "channel"),
        CheckConstraint("channel IN ('inbox', 'mail')", name="channel"),
        CheckConstraint("state IN ('waiting', 'claimed', 'sent', 'failed', 'suppressed')", name="state"),
        Index("ix_delivery_due", "channel", "state", "due_at"),
        Index("ix_delivery_inbox", "person_id", "channel", "created_at"),
    )
    chain: Mapped[str] = mapped_column(String(20))
    sequence: Mapped[int] = mapped_column(Integer)
    notice: Mapped[str] = mapped_column(String(60))
    """The row of the catalogue."""
    recipient: Mapped[str] = mapped_column(String(254))
    """The person's identifier, or the address of somebody who is invited and not yet a person."""
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    initiative_id: Mapped[str | None] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    channel: Mapped[str] = mapped_column(String(10))
    formal: Mapped[bool] = mapped_column(Boolean, default=False)
    facts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Identifiers only: what the template loads, as the receiver may see it, when it is rendered."""
    state: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    """How often it was claimed; whoever settles a claim must name the number that the claim gave."""
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    due_at: Mapped[dt.datetime] = mapped_column(Moment)
    give_up_at: Mapped[dt.datetime] = mapped_column(Moment)
    """Until when a mail that could not be handed over is tried again."""
    claimed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    settled_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    reason: Mapped[str | None] = mapped_column(Text)
    """Why it failed or was suppressed."""
    read_at: Mapped[dt.datetime | None] = mapped_column(Moment)
