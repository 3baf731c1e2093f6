"""Changing persons, their sessions and their ways in.

Nobody is signed in yet where these are used: what allows the act is a password, a link or the command line.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, select, update

from webapp.base.access.actor import SYSTEM, Capacity
from webapp.base.kernel.db import insert_new
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import passwords, queries, rules
from webapp.features.people.events import AdministratorCreated, PasswordSet, ResetRequested
from webapp.features.people.models import OneTimeLink, Person, SignInAttempt, SignInSession, Visit
from webapp.features.people.passwords import Weighed

ATTEMPTS_KEPT = dt.timedelta(days=1)


def create_person(
    work: Work, *, email: str, name: str, password: str, locale: str = "en", time_zone: str = "UTC"
) -> Person:
    """A person with a password. Raises Invalid for the address or the password, Refused where the address is taken."""
    address = rules.clean_address(email)
    rules.check_password(password, address)
    if queries.person_by_email(work.session, address) is not None:
        raise Refused("people.address_taken", field="email")
    row = Person(
        email=address,
        name=name,
        password_hash=passwords.hash_password(password),
        locale=locale,
        time_zone=time_zone,
        created_at=work.now(),
    )
    work.session.add(row)
    work.session.flush()
    return row


def create_administrator(work: Work, email: str, name: str) -> OneTimeLink:
    """Make somebody a site administrator and give them a link; who has an account keeps it."""
    address = rules.clean_address(email)
    person = lock_by(work.session, Person, Person.email == address)
    now = work.now()
    if person is None:
        person = Person(email=address, name=name, created_at=now)
        work.session.add(person)
    person.is_administrator = True
    work.session.flush()
    link = _new_link(work, person, now)
    by = Capacity(None, SYSTEM.name, "system")
    work.record(by, AdministratorCreated(initiative_id=None, object_id=person.id, link_id=link.id))
    return link


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


def note_visit(work: Work, person_id: str) -> None:
    """Write down that the person is here, on whichever device; nothing of it enters the journal."""
    now = work.now()
    first = {"person_id": person_id, "began_at": now, "seen_at": now}
    if insert_new(work.session, Visit, [first]):
        return
    row = lock_by(work.session, Visit, Visit.person_id == person_id)
    assert row is not None
    known = rules.Visiting(row.began_at, row.seen_at, row.before_at)
    if rules.is_to_be_marked(known.seen_at, now):
        found = rules.visiting(known, now)
        row.began_at, row.seen_at, row.before_at = found.began_at, found.seen_at, found.before_at


def request_reset(work: Work, email: str) -> None:
    """Send a link to the person with this address, if there is one; nothing tells whether there is."""
    person = lock_by(work.session, Person, Person.email == email.strip().lower())
    if person is not None:
        _send_link(work, person)


def renew_link(work: Work, link_id: str) -> None:
    """Send a new link to the person of a dead one; nothing tells whether one was sent."""
    link = work.session.get(OneTimeLink, link_id)
    if link is not None:
        _send_link(work, lock(work.session, Person, link.person_id))


def set_password(work: Work, link_id: str, password: str) -> Person:
    """Use a link: set the password, end every session, and let no other link live.

    Raises Refused where the link is dead, Invalid for the password.
    """
    # The person first: all their links are used up below, and two links may be used at the same time.
    person = lock(work.session, Person, queries.one_time_link(work.session, link_id).person_id)
    link = lock(work.session, OneTimeLink, link_id)
    now = work.now()
    if not rules.is_live(link.used_at, link.expires_at, now):
        raise Refused("people.link_dead")
    rules.check_password(password, person.email)
    person.password_hash = passwords.hash_password(password)
    _use_up_links(work, person.id, now)
    _end_sessions(work, person.id, now)
    work.record(_in_person(person), PasswordSet(initiative_id=None, object_id=person.id))
    return person


def speak(work: Work, person_id: str, language: str) -> None:
    """From now on pages and mails speak this language to the person."""
    lock(work.session, Person, person_id).locale = language


def _send_link(work: Work, person: Person) -> None:
    now = work.now()
    recent = select(OneTimeLink.id).where(
        OneTimeLink.person_id == person.id,
        OneTimeLink.used_at.is_(None),
        OneTimeLink.created_at > now - rules.NEXT_LINK_AFTER,
    )
    if work.session.scalar(recent.limit(1)) is not None:
        return
    link = _new_link(work, person, now)
    event = ResetRequested(initiative_id=None, object_id=person.id, link_id=link.id)
    work.record(_in_person(person), event)


def _new_link(work: Work, person: Person, now: dt.datetime) -> OneTimeLink:
    link = OneTimeLink(person_id=person.id, created_at=now, expires_at=now + rules.LINK_LIVES)
    work.session.add(link)
    work.session.flush()
    return link


def _use_up_links(work: Work, person_id: str, now: dt.datetime) -> None:
    of_person = (OneTimeLink.person_id == person_id, OneTimeLink.used_at.is_(None))
    work.session.execute(update(OneTimeLink).where(*of_person).values(used_at=now))


def _end_sessions(work: Work, person_id: str, now: dt.datetime) -> None:
    of_person = (SignInSession.person_id == person_id, SignInSession.revoked_at.is_(None))
    work.session.execute(update(SignInSession).where(*of_person).values(revoked_at=now))


def _in_person(person: Person) -> Capacity:
    return Capacity(person.id, person.name, "person")
