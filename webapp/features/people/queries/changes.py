"""Reading changes of address and recoveries."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.features.people.models import AccountRecovery, AddressChange


def address_change(session: Session, change_id: str) -> AddressChange:
    """The change; raises NotFound."""
    row = session.get(AddressChange, change_id)
    if row is None:
        raise NotFound()
    return row


def waiting_changes(session: Session, person_id: str, now: dt.datetime) -> list[AddressChange]:
    """The person's changes of address that wait to be confirmed."""
    statement = select(AddressChange).where(
        AddressChange.person_id == person_id,
        AddressChange.confirmed_at.is_(None),
        AddressChange.cancelled_at.is_(None),
        AddressChange.expires_at > now,
    )
    return list(session.scalars(statement.order_by(AddressChange.created_at)))


def recovery(session: Session, recovery_id: str) -> AccountRecovery:
    """The recovery; raises NotFound."""
    row = session.get(AccountRecovery, recovery_id)
    if row is None:
        raise NotFound()
    return row


def running_recovery(session: Session, person_id: str, now: dt.datetime) -> AccountRecovery | None:
    """The recovery of this person's account that is neither used, stopped nor over."""
    statement = select(AccountRecovery).where(
        AccountRecovery.person_id == person_id,
        AccountRecovery.used_at.is_(None),
        AccountRecovery.cancelled_at.is_(None),
        AccountRecovery.expires_at > now,
    )
    return session.scalar(statement.limit(1))
