"""Sessions: opened by a password, ended by signing out."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, update

from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import queries, rules
from webapp.features.people.models import Person, SignInAttempt, SignInSession
from webapp.features.people.passwords import Weighed

ATTEMPTS_KEPT = dt.timedelta(days=1)


def sign_in(work: Work, email: str, address: str, weighed: Weighed) -> SignInSession | None:
    """Open a session for whoever typed the right password; else count the failure and return None.

    `address` is the network address. Raises Refused after too many failures, whether the account exists or not.
    """
    account = email.strip().lower()
    person = lock_by(work.session, Person, Person.email == account)
    now = work.now()
    failures = queries.failures(work.session, account, address, now - rules.ATTEMPTS_WINDOW)
    rules.may_try(now, failures.of_account, failures.from_address)
    if person is None or not weighed.fits or person.password_hash != weighed.against:
        work.session.add(SignInAttempt(email=account, address=address, at=now))
        work.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - ATTEMPTS_KEPT))
        return None
    if weighed.fresh_hash is not None:
        person.password_hash = weighed.fresh_hash
    work.session.execute(delete(SignInAttempt).where(SignInAttempt.email == account))
    return open_session(work, person.id)


def open_session(work: Work, person_id: str) -> SignInSession:
    """A session for a person who has just proved who they are."""
    now = work.now()
    row = SignInSession(person_id=person_id, created_at=now, expires_at=now + rules.SESSION_LIVES)
    work.session.add(row)
    work.session.flush()
    return row


def sign_out(work: Work, session_id: str) -> None:
    """End a session; ending it twice does nothing."""
    row = lock_by(work.session, SignInSession, SignInSession.id == session_id)
    if row is not None and row.revoked_at is None:
        row.revoked_at = work.now()


def end_sessions(work: Work, person_id: str, now: dt.datetime) -> None:
    """End every session of a person."""
    of_person = (SignInSession.person_id == person_id, SignInSession.revoked_at.is_(None))
    work.session.execute(update(SignInSession).where(*of_person).values(revoked_at=now))
