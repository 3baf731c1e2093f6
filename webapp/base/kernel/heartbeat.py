"""Signs of life of the parts that nobody looks at: beat and worker."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.base.kernel.db import Base, Moment


class Heartbeat(Base):
    """When a part was last seen at work, by the process's own clock (never moved)."""

    __tablename__ = "heartbeat"
    part: Mapped[str] = mapped_column(String(20), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(Moment)


def beat(session: Session, part: str) -> None:
    """Note that this part is alive."""
    row = session.get(Heartbeat, part)
    if row is None:
        session.add(Heartbeat(part=part, at=dt.datetime.now(dt.UTC)))
    else:
        row.at = dt.datetime.now(dt.UTC)


def age_seconds(session: Session, part: str) -> float | None:
    """Seconds since the part was last seen, or None where it never was."""
    row = session.get(Heartbeat, part)
    return None if row is None else (dt.datetime.now(dt.UTC) - row.at).total_seconds()
