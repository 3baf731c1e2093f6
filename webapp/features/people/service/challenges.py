"""Challenges of passkeys: made for one purpose, answered once."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, select

from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import passkeys, rules
from webapp.features.people.models import Passkey, PasskeyChallenge, Person

KEPT = dt.timedelta(days=1)


def make_challenge(work: Work, purpose: str, person_id: str | None = None) -> PasskeyChallenge:
    """A challenge for this purpose and, where one is named, this person alone."""
    now = work.now()
    row = PasskeyChallenge(
        purpose=purpose,
        person_id=person_id,
        challenge=passkeys.new_challenge(),
        expires_at=now + rules.CHALLENGE_LIVES,
    )
    work.session.add(row)
    work.session.execute(delete(PasskeyChallenge).where(PasskeyChallenge.expires_at < now - KEPT))
    work.session.flush()
    return row


def take_challenge(work: Work, challenge_id: str, purpose: str, person_id: str | None) -> str | None:
    """Use the challenge up; None where there is none that lives, or it was made for something or somebody else."""
    row = lock_by(work.session, PasskeyChallenge, PasskeyChallenge.id == challenge_id)
    now = work.now()
    if row is None or row.used_at is not None or now >= row.expires_at:
        return None
    row.used_at = now
    return row.challenge if (row.purpose, row.person_id) == (purpose, person_id) else None


def answer_challenge(
    work: Work, challenge_id: str, purpose: str, answer: str, person_id: str | None = None
) -> Passkey | None:
    """The passkey that signed this challenge, with its count gone on; None where the answer does not hold."""
    row = _named(work, answer, person_id)
    challenge = take_challenge(work, challenge_id, purpose, person_id)
    if challenge is None or row is None:
        return None
    count = passkeys.signed_count(answer, challenge, row.public_key, row.sign_count)
    if count is None:
        return None
    row.sign_count, row.last_used_at = count, work.now()
    return row


def _named(work: Work, answer: str, person_id: str | None) -> Passkey | None:
    """The passkey that an answer names, locked after its person, as everywhere; None where it is another's."""
    named = passkeys.named_key(answer)
    if named is None:
        return None
    credential_id, handle = named
    owner = work.session.scalar(select(Passkey.person_id).where(Passkey.credential_id == credential_id))
    if owner is None or handle not in ("", owner) or person_id not in (None, owner):
        return None
    lock(work.session, Person, owner)
    return lock_by(work.session, Passkey, Passkey.credential_id == credential_id)
