"""Review rounds, contributions and comments."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Json, Moment

COMMENT_KIND = "kind IN ('general', 'substantive', 'editorial')"


class Round(Identified, Base):
    """A review round on one revision. Its legal end is `closes_at`, not the moment a worker ran."""

    __tablename__ = "review_round"
    __table_args__ = (
        UniqueConstraint("initiative_id", "number"),
        CheckConstraint("state IN ('planned', 'open', 'closed', 'concluded')", name="state"),
        CheckConstraint("closes_at > opens_at", name="closes_after_opening"),
        CheckConstraint("attribution IN ('full', 'constituency', 'none')", name="attribution"),
        CheckConstraint("attribution = 'constituency' OR told_apart IS NULL", name="told_apart"),
        CheckConstraint("(state = 'planned') = (opened_at IS NULL)", name="opened"),
        CheckConstraint("(state IN ('closed', 'concluded')) = (closed_at IS NOT NULL)", name="closed"),
        CheckConstraint("(state = 'concluded') = (concluded_at IS NOT NULL)", name="concluded"),
        Index("ix_review_round_state", "state"),
    )
    initiative_id: Mapped[str] = mapped_column(Id, ForeignKey("initiative.id"), index=True)
    instrument_id: Mapped[str] = mapped_column(Id, ForeignKey("instrument.id"))
    revision_id: Mapped[str] = mapped_column(Id, ForeignKey("revision.id"))
    number: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(10), default="planned")
    opens_at: Mapped[dt.datetime] = mapped_column(Moment)
    closes_at: Mapped[dt.datetime] = mapped_column(Moment)
    opened_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    closed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    concluded_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    planned_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    attribution: Mapped[str] = mapped_column(String(15), default="full")
    """Under which names its comments are read by others. Set when it is planned; it never changes."""
    told_apart: Mapped[str | None] = mapped_column(String(100))
    """The constituencies that may be named, with commas: since its opening, and fewer at its closing if need be."""


class Reminder(Identified, Base):
    """A reminder that is due at a moment; its unique key makes it happen at most once."""

    __tablename__ = "review_reminder"
    __table_args__ = (
        UniqueConstraint("round_id", "step"),
        Index("ix_review_reminder_due", "due_at"),
    )
    round_id: Mapped[str] = mapped_column(Id, ForeignKey("review_round.id"))
    step: Mapped[str] = mapped_column(String(20))
    due_at: Mapped[dt.datetime] = mapped_column(Moment)
    done_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class DraftComment(Identified, Base):
    """A comment in a delegation's private draft. Only the own delegation reads it."""

    __tablename__ = "draft_comment"
    __table_args__ = (CheckConstraint(COMMENT_KIND, name="kind"),)
    round_id: Mapped[str] = mapped_column(Id, ForeignKey("review_round.id"), index=True)
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"), index=True)
    audience_id: Mapped[str] = mapped_column(ForeignKey("audience.id"))
    provision_id: Mapped[str | None] = mapped_column(Id, ForeignKey("provision.id"))
    """None: a general comment on the whole text."""
    author_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(15))
    body: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text, default="")
    words_start: Mapped[int | None] = mapped_column(Integer)
    words_end: Mapped[int | None] = mapped_column(Integer)
    number: Mapped[int | None] = mapped_column(Integer)
    """Register number within delegation and round, given when first handed in and never reused."""
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    changed_at: Mapped[dt.datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    removed_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Contribution(Identified, Base):
    """What a delegation hands in during a round; one row per delegation and round, locked when handing in."""

    __tablename__ = "contribution"
    __table_args__ = (UniqueConstraint("round_id", "delegation_id"),)
    round_id: Mapped[str] = mapped_column(Id, ForeignKey("review_round.id"))
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"), index=True)
    covering_statement: Mapped[str] = mapped_column(Text, default="")
    """As it stands in the draft; what was handed in stands in the versions."""
    version: Mapped[int] = mapped_column(Integer, default=1)
    """Raised with every change of the covering statement."""
    versions: Mapped[int] = mapped_column(Integer, default=0)
    """How many versions were handed in."""
    handed_in_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class ContributionVersion(Identified, Base):
    """One handed-in version, frozen. The last before closing counts."""

    __tablename__ = "contribution_version"
    __table_args__ = (UniqueConstraint("contribution_id", "number"),)
    contribution_id: Mapped[str] = mapped_column(Id, ForeignKey("contribution.id"), index=True)
    number: Mapped[int] = mapped_column(Integer)
    handed_in_at: Mapped[dt.datetime] = mapped_column(Moment)
    handed_in_by: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    audience_id: Mapped[str] = mapped_column(ForeignKey("audience.id"))
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    """The whole block as handed in: covering statement and comments."""
    hash: Mapped[str] = mapped_column(String(64))


class Comment(Identified, Base):
    """A comment as handed in. While the round is open its audience is the own delegation; at closing all delegations."""

    __tablename__ = "comment"
    __table_args__ = (
        UniqueConstraint("contribution_id", "number"),
        CheckConstraint(COMMENT_KIND, name="kind"),
        CheckConstraint(
            "disposition IS NULL OR disposition IN ('accepted', 'accepted_with_modification', 'partly_accepted',"
            " 'not_accepted', 'noted', 'carried_over', 'outside_the_mandate', 'duplicate', 'withdrawn')",
            name="disposition",
        ),
        CheckConstraint(
            "(disposition IS NULL) = (answered_at IS NULL)",
            name="answered_whole",
        ),
        Index(
            "ix_comment_unanswered",
            "round_id",
            sqlite_where=sql("disposition IS NULL"),
            postgresql_where=sql("disposition IS NULL"),
        ),
        Index("ix_comment_round_provision", "round_id", "provision_id"),
        Index("uq_comment_public_number", "round_id", "public_number", unique=True),
    )
    round_id: Mapped[str] = mapped_column(Id, ForeignKey("review_round.id"))
    contribution_id: Mapped[str] = mapped_column(Id, ForeignKey("contribution.id"), index=True)
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"), index=True)
    draft_id: Mapped[str] = mapped_column(Id, ForeignKey("draft_comment.id"))
    audience_id: Mapped[str] = mapped_column(ForeignKey("audience.id"), index=True)
    provision_id: Mapped[str | None] = mapped_column(Id, ForeignKey("provision.id"))
    author_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    number: Mapped[int] = mapped_column(Integer)
    register_number: Mapped[str] = mapped_column(String(40))
    """With the delegation's code in it: for its owner, and for others where names are shown."""
    public_number: Mapped[int | None] = mapped_column(Integer)
    """Drawn when a round that hides names closes: what others call it by."""
    kind: Mapped[str] = mapped_column(String(15))
    body: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text, default="")
    words_start: Mapped[int | None] = mapped_column(Integer)
    words_end: Mapped[int | None] = mapped_column(Integer)
    handed_in_at: Mapped[dt.datetime] = mapped_column(Moment)
    disposition: Mapped[str | None] = mapped_column(String(30))
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    answered_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)


class CoveringStatement(Identified, Base):
    """The covering statement of a contribution to a closed round that hides names, apart from its comments.

    Together they would tell which comments are one delegation's.
    """

    __tablename__ = "covering_statement"
    __table_args__ = (UniqueConstraint("round_id", "delegation_id"),)
    round_id: Mapped[str] = mapped_column(Id, ForeignKey("review_round.id"))
    delegation_id: Mapped[str] = mapped_column(Id, ForeignKey("delegation.id"), index=True)
    audience_id: Mapped[str] = mapped_column(ForeignKey("audience.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
