"""The one clock. Deadlines are judged by it, after the parent row is locked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import CheckConstraint, Integer, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.base.kernel.db import Base


class ClockOffset(Base):
    """By how many seconds the clock is moved. Only tests and the demo may write the one row."""

    __tablename__ = "clock_offset"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    seconds: Mapped[int] = mapped_column(Integer, default=0)


_OFFSET = select(ClockOffset.seconds).where(ClockOffset.id == 1)
_WITH_OFFSET = select(func.clock_timestamp(), _OFFSET.scalar_subquery())


@dataclass(frozen=True)
class Reading:
    """What the clock shows, and by how much it is moved."""

    at: dt.datetime
    moved_by: dt.timedelta


def read(session: Session) -> Reading:
    """The present moment in UTC: PostgreSQL's own clock, else the process's; plus the offset row."""
    if session.get_bind().dialect.name == "postgresql":
        moment, seconds = session.execute(_WITH_OFFSET).one()
        present: dt.datetime = moment.astimezone(dt.UTC)
    else:
        present, seconds = dt.datetime.now(dt.UTC), session.scalar(_OFFSET)
    moved_by = dt.timedelta(seconds=seconds or 0)
    return Reading(present + moved_by, moved_by)


def now(session: Session) -> dt.datetime:
    """The present moment in UTC."""
    return read(session).at
