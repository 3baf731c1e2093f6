"""Adding and removing second factors. Whoever changes one has just proved who they are."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, func, select

from webapp.base.access.actor import Actor, Capacity
from webapp.base.kernel.errors import Invalid, NotFound, Refused
from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import passkeys, queries, rules, sealing
from webapp.features.people.events import FactorChange, SecondFactorChanged
from webapp.features.people.models import Authenticator, Passkey, PasskeyChallenge, Person, RecoveryCode
from webapp.features.people.rules import codes
from webapp.features.people.service.challenges import make_challenge, take_challenge
from webapp.features.people.service.proving import proved_person
from webapp.features.people.service.sessions import end_sessions

Sheet = tuple[str, ...]
"""Recovery codes in clear, to be shown once; empty where there are unused ones already."""


def add_authenticator(work: Work, actor: Actor, session_id: str, sealed_secret: str, typed: str) -> Sheet:
    """Take an authenticator into use, once a code shows that it has the secret.

    Raises Refused where there is one already, Invalid where the code does not fit. Other devices are signed out
    with the first second factor: they came in without it.
    """
    by, person = proved_person(work, actor, session_id)
    now = work.now()
    if work.session.get(Authenticator, person.id) is not None:
        raise Refused("people.authenticator_there")
    secret = sealing.unseal(person.id, sealed_secret)
    counter = codes.matching_counter(secret, codes.clean_code(typed), now, 0) if secret else None
    if counter is None:
        raise Invalid("people.code_wrong", field="code")
    row = Authenticator(
        person_id=person.id, sealed_secret=sealed_secret, last_counter=counter, created_at=now
    )
    work.session.add(row)
    _changed(work, by, person, FactorChange.AUTHENTICATOR_ADDED)
    return _begun(work, person, session_id, now)


def remove_authenticator(work: Work, actor: Actor, session_id: str) -> None:
    """Take the authenticator out of use; doing so twice does nothing."""
    by, person = proved_person(work, actor, session_id)
    row = lock_by(work.session, Authenticator, Authenticator.person_id == person.id)
    if row is not None:
        work.session.delete(row)
        _changed(work, by, person, FactorChange.AUTHENTICATOR_REMOVED)
        _ended(work, person)


def challenge_to_register(work: Work, actor: Actor, session_id: str) -> PasskeyChallenge:
    """What a new passkey must sign."""
    _by, person = proved_person(work, actor, session_id)
    return make_challenge(work, "register", person.id)


def add_passkey(
    work: Work, actor: Actor, session_id: str, challenge_id: str, answer: str, name: str
) -> Sheet | None:
    """Take a passkey into use; None where the browser's answer does not hold, or the passkey is known already.

    Raises Invalid without a name, Refused where there are too many.
    """
    by, person = proved_person(work, actor, session_id)
    now = work.now()
    rules.check_name_of_passkey(name, len(queries.passkeys_of(work.session, person.id)))
    challenge = take_challenge(work, challenge_id, "register", person.id)
    made = passkeys.made_key(answer, challenge) if challenge else None
    if made is None or _is_known(work, made.credential_id):
        return None
    row = Passkey(
        person_id=person.id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        name=name,
        created_at=now,
    )
    work.session.add(row)
    _changed(work, by, person, FactorChange.PASSKEY_ADDED, name)
    return _begun(work, person, session_id, now)


def remove_passkey(work: Work, actor: Actor, session_id: str, passkey_id: str) -> None:
    """Take a passkey out of use; raises NotFound where it is another's, or gone."""
    by, person = proved_person(work, actor, session_id)
    row = lock_by(work.session, Passkey, Passkey.id == passkey_id)
    if row is None or row.person_id != person.id:
        raise NotFound()
    work.session.delete(row)
    _changed(work, by, person, FactorChange.PASSKEY_REMOVED, row.name)
    _ended(work, person)


def make_recovery_codes(work: Work, actor: Actor, session_id: str) -> Sheet:
    """A new sheet of recovery codes; those of the old one end. Raises Refused without a second factor."""
    by, person = proved_person(work, actor, session_id)
    if person.second_factor_at is None:
        raise Refused("people.no_second_factor")
    _changed(work, by, person, FactorChange.CODES_MADE)
    return _new_sheet(work, person, work.now())


def drop_factors(work: Work, person: Person) -> None:
    """Take every second factor out of use; the person's row is locked."""
    for model in (Authenticator, Passkey, RecoveryCode):
        work.session.execute(delete(model).where(model.person_id == person.id))
    person.second_factor_at = None


def _begun(work: Work, person: Person, session_id: str, now: dt.datetime) -> Sheet:
    """After adding: with the first second factor, other devices end; without unused codes, a sheet is made."""
    if person.second_factor_at is None:
        person.second_factor_at = now
        end_sessions(work, person.id, now, but=session_id)
    work.session.flush()
    return () if queries.unused_codes(work.session, person.id) else _new_sheet(work, person, now)


def _ended(work: Work, person: Person) -> None:
    """After removing: recovery codes stand in for a second factor, and end with the last one."""
    work.session.flush()
    has_authenticator = work.session.get(Authenticator, person.id) is not None
    if not has_authenticator and not queries.passkeys_of(work.session, person.id):
        drop_factors(work, person)


def _new_sheet(work: Work, person: Person, now: dt.datetime) -> Sheet:
    work.session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    sheet = codes.new_recovery_codes()
    work.session.add_all(
        RecoveryCode(person_id=person.id, code_hash=sealing.hash_code(person.id, code), created_at=now)
        for code in sheet
    )
    return sheet


def _is_known(work: Work, credential_id: str) -> bool:
    known = select(func.count()).select_from(Passkey).where(Passkey.credential_id == credential_id)
    return bool(work.session.scalar(known))


def _changed(work: Work, by: Capacity, person: Person, what: FactorChange, label: str = "") -> None:
    event = SecondFactorChanged(initiative_id=None, object_id=person.id, what=what, label=label)
    work.record(by, event)
