"""The ground under every change of the rolling text: who may, the locked instrument, and the event."""

from __future__ import annotations

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid, NotFound, Stale
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives import queries as initiatives
from webapp.features.instruments import queries
from webapp.features.instruments.events import InstrumentCreated, TextChanged
from webapp.features.instruments.models import Instrument
from webapp.features.instruments.rules.drafting import check_title
from webapp.features.instruments.rules.symbols import check_stem


def create_instrument(
    work: Work, actor: Actor, initiative_id: str, *, title: str, symbol_stem: str, language: str = "en"
) -> Instrument:
    """Begin an instrument. Its symbol stem is never given twice in an installation."""
    by = authorise(actor, Permission.TEXT_DRAFT, Subject(initiative_id))
    initiatives.initiative(work.session, initiative_id)
    checked = check_title(title)
    try:
        check_stem(symbol_stem)
    except Invalid as error:
        error.field = "symbol_stem"
        raise
    if queries.instrument_with_stem(work.session, symbol_stem) is not None:
        raise Invalid("instruments.symbol_taken", field="symbol_stem", stem=symbol_stem)
    row = Instrument(
        initiative_id=initiative_id,
        title=checked,
        symbol_stem=symbol_stem,
        language=language,
        created_at=work.now(),
    )
    work.session.add(row)
    work.session.flush()
    created = InstrumentCreated(
        initiative_id=initiative_id, object_id=row.id, title=checked, symbol_stem=symbol_stem
    )
    work.record(by, created)
    return row


def rename_instrument(
    work: Work, actor: Actor, initiative_id: str, instrument_id: str, *, title: str, seen: str
) -> None:
    """Give the whole text another title. `seen` is the title that the editor saw."""
    row, by = opened(work, actor, initiative_id, instrument_id)
    checked = check_title(title)
    if row.title != seen:
        raise Stale("stale", theirs=row.title, mine=checked)
    if row.title == checked:
        return
    before, row.title = row.title, checked
    changed(work, by, row, "title", None, before=before, after=checked)


def opened(work: Work, actor: Actor, initiative_id: str, instrument_id: str) -> tuple[Instrument, Capacity]:
    """The instrument, locked, and the capacity in which its rolling text is changed."""
    row = lock(work.session, Instrument, instrument_id)
    if row.initiative_id != initiative_id:
        raise NotFound()
    return row, authorise(actor, Permission.TEXT_DRAFT, Subject(row.initiative_id))


def changed(
    work: Work,
    by: Capacity,
    instrument: Instrument,
    act: str,
    part_id: str | None,
    *,
    before: str = "",
    after: str = "",
    fields: tuple[str, ...] = (),
) -> None:
    """Record a change of the rolling text."""
    instrument.version += 1
    event = TextChanged(
        initiative_id=instrument.initiative_id,
        object_id=instrument.id,
        act=act,
        part_id=part_id,
        before=before,
        after=after,
        fields=fields,
    )
    work.record(by, event)
