"""Reading persons and the links that were sent to them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.features.people.models import OneTimeLink, Person


def person(session: Session, person_id: str) -> Person:
    """The person; raises NotFound."""
    row = session.get(Person, person_id)
    if row is None:
        raise NotFound()
    return row


def person_by_email(session: Session, email: str) -> Person | None:
    """The person with this address, in whichever case it is typed, or None."""
    return session.scalar(select(Person).where(Person.email == email.strip().lower()))


def one_time_link(session: Session, link_id: str) -> OneTimeLink:
    """The link; raises NotFound."""
    row = session.get(OneTimeLink, link_id)
    if row is None:
        raise NotFound()
    return row
