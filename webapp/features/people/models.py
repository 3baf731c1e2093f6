"""Persons, their sessions, one-time links and attempts to sign in."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Moment


class Person(Identified, Base):
    """A human being who can sign in. `email` is kept in lower case."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(10), default="en")
    time_zone: Mapped[str] = mapped_column(String(60), default="UTC")
    is_administrator: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)


class SignInSession(Identified, Base):
    """A sign-in on one device. Its identifier travels in the signed cookie; revoking it signs out."""

    __tablename__ = "sign_in_session"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Visit(Base):
    """When a person was last here, on whichever device: one row each, and no history.

    Written at most once in some minutes, so every moment is a little too early, never too late.
    """

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("seen_at >= began_at", name="begins_first"),
        CheckConstraint("before_at < began_at", name="before_is_earlier"),
    )
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), primary_key=True)
    began_at: Mapped[dt.datetime] = mapped_column(Moment)
    seen_at: Mapped[dt.datetime] = mapped_column(Moment)
    """When a page was last opened."""
    before_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    """When the visit before this one began; None in the first."""


class OneTimeLink(Identified, Base):
    """A link that sets a password: used once, by a button. Only a hash of its secret is kept.

    The secret itself is derived from the identifier and the installation's key, so that a mail can be
    written later without the secret ever being stored.
    """

    __tablename__ = "one_time_link"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    used_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class SignInAttempt(Identified, Base):
    """A failed attempt to sign in, counted per account and per address to slow guessing."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_email_at", "email", "at"),
        Index("ix_sign_in_attempt_address_at", "address", "at"),
    )
    email: Mapped[str] = mapped_column(String(254))
    address: Mapped[str] = mapped_column(String(60))
    at: Mapped[dt.datetime] = mapped_column(Moment)
