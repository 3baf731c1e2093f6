"""Sign-ins: running ones, half-finished ones, failed ones; and the links that set a password."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Moment


class SignInSession(Identified, Base):
    """A sign-in on one device. Its identifier travels in the signed cookie; revoking it signs out.

    No network address stands here: a list of devices needs none, and where somebody was is nobody's matter.
    """

    __tablename__ = "sign_in_session"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    proved_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    """When the person last proved, in this session, who it is; ways to sign in are changed only shortly after."""
    last_used_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    """Written in batches, some minutes late."""
    browser: Mapped[str] = mapped_column(String(20), default="", server_default="")
    system: Mapped[str] = mapped_column(String(20), default="", server_default="")
    device_hash: Mapped[str | None] = mapped_column(String(64))
    """Of the random mark that the device keeps, so that a new device is noticed."""


class SignInStep(Identified, Base):
    """A sign-in whose password was right and whose second factor is still missing."""

    __tablename__ = "sign_in_step"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    used_at: Mapped[dt.datetime | None] = mapped_column(Moment)


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
    """A failed attempt to sign in, counted per account and per address to slow guessing; forgotten after a day."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_email_at", "email", "at"),
        Index("ix_sign_in_attempt_address_at", "address", "at"),
    )
    email: Mapped[str] = mapped_column(String(254))
    address: Mapped[str] = mapped_column(String(60))
    at: Mapped[dt.datetime] = mapped_column(Moment)
