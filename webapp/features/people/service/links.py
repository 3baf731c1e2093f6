"""Passwords: set by a one-time link, where the link is what allows it, or changed by somebody who is signed in."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update

from webapp.base.access.actor import Actor
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import passwords, queries, rules
from webapp.features.people.events import PasswordSet, ResetRequested
from webapp.features.people.models import OneTimeLink, Person
from webapp.features.people.service.capacities import in_person
from webapp.features.people.service.proving import proved_person
from webapp.features.people.service.sessions import end_sessions


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
    use_up_links(work, person.id, now)
    end_sessions(work, person.id, now)
    work.record(in_person(person), PasswordSet(initiative_id=None, object_id=person.id))
    return person


def change_password(work: Work, actor: Actor, session_id: str, password: str) -> None:
    """Set another password as somebody who has just proved who they are; other devices are signed out.

    Raises Invalid for the password.
    """
    by, person = proved_person(work, actor, session_id)
    now = work.now()
    rules.check_password(password, person.email)
    person.password_hash = passwords.hash_password(password)
    use_up_links(work, person.id, now)
    end_sessions(work, person.id, now, but=session_id)
    work.record(by, PasswordSet(initiative_id=None, object_id=person.id))


def _send_link(work: Work, person: Person) -> None:
    now = work.now()
    recent = select(OneTimeLink.id).where(
        OneTimeLink.person_id == person.id,
        OneTimeLink.used_at.is_(None),
        OneTimeLink.created_at > now - rules.NEXT_LINK_AFTER,
    )
    if work.session.scalar(recent.limit(1)) is not None:
        return
    link = new_link(work, person, now)
    event = ResetRequested(initiative_id=None, object_id=person.id, link_id=link.id)
    work.record(in_person(person), event)


def use_up_links(work: Work, person_id: str, now: dt.datetime) -> None:
    """End every link that was sent to a person."""
    of_person = (OneTimeLink.person_id == person_id, OneTimeLink.used_at.is_(None))
    work.session.execute(update(OneTimeLink).where(*of_person).values(used_at=now))


def new_link(work: Work, person: Person, now: dt.datetime) -> OneTimeLink:
    """A link for a person, with its row."""
    link = OneTimeLink(person_id=person.id, created_at=now, expires_at=now + rules.LINK_LIVES)
    work.session.add(link)
    work.session.flush()
    return link
