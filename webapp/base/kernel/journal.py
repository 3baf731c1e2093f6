"""The journal: an append-only, hash-chained record, one chain per initiative and one for the site.

A leaf is sequence, moment and the salted hash of the body; body and salt lie beside it, so that erasing
personal data leaves the chain valid (quality.md, "Journal").
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ForeignKeyConstraint, Index, Integer, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.base.access.actor import Capacity
from webapp.base.access.spaces import Space
from webapp.base.kernel.db import Base, Identified, Moment, insert_new
from webapp.base.kernel.events import Event, body_of
from webapp.base.kernel.visibility import audiences_of

SITE_CHAIN = "site"
NO_HASH = "0" * 64


class JournalHead(Base):
    """The last entry of a chain; locking this row makes sequences gapless."""

    __tablename__ = "journal_head"
    chain: Mapped[str] = mapped_column(String(20), primary_key=True)
    sequence: Mapped[int] = mapped_column(Integer, default=0)
    hash: Mapped[str] = mapped_column(String(64), default=NO_HASH)


@dataclass(frozen=True)
class Heads:
    """What is held while events are written."""

    by_chain: Mapping[str, JournalHead]
    """The locked heads."""
    audiences: Mapping[tuple[Space, ...], str]
    """The identifiers of the audiences of all events."""


class JournalLeaf(Base):
    """One link of a chain. The database refuses UPDATE and DELETE."""

    __tablename__ = "journal_leaf"
    __table_args__ = (Index("ix_journal_leaf_chain_at", "chain", "at"),)
    chain: Mapped[str] = mapped_column(String(20), primary_key=True)
    sequence: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    body_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class JournalBody(Base):
    """What a leaf speaks of. Body and salt may be erased, together, and never altered."""

    __tablename__ = "journal_body"
    __table_args__ = (
        ForeignKeyConstraint(["chain", "sequence"], ["journal_leaf.chain", "journal_leaf.sequence"]),
    )
    chain: Mapped[str] = mapped_column(String(20), primary_key=True)
    sequence: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    audience_id: Mapped[str] = mapped_column(String(32), index=True)
    action: Mapped[str] = mapped_column(String(60))
    object_id: Mapped[str] = mapped_column(String(20), index=True)
    salt: Mapped[str | None] = mapped_column(String(64))
    body: Mapped[str | None] = mapped_column(Text)


class SpaceLog(Identified, Base):
    """Private drafting of a delegation; it enters the chain only when handed in."""

    __tablename__ = "space_log"
    delegation_id: Mapped[str] = mapped_column(String(13), index=True)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    body: Mapped[str] = mapped_column(Text)


def moment_text(at: dt.datetime) -> str:
    """A moment as it enters the hash: UTC, microseconds, `Z`."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def hash_of_body(salt: str, body: str) -> str:
    """The salted hash of a body (SHA-256, hexadecimal)."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


def hash_of_leaf(previous: str, sequence: int, at: dt.datetime, body_hash: str) -> str:
    """The hash of a leaf over the one before it (SHA-256, hexadecimal)."""
    return hashlib.sha256(f"{previous}\n{sequence}\n{moment_text(at)}\n{body_hash}".encode()).hexdigest()


def chain_of(event: Event) -> str:
    """The chain in which an event is written."""
    return event.initiative_id or SITE_CHAIN


def lock_heads(session: Session, events: Sequence[Event]) -> Heads:
    """Lock the heads of the chains of these events. Called last in a transaction: nothing is waited for afterwards.

    Chains are locked in a fixed order, so that two transactions that write to two chains cannot wait for each other.
    """
    # A new audience may have to wait for whoever makes the same one, and they for the head that would be held here.
    readers = sorted({event.readers() for event in events})
    audiences = dict(zip(readers, audiences_of(session, readers), strict=True))
    chains = sorted({chain_of(event) for event in events})
    return Heads({chain: _locked_head(session, chain) for chain in chains}, audiences)


def append(
    session: Session, heads: Heads, at: dt.datetime, recorded: Iterable[tuple[Capacity, Event]]
) -> list[JournalLeaf]:
    """Write events at the end of their chains, whose heads are locked; `at` was read after that.

    All leaves go before all bodies, which name them: so a thousand events are a few statements and not thousands.
    """
    links = [_link(heads, at, by, event) for by, event in recorded]
    session.add_all(leaf for leaf, _ in links)
    session.flush()
    session.add_all(body for _, body in links)
    return [leaf for leaf, _ in links]


def _link(heads: Heads, at: dt.datetime, by: Capacity, event: Event) -> tuple[JournalLeaf, JournalBody]:
    chain = chain_of(event)
    head = heads.by_chain[chain]
    body, salt = body_of(event, by), secrets.token_hex(32)
    body_hash = hash_of_body(salt, body)
    head.sequence += 1
    head.hash = hash_of_leaf(head.hash, head.sequence, at, body_hash)
    leaf = JournalLeaf(chain=chain, sequence=head.sequence, at=at, body_hash=body_hash, hash=head.hash)
    return leaf, JournalBody(
        chain=chain,
        sequence=head.sequence,
        audience_id=heads.audiences[event.readers()],
        action=event.name,
        object_id=event.object_id,
        salt=salt,
        body=body,
    )


def log_privately(session: Session, at: dt.datetime, by: Capacity, event: Event) -> None:
    """Write a private event to the log of the delegation in whose name it happened."""
    if by.delegation_id is None:
        raise ValueError(f"{event.name} is private drafting and needs a delegation")
    session.add(SpaceLog(delegation_id=by.delegation_id, at=at, body=body_of(event, by)))


def _locked_head(session: Session, chain: str) -> JournalHead:
    statement = select(JournalHead).where(JournalHead.chain == chain).with_for_update()
    head = session.scalar(statement.execution_options(populate_existing=True))
    if head is not None:
        return head
    insert_new(session, JournalHead, [{"chain": chain, "sequence": 0, "hash": NO_HASH}])
    return session.scalars(statement).one()
