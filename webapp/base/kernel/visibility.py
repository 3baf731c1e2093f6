"""Audiences: sets of spaces that may read a row, and the one clause that filters confidential rows.

An audience is interned: equal sets are one row, so that a confidential row carries one column.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, String, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from webapp.base.access.spaces import Space
from webapp.base.kernel.db import Base, insert_many_new

if TYPE_CHECKING:
    from webapp.base.access.actor import Actor


SEEN = "concord_audiences"
"""In `session.info`: those that are known to be there, since one act asks for the same ones several times."""


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
    return audiences_of(session, [tuple(spaces)])[0]


def audiences_of(session: Session, several: Sequence[Iterable[Space]]) -> list[str]:
    """The same for several sets of spaces, in a number of statements that does not grow with them."""
    wanted = [sorted(set(spaces)) for spaces in several]
    if not all(wanted):
        raise ValueError("an audience needs a space")
    if not wanted:
        return []
    sets = {_identifier(spaces): spaces for spaces in wanted}
    known: set[str] = session.info.setdefault(SEEN, set())
    unseen = sets.keys() - known
    if unseen:
        known.update(session.scalars(select(Audience.id).where(Audience.id.in_(unseen))))
    fresh = [identifier for identifier in sorted(sets) if identifier not in known]
    if fresh:
        # Two writers may meet here; the second insert is then a no-op.
        insert_many_new(session, Audience, [{"id": identifier} for identifier in fresh])
        insert_many_new(
            session,
            AudienceSpace,
            [
                {"audience_id": identifier, "space": space}
                for identifier in fresh
                for space in sets[identifier]
            ],
        )
        known.update(fresh)
    return [_identifier(spaces) for spaces in wanted]


def _identifier(spaces: Sequence[Space]) -> str:
    return hashlib.sha256("\n".join(spaces).encode()).hexdigest()[:32]


def readable_by(actor: Actor, column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """The clause that keeps the rows whose audience shares a space with the actor."""
    return column.in_(select(AudienceSpace.audience_id).where(AudienceSpace.space.in_(sorted(actor.spaces))))
