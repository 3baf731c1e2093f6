"""Whether a typed code is the person's second factor, now; what is accepted is used up in the same transaction."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import sealing
from webapp.features.people.events import RecoveryCodeUsed
from webapp.features.people.models import Authenticator, Person, RecoveryCode
from webapp.features.people.rules import codes
from webapp.features.people.service.capacities import in_person


def code_fits(work: Work, person: Person, typed: str, now: dt.datetime) -> bool:
    """Accept a code of the authenticator or a recovery code. The person's row is locked: each is accepted once."""
    code = codes.clean_code(typed)
    if codes.is_of_authenticator(code):
        return _shown_now(work, person, code, now)
    return _on_the_sheet(work, person, code, now)


def _shown_now(work: Work, person: Person, code: str, now: dt.datetime) -> bool:
    row = lock_by(work.session, Authenticator, Authenticator.person_id == person.id)
    secret = sealing.unseal(person.id, row.sealed_secret) if row else None
    if row is None or secret is None:
        return False
    counter = codes.matching_counter(secret, code, now, row.last_counter)
    if counter is None:
        return False
    row.last_counter = counter
    return True


def _on_the_sheet(work: Work, person: Person, code: str, now: dt.datetime) -> bool:
    of_person = (RecoveryCode.person_id == person.id) & RecoveryCode.used_at.is_(None)
    hashed = sealing.hash_code(person.id, code)
    row = lock_by(work.session, RecoveryCode, of_person & (RecoveryCode.code_hash == hashed))
    if row is None:
        return False
    row.used_at = now
    work.session.flush()
    left = work.session.scalar(select(func.count()).select_from(RecoveryCode).where(of_person)) or 0
    work.record(in_person(person), RecoveryCodeUsed(initiative_id=None, object_id=person.id, left=left))
    return True
