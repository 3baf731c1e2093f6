"""Reading persons, their sessions and their attempts to sign in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.features.people.models import OneTimeLink, Person, SignInAttempt, SignInSession, Visit
from webapp.features.people.rules import Visiting


def person(session: Session, person_id: str) -> Person:
    """The person; raises NotFound."""
    row = session.get(Person, person_id)
    if row is None:
        raise NotFound()
    return row


def person_by_email(session: Session, email: str) -> Person | None:
    """The person with this address, in whichever case it is typed, or None."""
    return session.scalar(select(Person).where(Person.email == email.strip().lower()))


def is_running(session_id: str, now: dt.datetime) -> ColumnElement[bool]:
    """The clause that keeps the sign-in with this identifier, if it is neither revoked nor over."""
    return and_(
        SignInSession.id == session_id, SignInSession.revoked_at.is_(None), SignInSession.expires_at > now
    )


def visit(session: Session, person_id: str) -> Visiting | None:
    """The person's last visit as far as it is written down, or None before the first."""
    row = session.get(Visit, person_id)
    return Visiting(row.began_at, row.seen_at, row.before_at) if row is not None else None


def one_time_link(session: Session, link_id: str) -> OneTimeLink:
    """The link; raises NotFound."""
    row = session.get(OneTimeLink, link_id)
    if row is None:
        raise NotFound()
    return row


@dataclass(frozen=True)
class Failures:
    """When signing in failed, newest first: with this account, and from this network address."""

    of_account: tuple[dt.datetime, ...]
    from_address: tuple[dt.datetime, ...]


def failures(session: Session, account: str, address: str, since: dt.datetime) -> Failures:
    """Failures to sign in since a moment; accounts that do not exist count alike."""
    recent = select(SignInAttempt.at).where(SignInAttempt.at > since).order_by(SignInAttempt.at.desc())
    return Failures(
        tuple(session.scalars(recent.where(SignInAttempt.email == account))),
        tuple(session.scalars(recent.where(SignInAttempt.address == address))),
    )
