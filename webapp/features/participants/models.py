"""Delegations, seats, offices and invitations."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment


class Delegation(Identified, Base):
    """An organisation's participation in an initiative: the acting unit."""

    __tablename__ = "delegation"
    __table_args__ = (
        UniqueConstraint("initiative_id", "code"),
        UniqueConstraint("initiative_id", "name"),
        CheckConstraint(
            "constituency IN ('state', 'international_organisation', 'civil_society', 'private_sector')",
            name="constituency",
        ),
        CheckConstraint("standing IN ('member', 'observer')", name="standing"),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    code: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(200))
    constituency: Mapped[str] = mapped_column(String(30))
    standing: Mapped[str] = mapped_column(String(10))
    tags: Mapped[list[str]] = mapped_column(Json, default=list)
    accredited_at: Mapped[dt.datetime] = mapped_column(Moment)


class SeatRow(Identified, Base):
    """A person's seat in a delegation; ended, never deleted."""

    __tablename__ = "seat"
    __table_args__ = (
        CheckConstraint("role IN ('head', 'alternate', 'delegate', 'adviser')", name="role"),
        Index(
            "uq_seat_one_per_initiative",
            "initiative_id",
            "person_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "uq_seat_one_focal_point",
            "delegation_id",
            unique=True,
            sqlite_where=text("focal_point_at IS NOT NULL AND ended_at IS NULL"),
            postgresql_where=text("focal_point_at IS NOT NULL AND ended_at IS NULL"),
        ),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"))
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"), index=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    began_at: Mapped[dt.datetime] = mapped_column(Moment)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    focal_point_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    """When this head or alternate confirmed the duty of focal point."""


class OfficeRow(Identified, Base):
    """An office held by a person, with or without a seat."""

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint("kind IN ('co_chair', 'secretariat')", name="kind"),
        Index(
            "uq_office_held_once",
            "initiative_id",
            "person_id",
            "kind",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(15))
    began_at: Mapped[dt.datetime] = mapped_column(Moment)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Invitation(Identified, Base):
    """An invitation to a seat or an office, sent by mail; lives 14 days and is used once, by a button.

    The secret of its link is derived from the identifier and the installation's key; it is stored nowhere.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint(
            "(seat_role IS NOT NULL AND delegation_id IS NOT NULL AND office_kind IS NULL)"
            " OR (seat_role IS NULL AND office_kind IS NOT NULL)",
            name="seat_or_office",
        ),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    delegation_id: Mapped[str | None] = mapped_column(Id, ForeignKey("delegation.id"))
    seat_role: Mapped[str | None] = mapped_column(String(10))
    office_kind: Mapped[str | None] = mapped_column(String(15))
    email: Mapped[str] = mapped_column(String(254))
    delivery_email: Mapped[str | None] = mapped_column(String(254))
    """The shared mailbox from which the invited person asked to sign in with an address of their own."""
    name: Mapped[str] = mapped_column(String(200))
    invited_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    used_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Moment)
