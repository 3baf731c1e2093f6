"""A text for tests, written straight into the database: elements, provisions, issued revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from tests.factories.cast import LONG_AGO, Cast
from webapp.features.instruments.models import Element, Instrument, Provision, Revision, RevisionProvision
from webapp.features.instruments.rules import symbols
from webapp.features.instruments.rules.enums import ElementKind, ProvisionKind
from webapp.features.instruments.rules.snapshot import (
    Snapshot,
    SnapshotElement,
    SnapshotProvision,
    canonical,
    text_hash,
)


@dataclass(frozen=True)
class WrittenText:
    """A text of principles: their titles by number, the words of their provisions by number, and identifiers."""

    cast: Cast
    title: str
    stem: str
    titles: Mapping[str, str]
    words: Mapping[str, str]
    instrument_id: str
    elements: dict[str, str] = field(default_factory=dict)
    provisions: dict[str, str] = field(default_factory=dict)

    def inside(self, number: str) -> list[str]:
        """The numbers of a principle's provisions."""
        return [one for one in self.words if one.startswith(f"{number}.")]


def write_text(
    session: Session,
    cast: Cast,
    *,
    title: str,
    stem: str,
    titles: Mapping[str, str],
    words: Mapping[str, str],
) -> WrittenText:
    """Write the rolling text; nothing of it is issued."""
    instrument = Instrument(
        initiative_id=cast.initiative_id, title=title, symbol_stem=stem, created_at=LONG_AGO
    )
    session.add(instrument)
    session.flush()
    text = WrittenText(cast, title, stem, titles, words, instrument.id)
    for position, (number, name) in enumerate(titles.items()):
        element = Element(
            instrument_id=instrument.id, kind=ElementKind.PRINCIPLE, title=name, position=position
        )
        session.add(element)
        session.flush()
        text.elements[number] = element.id
        for place, key in enumerate(text.inside(number)):
            text.provisions[key] = _provision(session, instrument.id, element.id, place, words[key])
    return text


def issue(session: Session, text: WrittenText, ordinal: int = 0) -> str:
    """Issue the text as it was written; gives the revision's identifier."""
    snapshot = _snapshot(text)
    revision = Revision(
        instrument_id=text.instrument_id,
        state="issued",
        ordinal=ordinal,
        label=symbols.label(ordinal),
        symbol=symbols.symbol(text.stem, ordinal),
        hash=text_hash(snapshot),
        snapshot=canonical(snapshot).decode(),
        proposed_by=text.cast.people["chair_phl"],
        proposed_at=LONG_AGO,
        confirmed_by=text.cast.people["chair_usa"],
        issued_at=LONG_AGO,
    )
    session.add(revision)
    session.flush()
    for place, (key, words) in enumerate(text.words.items()):
        session.add(
            RevisionProvision(
                revision_id=revision.id,
                provision_id=text.provisions[key],
                element_id=text.elements[key.split(".")[0]],
                number=key,
                ordinal=place,
                text=words,
            )
        )
    session.flush()
    return revision.id


def _provision(session: Session, instrument_id: str, element_id: str, place: int, words: str) -> str:
    row = Provision(
        instrument_id=instrument_id,
        element_id=element_id,
        kind=ProvisionKind.TEXT,
        text=words,
        position=place,
        status="bracketed" if "[" in words else "not_discussed",
        status_at=LONG_AGO,
    )
    session.add(row)
    session.flush()
    return row.id


def _snapshot(text: WrittenText) -> Snapshot:
    elements = (
        SnapshotElement(
            text.elements[number],
            ElementKind.PRINCIPLE,
            number,
            name,
            tuple(
                SnapshotProvision(text.provisions[key], key, ProvisionKind.TEXT, text.words[key], "en")
                for key in text.inside(number)
            ),
        )
        for number, name in text.titles.items()
    )
    return Snapshot(text.title, "en", tuple(elements))
