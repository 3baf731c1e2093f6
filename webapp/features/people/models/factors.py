"""Second factors: an authenticator, passkeys, recovery codes."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Moment


class Authenticator(Base):
    """A person's app that shows six figures which change every half minute (RFC 6238)."""

    __tablename__ = "authenticator"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), primary_key=True)
    sealed_secret: Mapped[str] = mapped_column(Text)
    """Encrypted with a key that is derived from the installation's and stands nowhere in the database."""
    last_counter: Mapped[int] = mapped_column(Integer)
    """Of the last code that was accepted: neither it nor an older one is accepted again (RFC 6238, 5.2)."""
    created_at: Mapped[dt.datetime] = mapped_column(Moment)


class RecoveryCode(Identified, Base):
    """A code on paper that stands in for the second factor, once. Only its keyed hash is kept."""

    __tablename__ = "recovery_code"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    used_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Passkey(Identified, Base):
    """A key pair on a person's device, of which only the public key is here (WebAuthn level 2)."""

    __tablename__ = "passkey"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    credential_id: Mapped[str] = mapped_column(Text, unique=True)
    public_key: Mapped[str] = mapped_column(Text)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    last_used_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class PasskeyChallenge(Identified, Base):
    """What a device must sign now, once: to register a passkey, to come in, or to prove who it is."""

    __tablename__ = "passkey_challenge"
    __table_args__ = (CheckConstraint("purpose IN ('register', 'enter', 'prove')", name="purpose"),)
    purpose: Mapped[str] = mapped_column(String(10))
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    challenge: Mapped[str] = mapped_column(String(120))
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    used_at: Mapped[dt.datetime | None] = mapped_column(Moment)
