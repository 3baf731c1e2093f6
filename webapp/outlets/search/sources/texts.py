"""Issued revisions: the text as a whole, its elements and its provisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access import spaces
from webapp.base.kernel.visibility import audience_of
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Instrument, Revision
from webapp.features.instruments.rules.notation import parse, plain
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.participants import queries as participants
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.sources.wanted import Source, Wanted


@dataclass(frozen=True)
class _Read:
    """A revision with what all of its entries share."""

    revision: Revision
    text: Snapshot
    kind: Kind
    initiative_id: str
    audience_id: str
    codes: Collection[str]

    @property
    def at(self) -> dt.datetime:
        """When it was issued."""
        assert self.revision.issued_at is not None
        return self.revision.issued_at


def instrument_ids(session: Session) -> Sequence[str]:
    """Every text."""
    return session.scalars(select(Instrument.id)).all()


def collect(session: Session, instrument_id: str) -> list[Wanted]:
    """The issued revisions of a text; all but the last are superseded."""
    row = session.get_one(Instrument, instrument_id)
    audience_id = audience_of(session, [spaces.all_delegations(row.initiative_id)])
    issued = instruments.issued_revisions(session, instrument_id)
    return [
        entry
        for revision in issued
        for entry in entries(
            session,
            row.initiative_id,
            revision,
            Kind.TEXT if revision is issued[-1] else Kind.EARLIER,
            audience_id,
        )
    ]


def entries(
    session: Session, initiative_id: str, revision: Revision, kind: Kind, audience_id: str
) -> Iterator[Wanted]:
    """The entries of one revision, for this audience."""
    codes = participants.codes(session, initiative_id)
    text = instruments.snapshot_of(revision)
    read = _Read(revision, text, kind, initiative_id, audience_id, codes)
    yield _whole(read)
    for place, element in enumerate(text.elements, start=1):
        yield _element(read, element, place)
        yield from (_provision(read, provision) for provision in element.provisions)


def _whole(read: _Read) -> Wanted:
    return _entry(read, "", title=read.text.title, more=(read.revision.symbol or "", read.revision.label))


def _element(read: _Read, element: SnapshotElement, place: int) -> Wanted:
    return _entry(read, f":{element.id}", title=element.title, more=(), place=place, number=element.number)


def _provision(read: _Read, provision: SnapshotProvision) -> Wanted:
    """Without the names in brackets: whether those may be seen is for the page of the text to say."""
    fields = (
        provision.beneficiary,
        provision.action,
        provision.theme or "",
        *(bearer.name for bearer in provision.bearers),
    )
    return _entry(
        read,
        f":{provision.id}",
        body=plain(parse(provision.text, read.codes)),
        more=(provision.number, *fields),
        provision=provision.number,
        beside=[field for field in fields if field],
    )


def _entry(
    read: _Read, part: str, *, title: str = "", body: str = "", more: tuple[str, ...], **facts: object
) -> Wanted:
    return Wanted(
        kind=read.kind,
        object_id=f"{read.revision.id}{part}",
        initiative_id=read.initiative_id,
        audience_id=read.audience_id,
        at=read.at,
        title=title,
        body=body,
        language=read.text.language,
        more=more,
        facts={
            "instrument": read.revision.instrument_id,
            "ordinal": read.revision.ordinal,
            "label": read.revision.label,
            "symbol": read.revision.symbol,
            **facts,
        },
    )


SOURCE = Source(instrument_ids, collect)
