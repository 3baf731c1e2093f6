"""Pressing twice leads to the first result: every form carries a key that is spent in the same transaction."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import String, Text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.base.kernel import clock
from webapp.base.kernel.db import Base, Moment, insert_new


class IdempotencyKey(Base):
    """A spent key and where its act led."""

    __tablename__ = "idempotency_key"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    location: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[dt.datetime] = mapped_column(Moment, index=True)


class AlreadyDone(Exception):
    """The form was received before; `location` is where the first one led."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


def spend(session: Session, key: str, person_id: str | None, location: str) -> None:
    """Spend the key of a form for this person; raises AlreadyDone where it was spent before.

    On PostgreSQL a second request waits here until the first has committed.
    """
    if not key:
        return
    whole = f"{person_id or '-'}:{key}"[:80]
    row = {"key": whole, "location": location, "at": clock.now(session)}
    if insert_new(session, IdempotencyKey, [row]) == 0:
        first = session.get(IdempotencyKey, whole)
        raise AlreadyDone(first.location if first else location)


def lead_to(session: Session, key: str, person_id: str | None, location: str) -> None:
    """Remember where the act led, once that is known."""
    whole = f"{person_id or '-'}:{key}"[:80]
    session.execute(update(IdempotencyKey).where(IdempotencyKey.key == whole).values(location=location))
