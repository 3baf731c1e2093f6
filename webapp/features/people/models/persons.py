"""Persons."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Identified, Moment


class Person(Identified, Base):
    """A human being who can sign in. `email` is the sign-in name, kept in lower case."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_lower"),
        CheckConstraint("appearance IN ('device', 'light', 'dark')", name="appearance"),
    )
    email: Mapped[str] = mapped_column(String(254), unique=True)
    delivery_email: Mapped[str | None] = mapped_column(String(254))
    """Where notices go instead; several people may share it. What concerns the account itself goes to `email`."""
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    second_factor_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    """Since when the person has an authenticator or a passkey; empty without one."""
    locale: Mapped[str] = mapped_column(String(10), default="en")
    time_zone: Mapped[str] = mapped_column(String(60), default="UTC")
    appearance: Mapped[str] = mapped_column(String(10), default="device", server_default="device")
    is_administrator: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)

    @property
    def notices_go_to(self) -> str:
        """The address for everything but the account itself."""
        return self.delivery_email or self.email
