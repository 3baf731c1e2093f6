"""Reading what is published, and what is going to be."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import NOBODY
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.journal import JournalBody, JournalLeaf
from webapp.base.kernel.visibility import readable_by
from webapp.features.decisions.models import Decision
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.instruments.models import Instrument, Revision
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind


@dataclass(frozen=True)
class PublishedTheme:
    """A theme with the phases in which the mandate lists it."""

    name: str
    phases: tuple[str, ...]


@dataclass(frozen=True)
class PublishedMandate:
    """Mandate, scope, themes and timetable as they were published."""

    title: str
    mandate: str
    scope: tuple[str, ...]
    outside_scope: str
    timetable: str
    themes: tuple[PublishedTheme, ...]


@dataclass(frozen=True)
class Named:
    """A publication with the name of its item; `address` is what its public address ends with."""

    publication: Publication
    title: str
    address: str
    instrument_id: str | None = None


@dataclass(frozen=True)
class PublishedRevision:
    """A revision that everybody may read, without its text."""

    id: str
    instrument_id: str
    title: str
    """The instrument's."""
    ordinal: int
    label: str
    symbol: str
    hash: str
    issued_at: dt.datetime
    published_at: dt.datetime


@dataclass(frozen=True)
class PublishedOutcome:
    """The decision whose outcome everybody may read."""

    decision: Decision
    publication: Publication


@dataclass(frozen=True)
class Entry:
    """Where the journal keeps a publication: the entry's number, and the chain's hash at it."""

    sequence: int
    hash: str


def publication_of(session: Session, kind: ItemKind, item_id: str) -> Publication | None:
    """The latest publication of an item, visible already or later; None where there is none."""
    statement = select(Publication).where(Publication.kind == kind, Publication.item_id == item_id)
    return session.scalars(statement.order_by(Publication.acted_at.desc()).limit(1)).first()


def visible(session: Session, initiative_id: str, now: dt.datetime) -> list[Publication]:
    """What everybody may read now, the last published first."""
    statement = select(Publication).where(
        Publication.initiative_id == initiative_id, Publication.published_at <= now
    )
    return list(session.scalars(statement.order_by(Publication.published_at.desc(), Publication.id.desc())))


def public_initiatives(session: Session, now: dt.datetime) -> list[Initiative]:
    """The initiatives of which everybody may read something, by title."""
    published = exists().where(Publication.initiative_id == Initiative.id, Publication.published_at <= now)
    return list(session.scalars(select(Initiative).where(published).order_by(Initiative.title)))


def revisions(session: Session, initiative_id: str, now: dt.datetime) -> list[PublishedRevision]:
    """The revisions that everybody may read, by instrument, oldest first."""
    statement = (
        select(
            Revision.id,
            Revision.instrument_id,
            Instrument.title,
            Revision.ordinal,
            Revision.label,
            Revision.symbol,
            Revision.hash,
            Revision.issued_at,
            Publication.published_at,
        )
        .join(Publication, (Publication.item_id == Revision.id) & (Publication.kind == ItemKind.REVISION))
        .join(Instrument, Instrument.id == Revision.instrument_id)
        .where(Publication.initiative_id == initiative_id, Publication.published_at <= now)
        .order_by(Instrument.created_at, Instrument.id, Revision.ordinal)
    )
    found = []
    for row in session.execute(statement):
        identifier, instrument_id, title, ordinal, label, symbol, text_hash, issued_at, published_at = row
        assert ordinal is not None
        assert symbol is not None
        assert issued_at is not None
        found.append(
            PublishedRevision(
                identifier, instrument_id, title, ordinal, label, symbol, text_hash, issued_at, published_at
            )
        )
    return found


def outcomes(session: Session, initiative_id: str, now: dt.datetime) -> list[PublishedOutcome]:
    """The outcomes that everybody may read, newest decision first."""
    statement = (
        select(Decision, Publication)
        .join(Publication, (Publication.item_id == Decision.id) & (Publication.kind == ItemKind.OUTCOME))
        .where(Publication.initiative_id == initiative_id, Publication.published_at <= now)
        .order_by(Decision.number.desc())
    )
    return [PublishedOutcome(decision, publication) for decision, publication in session.execute(statement)]


def outcome(session: Session, initiative_id: str, number: int, now: dt.datetime) -> PublishedOutcome:
    """The decision with this number, if everybody may read its outcome; raises NotFound."""
    for found in outcomes(session, initiative_id, now):
        if found.decision.number == number:
            return found
    raise NotFound()


def mandate(published: list[Publication]) -> PublishedMandate | None:
    """The mandate among these that a co-chair published last, or None."""
    for publication in sorted(published, key=lambda one: one.acted_at, reverse=True):
        if publication.kind == ItemKind.MANDATE and publication.content is not None:
            held = publication.content
            return PublishedMandate(
                title=held["title"],
                mandate=held["mandate"],
                scope=tuple(held["scope"]),
                outside_scope=held["outside_scope"],
                timetable=held["timetable"],
                themes=tuple(PublishedTheme(one["name"], tuple(one["phases"])) for one in held["themes"]),
            )
    return None


def present_mandate(session: Session, row: Initiative) -> PublishedMandate:
    """The mandate as it would be published now."""
    themes = initiatives.themes(session, row.id)
    return PublishedMandate(
        title=row.title,
        mandate=row.mandate,
        scope=tuple(row.scope),
        outside_scope=row.outside_scope,
        timetable=row.timetable,
        themes=tuple(PublishedTheme(theme.name, tuple(theme.phases)) for theme in themes),
    )


def digest_of(mandate: PublishedMandate) -> str:
    """SHA-256 of a mandate, over its canonical JSON."""
    told = json.dumps(asdict(mandate), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def entry_of(session: Session, publication: Publication) -> Entry | None:
    """The journal's entry about a publication, which everybody may open."""
    statement = (
        select(JournalLeaf.sequence, JournalLeaf.hash)
        .join(
            JournalBody,
            (JournalBody.chain == JournalLeaf.chain) & (JournalBody.sequence == JournalLeaf.sequence),
        )
        .where(
            JournalBody.chain == publication.initiative_id,
            JournalBody.object_id == publication.id,
            readable_by(NOBODY, JournalBody.audience_id),
        )
    )
    found = session.execute(statement).first()
    return Entry(found.sequence, found.hash) if found else None


def named(session: Session, initiative_id: str) -> list[Named]:
    """Everything that is or will be public, the last act first, for those who take part."""
    statement = (
        select(Publication, Revision.label, Revision.ordinal, Revision.instrument_id, Decision)
        .outerjoin(Revision, (Revision.id == Publication.item_id) & (Publication.kind == ItemKind.REVISION))
        .outerjoin(Decision, (Decision.id == Publication.item_id) & (Publication.kind == ItemKind.OUTCOME))
        .where(Publication.initiative_id == initiative_id)
        .order_by(Publication.acted_at.desc(), Publication.id.desc())
    )
    found = []
    for publication, label, ordinal, instrument_id, decision in session.execute(statement):
        if publication.kind == ItemKind.OUTCOME:
            found.append(Named(publication, decision.question, str(decision.number)))
        elif publication.kind == ItemKind.REVISION:
            found.append(Named(publication, label, str(ordinal), instrument_id))
        else:
            found.append(Named(publication, (publication.content or {}).get("title", ""), ""))
    return found
