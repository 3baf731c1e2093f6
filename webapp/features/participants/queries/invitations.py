"""Reading invitations."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.errors import NotFound
from webapp.features.participants import rules
from webapp.features.participants.models import Invitation


def pending_invitations(session: Session, initiative_id: str) -> list[Invitation]:
    """Invitations that are neither used nor withdrawn, oldest first; those whose time is over included."""
    statement = select(Invitation).where(
        Invitation.initiative_id == initiative_id,
        Invitation.used_at.is_(None),
        Invitation.withdrawn_at.is_(None),
    )
    return list(session.scalars(statement.order_by(Invitation.created_at, Invitation.id)))


def invitations_open_to(session: Session, actor: Actor, initiative_id: str) -> list[Invitation]:
    """Pending invitations that the actor could send or withdraw; others may not even know of them."""
    return [
        row
        for row in pending_invitations(session, initiative_id)
        if allowed(
            actor,
            Permission.OFFICE_APPOINT if row.office_kind else Permission.SEAT_INVITE,
            Subject(initiative_id, row.delegation_id),
        )
    ]


def invitation(session: Session, invitation_id: str) -> Invitation:
    """The invitation; raises NotFound."""
    row = session.get(Invitation, invitation_id)
    if row is None:
        raise NotFound()
    return row


def is_running(row: Invitation, now: dt.datetime) -> bool:
    """Whether an invitation can still be accepted."""
    return rules.is_running(row.used_at, row.withdrawn_at, row.expires_at, now)


def role_of(row: Invitation) -> str:
    """The seat or the office to which an invitation leads."""
    return row.seat_role or row.office_kind or ""
