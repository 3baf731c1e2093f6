"""Taking and ending seats; the duty of focal point."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import update

from webapp.base.access.actor import Actor, Capacity, SeatRole
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.participants import queries, rules
from webapp.features.participants.events import FocalPointConfirmed, SeatEnded, SeatTaken
from webapp.features.participants.models import Delegation, SeatRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person


def take_seat(
    work: Work, delegation: Delegation, person: Person, role: SeatRole, now: dt.datetime
) -> SeatRow:
    """Give a person who accepted an invitation the seat; the caller has judged the invitation and locked both.

    Raises Refused where the person has a seat in the initiative: at most one each.
    """
    if queries.current_seat(work.session, delegation.initiative_id, person.id) is not None:
        raise Refused("participants.one_seat_each")
    row = SeatRow(
        initiative_id=delegation.initiative_id,
        delegation_id=delegation.id,
        person_id=person.id,
        role=role.value,
        began_at=now,
    )
    work.session.add(row)
    work.session.flush()
    by = Capacity(person.id, person.name, "invited", delegation.id, delegation.name)
    work.record(
        by,
        SeatTaken(
            initiative_id=row.initiative_id,
            object_id=row.id,
            delegation_id=delegation.id,
            person_id=person.id,
            person_name=person.name,
            role=row.role,
        ),
    )
    return row


def end_seat(work: Work, actor: Actor, initiative_id: str, seat_id: str) -> None:
    """End a seat at once. Raises Refused where it has ended."""
    row = lock(work.session, SeatRow, seat_id)
    if row.initiative_id != initiative_id:
        raise NotFound()
    by = authorise(actor, Permission.SEAT_END, Subject(initiative_id, row.delegation_id))
    if row.ended_at is not None:
        raise Refused("participants.seat_ended")
    person = people.person(work.session, row.person_id)
    row.ended_at = work.now()
    work.record(
        by,
        SeatEnded(
            initiative_id=row.initiative_id,
            object_id=row.id,
            delegation_id=row.delegation_id,
            person_id=person.id,
            person_name=person.name,
            role=row.role,
        ),
    )


def confirm_focal_point(work: Work, actor: Actor, initiative_id: str) -> None:
    """Take over the duty of focal point for the own delegation; whoever had it is free of it.

    Raises Refused where the person is the focal point already.
    """
    seat = actor.seat_in(initiative_id)
    if seat is None:
        raise NotFound()
    delegation = lock(work.session, Delegation, seat.delegation_id)
    by = authorise(actor, Permission.FOCAL_POINT_CONFIRM, Subject(initiative_id, delegation.id))
    row = queries.current_seat(work.session, initiative_id, actor.person_id or "")
    if row is None or row.delegation_id != delegation.id:
        raise NotFound()
    rules.may_be_focal_point(SeatRole(row.role))
    if row.focal_point_at is not None:
        raise Refused("participants.is_focal_point")
    _free_others(work, delegation.id)
    row.focal_point_at = work.now()
    work.record(
        by,
        FocalPointConfirmed(
            initiative_id=row.initiative_id,
            object_id=row.id,
            delegation_id=delegation.id,
            person_id=row.person_id,
            person_name=by.person_name,
            role=row.role,
        ),
    )


def _free_others(work: Work, delegation_id: str) -> None:
    of_delegation = (SeatRow.delegation_id == delegation_id, SeatRow.focal_point_at.is_not(None))
    work.session.execute(update(SeatRow).where(*of_delegation).values(focal_point_at=None))
