"""The text: every revision of it, and the rolling text as the last one left it."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from tests.benchmarks.furnishing.place import LONG_AGO, PROVISIONS_EACH, Place, add_all
from tests.benchmarks.furnishing.words import text_of
from webapp.base.kernel.ids import new_id
from webapp.features.initiatives import queries as initiatives
from webapp.features.instruments.models import Element, Instrument, Provision, Revision, RevisionProvision
from webapp.features.instruments.rules import symbols
from webapp.features.instruments.rules.enums import ElementKind, Phase, ProvisionKind, Strength
from webapp.features.instruments.rules.snapshot import (
    Snapshot,
    SnapshotBearer,
    SnapshotElement,
    SnapshotProvision,
    canonical,
    text_hash,
)

STATUSES = ("open", "agreed", "not_discussed", "agreed_ad_referendum")


def write_text(session: Session, place: Place) -> None:
    """An instrument whose every third provision is a responsibility and every fifth holds a bracket."""
    place.instrument_id = new_id()
    place.provisions = [new_id() for _ in range(place.size.provisions)]
    place.elements = [new_id() for _ in place.provisions[::PROVISIONS_EACH]]
    place.revisions = [new_id() for _ in range(place.size.revisions)]
    instrument = {
        "id": place.instrument_id,
        "initiative_id": place.initiative_id,
        "title": "Voluntary principles on migrants in acute crises",
        "symbol_stem": f"{place.slug.upper()}/VP/2026",
        "created_at": LONG_AGO,
    }
    add_all(session, Instrument, [instrument])
    bearers = [
        SnapshotBearer(row.id, row.name, row.constituency)
        for row in initiatives.bearers(session, place.initiative_id)
    ]
    themes = {row.name: row.id for row in initiatives.themes(session, place.initiative_id)}
    last = _snapshot(place, bearers, list(themes), place.size.revisions - 1)
    _write_rolling(session, place, last, themes)
    for ordinal in range(place.size.revisions):
        _write_revision(session, place, _snapshot(place, bearers, list(themes), ordinal), ordinal)


def words_of(place: int, ordinal: int) -> str:
    """A provision's words in a revision: about fifty; every third provision changes from one to the next."""
    words = text_of(f"provision {place}", 2)
    if place % 5 == 0:
        words += " They [should -- D001, D002][shall -- D003] say so in public."
    changes = sum((place + past) % 3 == 0 for past in range(1, ordinal + 1))
    return f"{words} This was said in round {changes}, and it stands." if changes else words


def _snapshot(place: Place, bearers: list[SnapshotBearer], themes: list[str], ordinal: int) -> Snapshot:
    elements = []
    for at, identifier in enumerate(place.elements):
        inside = range(at * PROVISIONS_EACH, min((at + 1) * PROVISIONS_EACH, place.size.provisions))
        elements.append(
            SnapshotElement(
                id=identifier,
                kind=ElementKind.PRINCIPLE,
                number=str(at + 1),
                title=f"Principle on matter {at + 1}",
                provisions=tuple(_provision(place, one, bearers, themes, ordinal) for one in inside),
            )
        )
    return Snapshot("Voluntary principles on migrants in acute crises", "en", tuple(elements))


def _provision(
    place: Place, at: int, bearers: list[SnapshotBearer], themes: list[str], ordinal: int
) -> SnapshotProvision:
    common: dict[str, Any] = {
        "id": place.provisions[at],
        "number": place.number(at),
        "text": words_of(at, ordinal),
        "language": "en",
    }
    if at % 3:
        return SnapshotProvision(kind=ProvisionKind.TEXT, **common)
    return SnapshotProvision(
        kind=ProvisionKind.RESPONSIBILITY,
        bearers=(bearers[at % 4], bearers[(at + 1) % 4]),
        beneficiary="migrants caught in the crisis",
        action="keep papers safe and give them back",
        theme=themes[at % 4],
        phases=(Phase.PREPAREDNESS, Phase.EMERGENCY_RESPONSE),
        strength=Strength.SHOULD,
        **common,
    )


def _write_rolling(session: Session, place: Place, text: Snapshot, themes: dict[str, str]) -> None:
    here: dict[str, Any] = {"instrument_id": place.instrument_id}
    add_all(
        session,
        Element,
        [
            {**here, "id": one.id, "kind": one.kind, "title": one.title, "position": at}
            for at, one in enumerate(text.elements)
        ],
    )
    add_all(
        session,
        Provision,
        [
            {
                **here,
                "id": one.id,
                "element_id": element.id,
                "kind": one.kind,
                "text": one.text,
                "position": at,
                "bearers": [{"bearer_id": bearer.id, "leads": bearer.leads} for bearer in one.bearers],
                "beneficiary": one.beneficiary,
                "action": one.action,
                "theme_id": themes.get(one.theme or ""),
                "phases": list(one.phases),
                "strength": one.strength,
                "status": "bracketed" if "[" in one.text else STATUSES[at % 4],
                "status_at": LONG_AGO,
            }
            for element in text.elements
            for at, one in enumerate(element.provisions)
        ],
    )


def _write_revision(session: Session, place: Place, text: Snapshot, ordinal: int) -> None:
    revision = {
        "id": place.revisions[ordinal],
        "instrument_id": place.instrument_id,
        "state": "issued",
        "ordinal": ordinal,
        "label": symbols.label(ordinal),
        "symbol": symbols.symbol(f"{place.slug.upper()}/VP/2026", ordinal),
        "hash": text_hash(text),
        "snapshot": canonical(text).decode(),
        "proposed_by": place.chairs[0],
        "proposed_at": LONG_AGO,
        "confirmed_by": place.chairs[1],
        "issued_at": LONG_AGO,
    }
    add_all(session, Revision, [revision])
    elements = {one.id: element.id for element in text.elements for one in element.provisions}
    add_all(
        session,
        RevisionProvision,
        [
            {
                "revision_id": place.revisions[ordinal],
                "provision_id": one.id,
                "element_id": elements[one.id],
                "number": one.number,
                "ordinal": at,
                "text": one.text,
            }
            for at, one in enumerate(text.provisions)
        ],
    )
