"""Reading the journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, select, true, union
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.journal import JournalBody, JournalHead, JournalLeaf
from webapp.base.kernel.visibility import readable_by
from webapp.outlets.audit.rules import Damage, Entry, Fault, Verified, verify

PAGE = 50


@dataclass(frozen=True)
class JournalEntry:
    """An entry as a reader may see it: `action` and `body` are None where it may not be opened.

    Of an erased one the action is still there, and the body is None.
    """

    leaf: JournalLeaf
    action: str | None
    body: str | None


def chains(session: Session) -> list[str]:
    """Every chain, the site's included; also one that has lost its head."""
    names = union(select(JournalHead.chain), select(JournalLeaf.chain)).subquery()
    return list(session.scalars(select(names.c.chain).order_by(names.c.chain)))


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


def verified(session: Session, chain: str, kept: Mapping[int, str] | None = None) -> Verified:
    """The chain of the database, recomputed, held against its head and against hashes that somebody kept."""
    before = _known_end(session, chain)
    known = {before.sequence: before.hash} if before and before.sequence else {}
    result = verify(entries(session, chain), {**known, **(kept or {})}, whole=True)
    # Read again, since entries may have been added meanwhile.
    after = _known_end(session, chain)
    if result.fault is None and result.entries > (after.sequence if after else 0):
        last = after.sequence if after else 0
        return Verified(last, result.last_hash, Fault(last + 1, Damage.HEAD))
    return result


def _known_end(session: Session, chain: str) -> JournalHead | None:
    statement = select(JournalHead).where(JournalHead.chain == chain)
    return session.scalar(statement.execution_options(populate_existing=True))


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
