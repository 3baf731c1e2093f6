"""Audiences: sets of spaces that may read a row, and the one clause that filters confidential rows.

An audience is interned: equal sets are one row, so that a confidential row carries one column.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, String, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from webapp.base.access.spaces import Space
from webapp.base.kernel.db import Base, insert_new

if TYPE_CHECKING:
    from webapp.base.access.actor import Actor


class Audience(Base):
    """A set of spaces. Its identifier is a hash of the set."""

    __tablename__ = "audience"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)


class AudienceSpace(Base):
    """One space of an audience."""

    __tablename__ = "audience_space"
    audience_id: Mapped[str] = mapped_column(ForeignKey("audience.id"), primary_key=True)
    space: Mapped[str] = mapped_column(String(60), primary_key=True, index=True)


def audience_of(session: Session, spaces: Iterable[Space]) -> str:
    """The identifier of the audience with exactly these spaces, made on first use."""
    wanted = sorted(set(spaces))
    if not wanted:
        raise ValueError("an audience needs a space")
    identifier = hashlib.sha256("\n".join(wanted).encode()).hexdigest()[:32]
    if session.get(Audience, identifier) is None:
        # Two writers may meet here; the second insert is then a no-op.
        insert_new(session, Audience, [{"id": identifier}])
        insert_new(session, AudienceSpace, [{"audience_id": identifier, "space": space} for space in wanted])
    return identifier


def readable_by(actor: Actor, column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """The clause that keeps the rows whose audience shares a space with the actor."""
    return column.in_(select(AudienceSpace.audience_id).where(AudienceSpace.space.in_(sorted(actor.spaces))))
