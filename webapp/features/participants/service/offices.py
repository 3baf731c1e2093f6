"""Filling and ending offices."""

from __future__ import annotations

import datetime as dt

from webapp.base.access.actor import Actor, Capacity, OfficeKind
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries, rules
from webapp.features.participants.events import OfficeEnded, OfficeTaken
from webapp.features.participants.models import OfficeRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person


def appoint(work: Work, actor: Actor, initiative_id: str, *, person_id: str, kind: OfficeKind) -> OfficeRow:
    """Give an office to a person with a seat in the initiative; others are invited.

    Raises NotFound for somebody without a seat, Refused where the person holds the office.
    """
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.OFFICE_APPOINT, Subject(initiative.id))
    holders = queries.office_holders(work.session, initiative.id, kind)
    rules.may_fill_office(by.role, kind, held_by_others=bool(holders))
    if queries.current_seat(work.session, initiative.id, person_id) is None:
        raise NotFound()
    person = lock(work.session, Person, person_id)
    return _fill(work, by, initiative.id, person, kind, work.now())


def take_office(
    work: Work, initiative_id: str, person: Person, kind: OfficeKind, now: dt.datetime
) -> OfficeRow:
    """Give the office to a person who accepted an invitation; the caller has judged the invitation."""
    return _fill(work, Capacity(person.id, person.name, "invited"), initiative_id, person, kind, now)


def end_office(work: Work, actor: Actor, initiative_id: str, office_id: str) -> None:
    """End an office at once. Raises Refused where it has ended, or for an administrator."""
    row = lock(work.session, OfficeRow, office_id)
    if row.initiative_id != initiative_id:
        raise NotFound()
    by = authorise(actor, Permission.OFFICE_APPOINT, Subject(initiative_id))
    rules.may_fill_office(by.role, OfficeKind(row.kind), held_by_others=True)
    if row.ended_at is not None:
        raise Refused("participants.office_ended")
    person = people.person(work.session, row.person_id)
    row.ended_at = work.now()
    work.record(
        by,
        OfficeEnded(
            initiative_id=row.initiative_id,
            object_id=row.id,
            person_id=person.id,
            person_name=person.name,
            kind=row.kind,
        ),
    )


def _fill(
    work: Work, by: Capacity, initiative_id: str, person: Person, kind: OfficeKind, now: dt.datetime
) -> OfficeRow:
    if queries.current_office(work.session, initiative_id, person.id, kind) is not None:
        raise Refused("participants.already_in_office")
    row = OfficeRow(initiative_id=initiative_id, person_id=person.id, kind=kind.value, began_at=now)
    work.session.add(row)
    work.session.flush()
    work.record(
        by,
        OfficeTaken(
            initiative_id=initiative_id,
            object_id=row.id,
            person_id=person.id,
            person_name=person.name,
            kind=row.kind,
        ),
    )
    return row
