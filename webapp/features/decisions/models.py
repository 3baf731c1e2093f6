"""Decisions: questions put to the member delegations, their electorate, positions and proof of notice."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment


class Decision(Identified, Base):
    """One question. Once open, question, rule, text and electorate are frozen.

    States: proposed (by one co-chair) → open (confirmed by the other) → closed · withdrawn; proposed → declined.
    For a silence procedure "open" is "placed", and `result` says how it ended.
    """

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("initiative_id", "number"),
        CheckConstraint("kind IN ('indication', 'silence', 'call')", name="kind"),
        CheckConstraint("state IN ('proposed', 'declined', 'open', 'closed', 'withdrawn')", name="state"),
        CheckConstraint(
            "subject_kind IN ('provision', 'element', 'instrument', 'question')", name="subject_kind"
        ),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_whole"),
        CheckConstraint("(state = 'closed') = (ended IS NOT NULL)", name="ended_whole"),
        CheckConstraint("ended IS NULL OR ended IN ('deadline', 'broken', 'chairs')", name="ended"),
        CheckConstraint("confirmed_by IS NULL OR confirmed_by <> proposed_by", name="second_chair"),
        CheckConstraint("result IS NULL OR result IN ('passed', 'failed', 'undecided')", name="result"),
        CheckConstraint(
            "pending_act IS NULL OR (pending_act IN ('withdraw', 'declare_agreed') AND state = 'open')",
            name="pending_act",
        ),
        CheckConstraint(
            "(pending_act IS NULL) = (pending_by IS NULL AND pending_reason IS NULL)", name="pending_whole"
        ),
        Index("ix_decision_state", "state", "closes_at"),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    instrument_id: Mapped[str | None] = mapped_column(Id, ForeignKey("instrument.id"))
    revision_id: Mapped[str | None] = mapped_column(Id, ForeignKey("revision.id"))
    number: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(10))
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[str | None] = mapped_column(String(13))
    """The element or provision; None for the whole instrument or a procedural question."""
    provision_ids: Mapped[list[str]] = mapped_column(Json, default=list)
    """Identities of the provisions concerned, frozen with the revision."""
    question: Mapped[str] = mapped_column(Text)
    rule_key: Mapped[str] = mapped_column(String(60))
    rule: Mapped[dict[str, Any]] = mapped_column(Json)
    text_hash: Mapped[str] = mapped_column(String(64))
    """Of the subject in its revision; of a procedural question that question."""
    closes_at: Mapped[dt.datetime] = mapped_column(Moment)
    proposed_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    proposed_at: Mapped[dt.datetime] = mapped_column(Moment)
    confirmed_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    opened_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    closed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    ended: Mapped[str | None] = mapped_column(String(10))
    """deadline · broken · chairs: how a closed decision came to its end."""
    end_reason: Mapped[str | None] = mapped_column(Text)
    """Why it was declined, withdrawn, or declared agreed."""
    result: Mapped[str | None] = mapped_column(String(20))
    """passed · failed · undecided, as in the outcome."""
    record: Mapped[str | None] = mapped_column(Text)
    """The published record: the bytes that anybody can evaluate."""
    outcome: Mapped[str | None] = mapped_column(Text)
    """The outcome: the bytes that evaluating the record gives."""
    announced_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    announced_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    moved_times: Mapped[int] = mapped_column(Integer, default=0)
    """How often the deadline of a silence procedure moved because somebody was not reached."""
    awaits_chairs: Mapped[bool] = mapped_column(Boolean, default=False)
    """Set where members stay unreached after the last permitted move: the co-chairs decide, on record."""
    pending_act: Mapped[str | None] = mapped_column(String(20))
    """withdraw · declare_agreed: what one co-chair asks the other to confirm."""
    pending_reason: Mapped[str | None] = mapped_column(Text)
    pending_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))


class Elector(Identified, Base):
    """A member delegation entitled to take a position, frozen when the decision opens."""

    __tablename__ = "elector"
    __table_args__ = (UniqueConstraint("decision_id", "delegation_id"),)
    decision_id: Mapped[str] = mapped_column(Id, ForeignKey("decision.id"), index=True)
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"), index=True)
    code: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(200))
    constituency: Mapped[str] = mapped_column(String(30))
    tags: Mapped[list[str]] = mapped_column(Json, default=list)


class Position(Identified, Base):
    """A position of a delegation; the one with the highest sequence counts, earlier ones stay on record."""

    __tablename__ = "position"
    __table_args__ = (UniqueConstraint("decision_id", "delegation_id", "sequence"),)
    decision_id: Mapped[str] = mapped_column(Id, ForeignKey("decision.id"), index=True)
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"))
    sequence: Mapped[int] = mapped_column(Integer)
    option: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str | None] = mapped_column(Text)
    """None where nothing was written."""
    ad_referendum: Mapped[dt.date | None]
    concerns: Mapped[list[str]] = mapped_column(Json, default=list)
    """Provisions that a break of silence concerns."""
    taken_by: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)


class DecisionReminder(Identified, Base):
    """A reminder of a decision's deadline that is due at a moment; its unique key makes it happen at most once."""

    __tablename__ = "decision_reminder"
    __table_args__ = (
        UniqueConstraint("decision_id", "step", "closes_at"),
        Index("ix_decision_reminder_due", "due_at"),
    )
    decision_id: Mapped[str] = mapped_column(Id, ForeignKey("decision.id"))
    step: Mapped[str] = mapped_column(String(20))
    closes_at: Mapped[dt.datetime] = mapped_column(Moment)
    """The deadline it reminds of; moving the deadline makes new reminders."""
    due_at: Mapped[dt.datetime] = mapped_column(Moment)
    done_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Notice(Identified, Base):
    """Proof of notice: one head or alternate who was to be told of a decision, and what became of it."""

    __tablename__ = "decision_notice"
    __table_args__ = (UniqueConstraint("decision_id", "person_id"),)
    decision_id: Mapped[str] = mapped_column(Id, ForeignKey("decision.id"), index=True)
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"))
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    told_at: Mapped[dt.datetime] = mapped_column(Moment)
    accepted_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    """When the server we hand mail to accepted the notice."""
    refused_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    refusal: Mapped[str | None] = mapped_column(Text)
    seen_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    acknowledged_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Extension(Identified, Base):
    """An extension or a move of a silence procedure's deadline, with its reason."""

    __tablename__ = "decision_extension"
    decision_id: Mapped[str] = mapped_column(Id, ForeignKey("decision.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    before: Mapped[dt.datetime] = mapped_column(Moment)
    after: Mapped[dt.datetime] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(Text)
    by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    """None: by the rule that silence binds only whom the notice reached."""


class Statement(Identified, Base):
    """A statement of a delegation: reservation, late objection, explanation; tied to decision and revision."""

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('explanation', 'interpretative_declaration', 'reservation', 'dissociation', 'late_objection')",
            name="kind",
        ),
        Index(
            "uq_statement_one_reservation",
            "decision_id",
            "delegation_id",
            unique=True,
            sqlite_where=text("kind = 'reservation'"),
            postgresql_where=text("kind = 'reservation'"),
        ),
    )
    decision_id: Mapped[str] = mapped_column(Id, ForeignKey("decision.id"), index=True)
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"))
    revision_id: Mapped[str | None] = mapped_column(Id, ForeignKey("revision.id"))
    kind: Mapped[str] = mapped_column(String(30))
    body: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
