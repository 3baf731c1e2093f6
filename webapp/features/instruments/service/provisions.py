"""Provisions of the rolling text: adding, editing, moving, removing them."""

from __future__ import annotations

from dataclasses import fields as fields_of
from typing import Any

from webapp.base.access.actor import Actor
from webapp.base.kernel.errors import Invalid, NotFound, Stale
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives import queries as initiatives
from webapp.features.instruments import queries
from webapp.features.instruments.models import Instrument, Provision
from webapp.features.instruments.rules.drafting import (
    ProvisionDraft,
    Responsibility,
    check_provision,
    moved,
)
from webapp.features.instruments.service.rolling import changed, opened
from webapp.features.participants import queries as participants


def add_provision(
    work: Work,
    actor: Actor,
    initiative_id: str,
    instrument_id: str,
    element_id: str,
    draft: ProvisionDraft,
    *,
    after: str | None = None,
) -> Provision:
    """Add a provision after another one of the element, else at its end."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    element = queries.element(work.session, instrument.id, element_id)
    checked = _checked(work, instrument, draft)
    now = work.now()
    row = Provision(instrument_id=instrument.id, element_id=element.id, position=0, status_at=now)
    _write(row, checked)
    inside = _inside(work, instrument.id, element.id)
    places = [one.id for one in inside]
    at = places.index(after) + 1 if after in places else len(inside)
    work.session.add(row)
    _order([*inside[:at], row, *inside[at:]])
    work.session.flush()
    changed(work, by, instrument, "provision_added", row.id, after=row.text)
    return row


def edit_provision(
    work: Work,
    actor: Actor,
    initiative_id: str,
    instrument_id: str,
    provision_id: str,
    draft: ProvisionDraft,
    *,
    version: int,
) -> None:
    """Rewrite a provision. Raises Stale where somebody else saved since `version`; neither text is lost."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = queries.provision(work.session, instrument.id, provision_id)
    checked = _checked(work, instrument, draft)
    if row.version != version:
        raise Stale("stale", theirs=row.text, mine=checked.text)
    before, old = row.text, _fields(row)
    _write(row, checked)
    differing = tuple(name for name, value in _fields(row).items() if value != old[name])
    if row.text == before and not differing:
        return
    row.version += 1
    changed(work, by, instrument, "provision_edited", row.id, before=before, after=row.text, fields=differing)


def move_provision(
    work: Work, actor: Actor, initiative_id: str, instrument_id: str, provision_id: str, *, by_places: int
) -> None:
    """Move a provision one place up (-1) or down (1), at the edge of its element into the next one."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = queries.provision(work.session, instrument.id, provision_id)
    order = moved(_inside(work, instrument.id, row.element_id), row, by_places)
    if order is not None:
        _order(list(order))
    elif not _to_neighbour(work, instrument, row, by_places):
        return
    changed(work, by, instrument, "provision_moved", row.id, before=row.text, after=row.text)


def remove_provision(
    work: Work, actor: Actor, initiative_id: str, instrument_id: str, provision_id: str, *, version: int
) -> None:
    """Take a provision out of the rolling text. What was issued with it stays issued."""
    instrument, by = opened(work, actor, initiative_id, instrument_id)
    row = queries.provision(work.session, instrument.id, provision_id)
    if row.version != version:
        raise Stale("stale", theirs=row.text, mine="")
    row.removed_at = work.now()
    row.version += 1
    changed(work, by, instrument, "provision_removed", row.id, before=row.text)


def _checked(work: Work, instrument: Instrument, draft: ProvisionDraft) -> ProvisionDraft:
    """The draft as it is stored; bearers and theme must be of the initiative's lists."""
    initiative_id = instrument.initiative_id
    codes = participants.codes(work.session, initiative_id)
    checked = _with_field(draft, codes, instrument.language)
    given = checked.responsibility
    if given is None:
        return checked
    known = {row.id for row in initiatives.bearers(work.session, initiative_id)}
    if any(share.bearer_id not in known for share in given.bearers):
        raise NotFound()
    if given.theme_id is not None:
        initiatives.theme(work.session, initiative_id, given.theme_id)
    return checked


def _with_field(draft: ProvisionDraft, codes: frozenset[str], language: str) -> ProvisionDraft:
    """What is wrong with the words themselves is said at their field."""
    try:
        return check_provision(draft, codes, language)
    except Invalid as error:
        error.field = error.field or "text"
        raise


def _write(row: Provision, draft: ProvisionDraft) -> None:
    given = draft.responsibility or Responsibility()
    row.kind, row.text = draft.kind, draft.text
    row.bearers = [{"bearer_id": share.bearer_id, "leads": share.leads} for share in given.bearers]
    row.beneficiary, row.action, row.theme_id = given.beneficiary, given.action, given.theme_id
    row.phases, row.strength = [str(phase) for phase in given.phases], given.strength


def _fields(row: Provision) -> dict[str, Any]:
    named = ("kind", *(field.name for field in fields_of(Responsibility)))
    return {name: getattr(row, name) for name in named}


def _inside(work: Work, instrument_id: str, element_id: str) -> list[Provision]:
    rows = queries.provisions(work.session, instrument_id)
    return [row for row in rows if row.element_id == element_id]


def _order(rows: list[Provision]) -> None:
    for position, row in enumerate(rows):
        row.position = position


def _to_neighbour(work: Work, instrument: Instrument, row: Provision, by_places: int) -> bool:
    """Move to the end of the element before, or to the beginning of the one after; False where there is none."""
    elements = [one.id for one in queries.elements(work.session, instrument.id)]
    at = elements.index(row.element_id) + by_places
    if not 0 <= at < len(elements):
        return False
    inside = _inside(work, instrument.id, elements[at])
    row.element_id = elements[at]
    _order([*inside, row] if by_places < 0 else [row, *inside])
    return True
