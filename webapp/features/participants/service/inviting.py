"""Inviting people by mail to seats and offices. The mail is a reaction to the event."""

from __future__ import annotations

import datetime as dt

from webapp.base.access.actor import Actor, Capacity, OfficeKind, SeatRole
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid, NotFound, Refused
from webapp.base.kernel.ids import new_id
from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives.models import Initiative
from webapp.features.participants import queries, rules
from webapp.features.participants.events import InvitationWithdrawn, Invited
from webapp.features.participants.models import Delegation, Invitation
from webapp.features.people.rules import clean_address


def invite_to_seat(
    work: Work, actor: Actor, initiative_id: str, delegation_id: str, *, role: SeatRole, email: str, name: str
) -> Invitation:
    """Invite somebody to a seat. Raises Refused where the address already has that seat's invitation or a seat."""
    delegation = lock(work.session, Delegation, delegation_id)
    if delegation.initiative_id != initiative_id:
        raise NotFound()
    by = authorise(actor, Permission.SEAT_INVITE, Subject(initiative_id, delegation.id))
    address = clean_address(email)
    _check_not_invited(work, initiative_id, delegation.id, address, name)
    seated = queries.seated_in(work.session, delegation.id)
    if any(person.email == address and rules.same_name(person.name, name) for person in seated):
        raise Refused("participants.already_seated", field="email")
    row = Invitation(
        initiative_id=initiative_id,
        delegation_id=delegation.id,
        seat_role=SeatRole(role).value,
        email=address,
        name=name,
    )
    return send_invitation(work, by, row, work.now())


def invite_to_office(
    work: Work, actor: Actor, initiative_id: str, *, kind: OfficeKind, email: str, name: str
) -> Invitation:
    """Invite somebody to an office.

    Raises Refused where the address has its invitation, or where an administrator does more than invite the
    first secretariat officer.
    """
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.OFFICE_APPOINT, Subject(initiative.id))
    holders = queries.office_holders(work.session, initiative.id, kind)
    rules.may_fill_office(by.role, kind, held_by_others=bool(holders))
    address = clean_address(email)
    _check_not_invited(work, initiative.id, None, address, name, kind)
    if any(person.email == address for person in holders):
        raise Refused("participants.already_in_office", field="email")
    row = Invitation(
        initiative_id=initiative.id, office_kind=OfficeKind(kind).value, email=address, name=name
    )
    return send_invitation(work, by, row, work.now())


def send_again(work: Work, actor: Actor, initiative_id: str, invitation_id: str) -> Invitation:
    """Send a new link in place of an invitation that was not accepted; the old link is dead from then on."""
    row = lock(work.session, Invitation, invitation_id)
    by = _authorise(work, actor, initiative_id, row)
    if row.used_at is not None or row.withdrawn_at is not None:
        raise Refused("participants.invitation_over")
    return _replace(work, by, row)


def withdraw_invitation(work: Work, actor: Actor, initiative_id: str, invitation_id: str) -> None:
    """Take an invitation back. Raises Refused where it is used or withdrawn."""
    row = lock(work.session, Invitation, invitation_id)
    by = _authorise(work, actor, initiative_id, row)
    if row.used_at is not None or row.withdrawn_at is not None:
        raise Refused("participants.invitation_over")
    row.withdrawn_at = work.now()
    work.record(
        by,
        InvitationWithdrawn(
            initiative_id=row.initiative_id,
            object_id=row.id,
            delegation_id=row.delegation_id,
            role=queries.role_of(row),
        ),
    )


def renew_invitation(work: Work, invitation_id: str) -> None:
    """Send a new link to whoever holds a link whose time is over; nothing tells whether one was sent.

    Who holds the link asks, so nobody else authorises it; it goes to the address of the first one. An
    invitation that was used, withdrawn or replaced is not renewed, and one that still runs needs it not.
    """
    row = lock_by(work.session, Invitation, Invitation.id == invitation_id)
    if row is None or row.used_at is not None or row.withdrawn_at is not None or work.now() < row.expires_at:
        return
    _replace(work, Capacity(None, row.name, "invited"), row)


def forward_invitation(work: Work, invitation_id: str, typed: str) -> None:
    """Send the invitation on to another address, with which the invited person wants to sign in.

    Who holds the link asks: an office's mailbox may have got it, and several people read that. Notices then go to
    the mailbox that was invited. Raises Refused where the invitation no longer runs, Invalid for the address.
    """
    row = lock(work.session, Invitation, invitation_id)
    if not rules.is_running(row.used_at, row.withdrawn_at, row.expires_at, work.now()):
        raise Refused("participants.invitation_over")
    address = clean_address(typed)
    if address == row.email:
        raise Invalid("participants.same_address", field="email")
    shared = row.delivery_email or row.email
    _replace(work, Capacity(None, row.name, "invited"), row, email=address, delivery_email=shared)


def _authorise(work: Work, actor: Actor, initiative_id: str, row: Invitation) -> Capacity:
    if row.initiative_id != initiative_id:
        raise NotFound()
    if row.office_kind is not None:
        by = authorise(actor, Permission.OFFICE_APPOINT, Subject(initiative_id))
        kind = OfficeKind(row.office_kind)
        holders = queries.office_holders(work.session, initiative_id, kind)
        rules.may_fill_office(by.role, kind, held_by_others=bool(holders))
        return by
    return authorise(actor, Permission.SEAT_INVITE, Subject(initiative_id, row.delegation_id))


def _check_not_invited(
    work: Work,
    initiative_id: str,
    delegation_id: str | None,
    address: str,
    name: str,
    kind: OfficeKind | None = None,
) -> None:
    """An address may be shared: another name at it is another person."""
    for row in queries.pending_invitations(work.session, initiative_id):
        same_place = row.delegation_id == delegation_id and row.office_kind == (kind.value if kind else None)
        if same_place and row.email == address and rules.same_name(row.name, name):
            raise Refused("participants.already_invited", field="email")


def _replace(
    work: Work, by: Capacity, row: Invitation, email: str | None = None, delivery_email: str | None = None
) -> Invitation:
    row.withdrawn_at = work.now()
    fresh = Invitation(
        initiative_id=row.initiative_id,
        delegation_id=row.delegation_id,
        seat_role=row.seat_role,
        office_kind=row.office_kind,
        email=email or row.email,
        delivery_email=delivery_email or row.delivery_email,
        name=row.name,
    )
    return send_invitation(work, by, fresh, row.withdrawn_at)


def send_invitation(work: Work, by: Capacity, row: Invitation, at: dt.datetime) -> Invitation:
    """The invitation with its moments; the mail follows. The caller has authorised it and seen that it is free."""
    row.id = new_id()
    row.invited_by = by.person_id
    row.created_at = at
    row.expires_at = at + rules.INVITATION_LIVES
    work.session.add(row)
    work.record(
        by,
        Invited(
            initiative_id=row.initiative_id,
            object_id=row.id,
            delegation_id=row.delegation_id,
            role=queries.role_of(row),
        ),
    )
    return row
