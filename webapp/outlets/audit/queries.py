"""Reading the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, select, true
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.journal import JournalBody, JournalHead, JournalLeaf
from webapp.base.kernel.visibility import readable_by
from webapp.outlets.audit.rules import Entry

PAGE = 50


@dataclass(frozen=True)
class JournalEntry:
    """An entry as a reader may see it: `action` and `body` are None where it may not be opened."""

    leaf: JournalLeaf
    action: str | None
    body: str | None


def chains(session: Session) -> list[str]:
    """Every chain, the site's included."""
    return list(session.scalars(select(JournalHead.chain).order_by(JournalHead.chain)))


def head(session: Session, chain: str) -> JournalHead | None:
    """The last entry of a chain."""
    return session.get(JournalHead, chain)


def entries(session: Session, chain: str) -> Iterator[Entry]:
    """A whole chain with all bodies, in order; for verifying on the server."""
    return _entries(session, _joined(chain, true()))


def entries_for(session: Session, actor: Actor, chain: str) -> Iterator[Entry]:
    """A whole chain with the bodies that this reader may open; for export."""
    return _entries(session, _joined(chain, readable_by(actor, JournalBody.audience_id)))


def page_of_entries(session: Session, actor: Actor, chain: str, before: int | None) -> list[JournalEntry]:
    """The newest entries, or those before a sequence, as this reader may see them."""
    statement = _joined(chain, readable_by(actor, JournalBody.audience_id))
    if before is not None:
        statement = statement.where(JournalLeaf.sequence < before)
    statement = statement.order_by(None).order_by(JournalLeaf.sequence.desc()).limit(PAGE)
    return [
        JournalEntry(leaf, body.action if body else None, body.body if body else None)
        for leaf, body in session.execute(statement)
    ]


def count(session: Session, chain: str) -> int:
    """How many leaves a chain has, whatever its head says."""
    return session.scalar(select(func.count()).where(JournalLeaf.chain == chain)) or 0


def _joined(chain: str, may_open: ColumnElement[bool]) -> Select[JournalLeaf, JournalBody]:
    same = and_(
        JournalBody.chain == JournalLeaf.chain,
        JournalBody.sequence == JournalLeaf.sequence,
        may_open,
    )
    statement = select(JournalLeaf, JournalBody).outerjoin(JournalBody, same)
    return statement.where(JournalLeaf.chain == chain).order_by(JournalLeaf.sequence)


def _entries(session: Session, statement: Select[JournalLeaf, JournalBody]) -> Iterator[Entry]:
    for leaf, body in session.execute(statement.execution_options(yield_per=500)):
        yield Entry(
            sequence=leaf.sequence,
            at=leaf.at,
            body_hash=leaf.body_hash,
            hash=leaf.hash,
            opened=body is not None,
            salt=body.salt if body else None,
            body=body.body if body else None,
        )
