"""When a person was last here."""

from __future__ import annotations

from webapp.base.kernel.db import insert_new
from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import rules
from webapp.features.people.models import Visit


def note_visit(work: Work, person_id: str) -> None:
    """Write down that the person is here, on whichever device; nothing of it enters the journal."""
    now = work.now()
    first = {"person_id": person_id, "began_at": now, "seen_at": now}
    if insert_new(work.session, Visit, [first]):
        return
    row = lock_by(work.session, Visit, Visit.person_id == person_id)
    assert row is not None
    known = rules.Visiting(row.began_at, row.seen_at, row.before_at)
    if rules.is_to_be_marked(known.seen_at, now):
        found = rules.visiting(known, now)
        row.began_at, row.seen_at, row.before_at = found.began_at, found.seen_at, found.before_at
