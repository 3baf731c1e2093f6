"""Coming in: by a password, then a second factor where there is one; or by a passkey, which is both."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, select

from webapp.base.kernel.locks import lock, lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import queries, rules
from webapp.features.people.events import NewDeviceUsed, SecondFactorFailed
from webapp.features.people.models import Person, SignInAttempt, SignInSession, SignInStep
from webapp.features.people.passwords import Weighed
from webapp.features.people.rules import Device
from webapp.features.people.service.capacities import in_person
from webapp.features.people.service.challenges import answer_challenge
from webapp.features.people.service.codes import code_fits

ATTEMPTS_KEPT = dt.timedelta(days=1)
UNKNOWN = Device()

Entered = SignInSession | SignInStep
"""A session, or the step after which a second factor is asked for."""


def sign_in(
    work: Work, email: str, address: str, weighed: Weighed, device: Device = UNKNOWN
) -> Entered | None:
    """Let whoever typed the right password go on; else count the failure and return None.

    `address` is the network address. Raises Refused after too many failures, whether the account exists or not.
    """
    account = email.strip().lower()
    person = lock_by(work.session, Person, Person.email == account)
    now = work.now()
    check_attempts(work, account, address, now)
    if person is None or not weighed.fits or person.password_hash != weighed.against:
        count_failure(work, account, address, now)
        return None
    if weighed.fresh_hash is not None:
        person.password_hash = weighed.fresh_hash
    if person.second_factor_at is None:
        forget_failures(work, account)
    return let_in(work, person, device)


def finish_sign_in(
    work: Work, step_id: str, address: str, typed: str, device: Device = UNKNOWN
) -> SignInSession | None:
    """Open a session for whoever gave the right second factor after the right password; else count the failure.

    Raises Refused where the step is over, and after too many failures.
    """
    step = queries.sign_in_step(work.session, step_id)
    person = lock(work.session, Person, step.person_id)
    step = lock(work.session, SignInStep, step_id)
    now = work.now()
    rules.check_step(step.used_at, step.expires_at, now)
    check_attempts(work, person.email, address, now)
    if not code_fits(work, person, typed, now):
        count_failure(work, person.email, address, now)
        failed = queries.failures(work.session, person.email, address, now - rules.ATTEMPTS_WINDOW)
        if len(failed.of_account) == rules.FAILURES_OF_ACCOUNT:
            work.record(in_person(person), SecondFactorFailed(initiative_id=None, object_id=person.id))
        return None
    step.used_at = now
    forget_failures(work, person.email)
    return open_session(work, person.id, device)


def enter_by_passkey(
    work: Work, challenge_id: str, answer: str, address: str, device: Device = UNKNOWN
) -> SignInSession | None:
    """Open a session for the person whose passkey signed the challenge; else count the failure of this address.

    Failures with the account do not close this way: a passkey cannot be guessed, and whoever guesses passwords
    must not keep its owner out.
    """
    now = work.now()
    rules.may_try(
        now, (), queries.failures(work.session, "", address, now - rules.ATTEMPTS_WINDOW).from_address
    )
    passkey = answer_challenge(work, challenge_id, "enter", answer)
    if passkey is None:
        count_failure(work, "", address, now)
        return None
    return open_session(work, passkey.person_id, device)


def let_in(work: Work, person: Person, device: Device = UNKNOWN) -> Entered:
    """A session, or the step before it where the person has a second factor."""
    if person.second_factor_at is None:
        return open_session(work, person.id, device)
    now = work.now()
    step = SignInStep(person_id=person.id, created_at=now, expires_at=now + rules.STEP_LIVES)
    work.session.add(step)
    work.session.execute(delete(SignInStep).where(SignInStep.expires_at < now - ATTEMPTS_KEPT))
    work.session.flush()
    return step


def open_session(work: Work, person_id: str, device: Device = UNKNOWN) -> SignInSession:
    """A session for a person who has just proved who they are; the person is told of a new device."""
    now = work.now()
    is_new = _is_new(work, person_id, device)
    row = SignInSession(
        person_id=person_id,
        created_at=now,
        expires_at=now + rules.SESSION_LIVES,
        proved_at=now,
        last_used_at=now,
        browser=device.browser,
        system=device.system,
        device_hash=device.mark_hash,
    )
    work.session.add(row)
    work.session.flush()
    if is_new:
        seen = NewDeviceUsed(
            initiative_id=None, object_id=person_id, browser=device.browser, system=device.system
        )
        work.record(in_person(queries.person(work.session, person_id)), seen)
    return row


def check_attempts(work: Work, account: str, address: str, now: dt.datetime) -> None:
    """Raises Refused after too many failures with this account or from this network address."""
    failed = queries.failures(work.session, account, address, now - rules.ATTEMPTS_WINDOW)
    rules.may_try(now, failed.of_account, failed.from_address)


def count_failure(work: Work, account: str, address: str, now: dt.datetime) -> None:
    """Remember a failure, and forget those of other days."""
    work.session.add(SignInAttempt(email=account, address=address, at=now))
    work.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - ATTEMPTS_KEPT))
    work.session.flush()


def forget_failures(work: Work, account: str) -> None:
    """Begin to count anew: the person has come in."""
    work.session.execute(delete(SignInAttempt).where(SignInAttempt.email == account))


def _is_new(work: Work, person_id: str, device: Device) -> bool:
    """Whether the person came in on other devices before, and never on this one."""
    if device.mark_hash is None:
        return False
    marks = select(SignInSession.device_hash).where(
        SignInSession.person_id == person_id, SignInSession.device_hash.is_not(None)
    )
    known = set(work.session.scalars(marks.distinct()))
    return bool(known) and device.mark_hash not in known
