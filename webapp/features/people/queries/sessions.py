"""Reading sign-ins: running ones, half-finished ones, failed ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import NotFound
from webapp.features.people.models import SignInAttempt, SignInSession, SignInStep, Visit
from webapp.features.people.rules import Visiting


def is_running(session_id: str, now: dt.datetime) -> ColumnElement[bool]:
    """The clause that keeps the sign-in with this identifier, if it is neither revoked nor over."""
    return and_(
        SignInSession.id == session_id, SignInSession.revoked_at.is_(None), SignInSession.expires_at > now
    )


def proved_at(session: Session, session_id: str, now: dt.datetime) -> dt.datetime | None:
    """When the person last proved, in this running sign-in, who it is."""
    return session.scalar(select(SignInSession.proved_at).where(is_running(session_id, now)))


def visit(session: Session, person_id: str) -> Visiting | None:
    """The person's last visit as far as it is written down, or None before the first."""
    row = session.get(Visit, person_id)
    return Visiting(row.began_at, row.seen_at, row.before_at) if row is not None else None


def sessions_of(session: Session, person_id: str, now: dt.datetime) -> list[SignInSession]:
    """The person's running sign-ins, the last used first."""
    statement = select(SignInSession).where(
        SignInSession.person_id == person_id,
        SignInSession.revoked_at.is_(None),
        SignInSession.expires_at > now,
    )
    rows = session.scalars(statement)
    return sorted(rows, key=lambda row: (row.last_used_at or row.created_at, row.id), reverse=True)


def sign_in_step(session: Session, step_id: str) -> SignInStep:
    """The half-finished sign-in; raises NotFound."""
    row = session.get(SignInStep, step_id)
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
