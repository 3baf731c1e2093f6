"""Ending sessions: this one, one of the list, or all."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import update

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people.events import DeviceSignedOut, SignedOutEverywhere
from webapp.features.people.models import Person, SignInSession


def sign_out(work: Work, session_id: str) -> None:
    """End the session that asks; ending it twice does nothing."""
    row = lock_by(work.session, SignInSession, SignInSession.id == session_id)
    if row is not None and row.revoked_at is None:
        row.revoked_at = work.now()


def sign_out_device(work: Work, actor: Actor, session_id: str) -> None:
    """End one of the own sessions; raises NotFound where it is another's. Ending it twice does nothing."""
    by = authorise(actor, Permission.ACCOUNT_EDIT, Subject(person_id=actor.person_id))
    row = lock_by(work.session, SignInSession, SignInSession.id == session_id)
    if row is None or row.person_id != actor.person_id:
        raise NotFound()
    if row.revoked_at is None:
        row.revoked_at = work.now()
        ended = DeviceSignedOut(
            initiative_id=None, object_id=row.person_id, browser=row.browser, system=row.system
        )
        work.record(by, ended)


def sign_out_everywhere(work: Work, actor: Actor) -> None:
    """End every session of the person who asks, this one included."""
    by = authorise(actor, Permission.ACCOUNT_EDIT, Subject(person_id=actor.person_id))
    person = lock(work.session, Person, actor.person_id or "")
    end_sessions(work, person.id, work.now())
    work.record(by, SignedOutEverywhere(initiative_id=None, object_id=person.id))


def end_sessions(work: Work, person_id: str, now: dt.datetime, but: str = "") -> None:
    """End every session of a person, but for one where it is named."""
    running = (
        SignInSession.person_id == person_id,
        SignInSession.revoked_at.is_(None),
        SignInSession.id != but,
    )
    work.session.execute(update(SignInSession).where(*running).values(revoked_at=now))


def note_uses(work: Work, uses: dict[str, dt.datetime]) -> None:
    """Write when sessions were last used, many at once."""
    for session_id, at in sorted(uses.items()):
        later = (SignInSession.id == session_id, SignInSession.revoked_at.is_(None))
        work.session.execute(update(SignInSession).where(*later).values(last_used_at=at))
