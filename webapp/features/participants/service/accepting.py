"""Accepting an invitation: with the account one has, or with a new one."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.access.actor import Actor, OfficeKind, SeatRole
from webapp.base.kernel.errors import Denied, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.participants import queries, rules
from webapp.features.participants.models import Invitation
from webapp.features.participants.service.offices import take_office
from webapp.features.participants.service.seats import take_seat
from webapp.features.people import queries as people
from webapp.features.people import service as people_service
from webapp.features.people.models import Person


@dataclass(frozen=True)
class Newcomer:
    """What an invited person without an account says about themselves."""

    name: str
    password: str
    locale: str = "en"
    time_zone: str = "UTC"


def accept_invitation(work: Work, actor: Actor, invitation_id: str) -> None:
    """Take the seat or office with the account one has; the link in the mail is what allows it.

    Raises Refused where the invitation no longer runs or the person already has a seat there.
    """
    row = _running(work, invitation_id)
    if actor.person_id is None:
        raise Denied("denied")
    _fill(work, row, lock(work.session, Person, actor.person_id))


def accept_as_newcomer(work: Work, invitation_id: str, newcomer: Newcomer) -> Person:
    """Make an account for the invited address and take the seat or office.

    Raises Refused where the invitation no longer runs or the address has an account, Invalid for the password.
    """
    row = _running(work, invitation_id)
    if people.person_by_email(work.session, row.email) is not None:
        raise Refused("participants.sign_in_first")
    person = people_service.create_person(
        work,
        email=row.email,
        delivery_email=row.delivery_email,
        name=newcomer.name,
        password=newcomer.password,
        locale=newcomer.locale,
        time_zone=newcomer.time_zone,
    )
    _fill(work, row, person)
    return person


def _running(work: Work, invitation_id: str) -> Invitation:
    row = lock(work.session, Invitation, invitation_id)
    if not rules.is_running(row.used_at, row.withdrawn_at, row.expires_at, work.now()):
        raise Refused("participants.invitation_over")
    return row


def _fill(work: Work, row: Invitation, person: Person) -> None:
    now = work.now()
    if row.seat_role is not None and row.delegation_id is not None:
        delegation = queries.delegation(work.session, row.initiative_id, row.delegation_id)
        take_seat(work, delegation, person, SeatRole(row.seat_role), now)
    elif row.office_kind is not None:
        take_office(work, row.initiative_id, person, OfficeKind(row.office_kind), now)
    row.used_at = now
