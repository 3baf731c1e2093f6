"""Elements of the rolling text: adding, titling, moving, removing them."""

from __future__ import annotations

from webapp.base.access.actor import Actor
from webapp.base.kernel.errors import Refused, Stale
from webapp.base.kernel.unit_of_work import Work
from webapp.features.instruments import queries
from webapp.features.instruments.models import Element
from webapp.features.instruments.rules.drafting import check_title, moved
from webapp.features.instruments.rules.enums import ElementKind
from webapp.features.instruments.service.rolling import changed, opened


def add_element(
    work: Work, actor: Actor, initiative_id: str, instrument_id: str, *, kind: ElementKind, title: str
) -> Element:
    """Add an element at the end of the text."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = Element(
        instrument_id=instrument.id,
        kind=kind,
        title=check_title(title),
        position=_end(queries.elements(work.session, instrument.id)),
    )
    work.session.add(row)
    work.session.flush()
    changed(work, by, instrument, "element_added", row.id, after=row.title)
    return row


def edit_element(
    work: Work,
    actor: Actor,
    initiative_id: str,
    instrument_id: str,
    element_id: str,
    *,
    title: str,
    version: int,
) -> None:
    """Give an element another title. Raises Stale where somebody else saved since `version`."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = queries.element(work.session, instrument.id, element_id)
    checked = check_title(title)
    if row.version != version:
        raise Stale("stale", theirs=row.title, mine=checked)
    if row.title == checked:
        return
    before, row.title = row.title, checked
    row.version += 1
    changed(work, by, instrument, "element_titled", row.id, before=before, after=checked)


def move_element(
    work: Work, actor: Actor, initiative_id: str, instrument_id: str, element_id: str, *, by_places: int
) -> None:
    """Move an element one place up (-1) or down (1); at that end of the text nothing happens."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = queries.element(work.session, instrument.id, element_id)
    order = moved(queries.elements(work.session, instrument.id), row, by_places)
    if order is None:
        return
    for position, element in enumerate(order):
        element.position = position
    changed(work, by, instrument, "element_moved", row.id, before=row.title, after=row.title)


def remove_element(
    work: Work, actor: Actor, initiative_id: str, instrument_id: str, element_id: str, *, version: int
) -> None:
    """Remove an element whose provisions were removed before. What was issued with it stays issued."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = queries.element(work.session, instrument.id, element_id)
    if row.version != version:
        raise Stale("stale", theirs=row.title, mine="")
    inside = [one for one in queries.provisions(work.session, instrument.id) if one.element_id == row.id]
    if inside:
        raise Refused("instruments.element_not_empty", provisions=len(inside))
    row.removed_at = work.now()
    row.version += 1
    changed(work, by, instrument, "element_removed", row.id, before=row.title)


def _end(rows: list[Element]) -> int:
    return max((row.position for row in rows), default=-1) + 1
