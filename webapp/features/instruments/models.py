"""Instruments: the rolling text, issued revisions, and the status of each provision."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment

PROVISION_KIND = CheckConstraint("kind IN ('text', 'responsibility')", name="kind")
STATUS = "status IN ('not_discussed', 'open', 'bracketed', 'agreed', 'agreed_ad_referendum', 'reopened', 'adopted')"


class Instrument(Identified, Base):
    """A text that an initiative drafts. `symbol_stem` begins each of its document symbols."""

    __tablename__ = "instrument"
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    symbol_stem: Mapped[str] = mapped_column(String(60), unique=True)
    language: Mapped[str] = mapped_column(String(10), default="en")
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    """Raised with every change of the rolling text."""


class Element(Identified, Base):
    """A part of the rolling text: preamble, principle, annex and so on."""

    __tablename__ = "element"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('preamble', 'definition', 'scope', 'principle', 'guideline', 'practice', 'annex')",
            name="kind",
        ),
    )
    instrument_id: Mapped[str] = mapped_column(Id, ForeignKey("instrument.id"), index=True)
    kind: Mapped[str] = mapped_column(String(15))
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer, default=1)
    removed_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Provision(Identified, Base):
    """The smallest citable unit, as it stands in the rolling text. Its identifier survives renumbering."""

    __tablename__ = "provision"
    __table_args__ = (PROVISION_KIND, CheckConstraint(STATUS, name="status"))
    instrument_id: Mapped[str] = mapped_column(Id, ForeignKey("instrument.id"), index=True)
    element_id: Mapped[str] = mapped_column(Id, ForeignKey("element.id"), index=True)
    kind: Mapped[str] = mapped_column(String(15))
    text: Mapped[str] = mapped_column(Text)
    """In the notation of product.md, "The text"."""
    position: Mapped[int] = mapped_column(Integer)
    bearers: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    """`[{"bearer_id": ..., "leads": bool}]` in order."""
    beneficiary: Mapped[str] = mapped_column(String(300), default="")
    action: Mapped[str] = mapped_column(String(300), default="")
    theme_id: Mapped[str | None] = mapped_column(Id, ForeignKey("theme.id"))
    phases: Mapped[list[str]] = mapped_column(Json, default=list)
    strength: Mapped[str | None] = mapped_column(String(10))
    version: Mapped[int] = mapped_column(Integer, default=1)
    removed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    status: Mapped[str] = mapped_column(String(25), default="not_discussed")
    """What the delegations have agreed about it, by the table of decisions.md."""
    status_at: Mapped[dt.datetime] = mapped_column(Moment)


class Revision(Identified, Base):
    """A state of the instrument: proposed by one co-chair, issued by the other's confirmation, then immutable.

    `snapshot` is the canonical JSON of the whole text, and `hash` its SHA-256: what anybody can check.
    """

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("instrument_id", "ordinal"),
        UniqueConstraint("symbol"),
        CheckConstraint("state IN ('proposed', 'issued', 'declined', 'withdrawn')", name="state"),
        CheckConstraint("(state IN ('declined', 'withdrawn')) = (ended_at IS NOT NULL)", name="ended"),
        CheckConstraint(
            "(state = 'issued') = (issued_at IS NOT NULL AND ordinal IS NOT NULL AND symbol IS NOT NULL)",
            name="issued_whole",
        ),
        Index(
            "uq_revision_one_proposed",
            "instrument_id",
            unique=True,
            sqlite_where=text("state = 'proposed'"),
            postgresql_where=text("state = 'proposed'"),
        ),
    )
    instrument_id: Mapped[str] = mapped_column(Id, ForeignKey("instrument.id"), index=True)
    state: Mapped[str] = mapped_column(String(10))
    ordinal: Mapped[int | None] = mapped_column(Integer)
    """0 for the zero draft, n for Rev.n."""
    label: Mapped[str] = mapped_column(String(40))
    symbol: Mapped[str | None] = mapped_column(String(80))
    hash: Mapped[str] = mapped_column(String(64))
    snapshot: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    proposed_at: Mapped[dt.datetime] = mapped_column(Moment)
    confirmed_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    issued_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    ended_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    """Who declined it, or withdrew the own proposal."""
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was declined."""


class RevisionProvision(Identified, Base):
    """A provision as it stands in an issued revision: for finding, counting and linking by identity."""

    __tablename__ = "revision_provision"
    __table_args__ = (
        UniqueConstraint("revision_id", "provision_id"),
        UniqueConstraint("revision_id", "number"),
    )
    revision_id: Mapped[str] = mapped_column(Id, ForeignKey("revision.id"), index=True)
    provision_id: Mapped[str] = mapped_column(Id, ForeignKey("provision.id"), index=True)
    element_id: Mapped[str] = mapped_column(Id, ForeignKey("element.id"))
    number: Mapped[str] = mapped_column(String(20))
    ordinal: Mapped[int] = mapped_column(Integer)
    """Place in reading order, from 0."""
    text: Mapped[str] = mapped_column(Text)
