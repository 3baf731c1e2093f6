"""Initiatives: the undertaking, its mandate, its lists and its rules of procedure."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment


class Initiative(Identified, Base):
    """An undertaking with a mandate, an official time zone and rules of procedure."""

    __tablename__ = "initiative"
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    mandate: Mapped[str] = mapped_column(Text, default="")
    scope: Mapped[list[str]] = mapped_column(Json, default=list)
    """Kinds of crisis within the scope: `conflict`, `natural_disaster`."""
    outside_scope: Mapped[str] = mapped_column(Text, default="")
    timetable: Mapped[str] = mapped_column(Text, default="")
    time_zone: Mapped[str] = mapped_column(String(60), default="UTC")
    procedure: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """The rules of procedure as data; read through `rules.read_procedure`."""
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)


class Bearer(Identified, Base):
    """Somebody who can bear a responsibility, from the initiative's list."""

    __tablename__ = "bearer"
    __table_args__ = (
        UniqueConstraint("initiative_id", "name"),
        CheckConstraint(
            "constituency IN ('state', 'international_organisation', 'civil_society', 'private_sector')",
            name="constituency",
        ),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    constituency: Mapped[str] = mapped_column(String(30))
    position: Mapped[int] = mapped_column(Integer)


class Theme(Identified, Base):
    """A theme of the initiative, with the phases in which the mandate lists it."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("initiative_id", "name"),)
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    phases: Mapped[list[str]] = mapped_column(Json, default=list)
    position: Mapped[int] = mapped_column(Integer)
