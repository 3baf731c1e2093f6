"""Reading instruments: issued revisions, the rolling text, and the status of provisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Bearer
from webapp.features.instruments.models import (
    Element,
    Instrument,
    Provision,
    Revision,
    RevisionProvision,
)
from webapp.features.instruments.rules import numbering
from webapp.features.instruments.rules.enums import (
    ElementKind,
    Phase,
    ProvisionKind,
    ProvisionStatus,
    Strength,
)
from webapp.features.instruments.rules.snapshot import (
    Snapshot,
    SnapshotBearer,
    SnapshotElement,
    SnapshotProvision,
    from_json,
)


@dataclass(frozen=True)
class RevisionCard:
    """An issued revision without its text, for lists of revisions."""

    id: str
    ordinal: int
    label: str
    symbol: str
    hash: str
    issued_at: dt.datetime


def instruments(session: Session, initiative_id: str) -> list[Instrument]:
    """The initiative's instruments, oldest first."""
    statement = select(Instrument).where(Instrument.initiative_id == initiative_id)
    return list(session.scalars(statement.order_by(Instrument.created_at, Instrument.id)))


def instrument(session: Session, initiative_id: str, instrument_id: str) -> Instrument:
    """The instrument; raises NotFound where this initiative has none such."""
    row = session.get(Instrument, instrument_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound()
    return row


def instrument_with_stem(session: Session, symbol_stem: str) -> Instrument | None:
    """The instrument whose document symbols begin so, of whichever initiative, or None."""
    return session.scalar(select(Instrument).where(Instrument.symbol_stem == symbol_stem))


def issued_revisions(session: Session, instrument_id: str) -> list[Revision]:
    """Every issued revision, oldest first."""
    statement = select(Revision).where(Revision.instrument_id == instrument_id, Revision.state == "issued")
    return list(session.scalars(statement.order_by(Revision.ordinal)))


def revision_cards(session: Session, instrument_id: str) -> list[RevisionCard]:
    """Every issued revision without its text, oldest first."""
    statement = (
        select(
            Revision.id, Revision.ordinal, Revision.label, Revision.symbol, Revision.hash, Revision.issued_at
        )
        .where(Revision.instrument_id == instrument_id, Revision.state == "issued")
        .order_by(Revision.ordinal)
    )
    return [
        RevisionCard(identifier, ordinal, label, symbol, text_hash, issued_at)
        for identifier, ordinal, label, symbol, text_hash, issued_at in session.execute(statement)
        if ordinal is not None and symbol is not None and issued_at is not None
    ]


def with_revision_cards(session: Session, initiative_id: str) -> list[tuple[Instrument, list[RevisionCard]]]:
    """The initiative's instruments, oldest first, each with its issued revisions, in one statement."""
    statement = (
        select(
            Instrument,
            Revision.id,
            Revision.ordinal,
            Revision.label,
            Revision.symbol,
            Revision.hash,
            Revision.issued_at,
        )
        .outerjoin(Revision, (Revision.instrument_id == Instrument.id) & (Revision.state == "issued"))
        .where(Instrument.initiative_id == initiative_id)
        .order_by(Instrument.created_at, Instrument.id, Revision.ordinal)
    )
    found: dict[Instrument, list[RevisionCard]] = {}
    for row, identifier, ordinal, label, symbol, text_hash, issued_at in session.execute(statement):
        cards = found.setdefault(row, [])
        if identifier is not None and ordinal is not None and symbol is not None and issued_at is not None:
            cards.append(RevisionCard(identifier, ordinal, label, symbol, text_hash, issued_at))
    return list(found.items())


def current_revision(session: Session, instrument_id: str) -> Revision | None:
    """The revision issued last, or None before the zero draft."""
    statement = select(Revision).where(Revision.instrument_id == instrument_id, Revision.state == "issued")
    return session.scalar(statement.order_by(Revision.ordinal.desc()).limit(1))


def revision(session: Session, initiative_id: str, revision_id: str) -> Revision:
    """The issued revision; raises NotFound where it is another initiative's or not issued."""
    statement = (
        select(Revision)
        .join(Instrument, Instrument.id == Revision.instrument_id)
        .where(
            Revision.id == revision_id,
            Revision.state == "issued",
            Instrument.initiative_id == initiative_id,
        )
    )
    row = session.scalar(statement)
    if row is None:
        raise NotFound()
    return row


def snapshot_of(revision: Revision) -> Snapshot:
    """The whole text as it was proposed and issued."""
    return from_json(revision.snapshot)


def statuses(session: Session, instrument_id: str) -> dict[str, ProvisionStatus]:
    """What the delegations have agreed about each provision that was ever in the text."""
    statement = select(Provision.id, Provision.status).where(Provision.instrument_id == instrument_id)
    return {identifier: ProvisionStatus(status) for identifier, status in session.execute(statement)}


def numbers(session: Session, revision_id: str) -> dict[str, str]:
    """The number of each provision in a revision."""
    statement = select(RevisionProvision.provision_id, RevisionProvision.number)
    found = session.execute(statement.where(RevisionProvision.revision_id == revision_id))
    return {row.provision_id: row.number for row in found}


def last_issued_texts(session: Session, provision_ids: Collection[str]) -> dict[str, str]:
    """The words of each provision in the last revision that has it; provisions never issued are left out."""
    statement = (
        select(RevisionProvision.provision_id, RevisionProvision.text)
        .join(Revision, Revision.id == RevisionProvision.revision_id)
        .where(RevisionProvision.provision_id.in_(provision_ids), Revision.state == "issued")
        .order_by(Revision.ordinal)
    )
    return {row.provision_id: row.text for row in session.execute(statement)}


def elements(session: Session, instrument_id: str) -> list[Element]:
    """The elements of the rolling text, in reading order."""
    statement = select(Element).where(Element.instrument_id == instrument_id, Element.removed_at.is_(None))
    return list(session.scalars(statement.order_by(Element.position, Element.id)))


def provisions(session: Session, instrument_id: str) -> list[Provision]:
    """The provisions of the rolling text; in reading order within each element."""
    statement = (
        select(Provision)
        .join(Element, Element.id == Provision.element_id)
        .where(
            Provision.instrument_id == instrument_id,
            Provision.removed_at.is_(None),
            Element.removed_at.is_(None),
        )
    )
    return list(session.scalars(statement.order_by(Provision.position, Provision.id)))


def element(session: Session, instrument_id: str, element_id: str) -> Element:
    """An element of the rolling text; raises NotFound."""
    row = session.get(Element, element_id)
    if row is None or row.instrument_id != instrument_id or row.removed_at is not None:
        raise NotFound()
    return row


def provision(session: Session, instrument_id: str, provision_id: str) -> Provision:
    """A provision of the rolling text; raises NotFound."""
    row = session.get(Provision, provision_id)
    if row is None or row.instrument_id != instrument_id or row.removed_at is not None:
        raise NotFound()
    return row


def rolling_snapshot(session: Session, instrument_id: str) -> Snapshot:
    """The rolling text as it would be issued now. Raises NotFound."""
    row = session.get(Instrument, instrument_id)
    if row is None:
        raise NotFound()
    bearers = {bearer.id: bearer for bearer in initiatives.bearers(session, row.initiative_id)}
    themes = {theme.id: theme.name for theme in initiatives.themes(session, row.initiative_id)}
    parts = elements(session, instrument_id)
    inside: dict[str, list[Provision]] = {part.id: [] for part in parts}
    for item in provisions(session, instrument_id):
        inside[item.element_id].append(item)
    numbers = numbering.number_elements(
        numbering.ElementOutline(ElementKind(part.kind), len(inside[part.id])) for part in parts
    )
    frozen = []
    for part, given in zip(parts, numbers, strict=True):
        lines = tuple(
            _frozen(item, number, row.language, bearers, themes)
            for item, number in zip(inside[part.id], given.provisions, strict=True)
        )
        frozen.append(SnapshotElement(part.id, ElementKind(part.kind), given.number, part.title, lines))
    return Snapshot(row.title, row.language, tuple(frozen))


def _frozen(
    row: Provision,
    number: str,
    language: str,
    bearers: Mapping[str, Bearer],
    themes: Mapping[str, str],
) -> SnapshotProvision:
    if row.kind == ProvisionKind.TEXT:
        return SnapshotProvision(row.id, number, ProvisionKind.TEXT, row.text, language)
    return SnapshotProvision(
        row.id,
        number,
        ProvisionKind.RESPONSIBILITY,
        row.text,
        language,
        bearers=_frozen_bearers(row.bearers, bearers),
        beneficiary=row.beneficiary,
        action=row.action,
        theme=themes[row.theme_id] if row.theme_id else None,
        phases=tuple(Phase(phase) for phase in row.phases),
        strength=Strength(row.strength) if row.strength else None,
    )


def _frozen_bearers(
    held: Sequence[Mapping[str, object]], bearers: Mapping[str, Bearer]
) -> tuple[SnapshotBearer, ...]:
    found = ((bearers[str(one["bearer_id"])], bool(one["leads"])) for one in held)
    return tuple(SnapshotBearer(row.id, row.name, row.constituency, leads) for row, leads in found)
