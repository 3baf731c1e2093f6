"""Help for somebody who lost every way in: vouched for by an officer or administrator, used from the own mailbox.

Neither of the two opens the account alone: whoever vouches never sees the link, and the link alone would not
remove a second factor. It works after a day, so that the person can object (docs/adr/0005).
"""

from __future__ import annotations

from sqlalchemy import select

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid, NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import passwords, queries, rules
from webapp.features.people.events import RecoveryCancelled, RecoveryStarted, RecoveryUsed
from webapp.features.people.models import AccountRecovery, Person
from webapp.features.people.service.capacities import in_person
from webapp.features.people.service.factors import drop_factors
from webapp.features.people.service.links import use_up_links
from webapp.features.people.service.sessions import end_sessions


def start_recovery_as_administrator(work: Work, actor: Actor, email: str, reason: str) -> AccountRecovery:
    """Vouch as a site administrator; raises Invalid where no account has the address."""
    by = authorise(actor, Permission.ACCOUNT_RECOVER, Subject())
    person = queries.person_by_email(work.session, email)
    if person is None:
        raise Invalid("people.no_such_account", field="email")
    return start_recovery(work, by, person.id, reason)


def start_recovery(
    work: Work, by: Capacity, person_id: str, reason: str, initiative_id: str | None = None
) -> AccountRecovery:
    """Write down who vouches for the person and why, and tell the person, whose mail carries the link.

    Raises Refused for the own account, or where a recovery of the person runs already.
    """
    person = lock(work.session, Person, person_id)
    now = work.now()
    if by.person_id is None or by.person_id == person.id:
        raise Refused("people.recovery_by_another")
    if queries.running_recovery(work.session, person.id, now) is not None:
        raise Refused("people.recovery_runs")
    row = AccountRecovery(
        person_id=person.id,
        started_by=by.person_id,
        initiative_id=initiative_id,
        reason=reason,
        created_at=now,
        ready_at=now + rules.RECOVERY_WAITS,
        expires_at=now + rules.RECOVERY_LIVES,
    )
    work.session.add(row)
    work.session.flush()
    event = RecoveryStarted(
        initiative_id=initiative_id, object_id=person.id, recovery_id=row.id, reason=reason
    )
    work.record(by, event)
    return row


def cancel_recovery(work: Work, recovery_id: str) -> None:
    """Stop a recovery; the link that was sent to the person allows it. Raises Refused where it is over."""
    row, person = _locked(work, recovery_id)
    _cancel(work, row, person)


def cancel_own_recovery(work: Work, actor: Actor) -> None:
    """Stop the recovery of the own account that runs, as somebody who is signed in and needs none."""
    authorise(actor, Permission.ACCOUNT_EDIT, Subject(person_id=actor.person_id))
    running = queries.running_recovery(work.session, actor.person_id or "", work.now())
    if running is None:
        raise NotFound()
    row, person = _locked(work, running.id)
    _cancel(work, row, person)


def use_recovery(work: Work, recovery_id: str, password: str) -> Person:
    """Set a password, remove every second factor, end every session and every other link.

    Raises Refused where the recovery is over or still waits, Invalid for the password.
    """
    row, person = _locked(work, recovery_id)
    now = work.now()
    rules.check_recovers(row.used_at, row.cancelled_at, row.ready_at, row.expires_at, now)
    rules.check_password(password, person.email)
    person.password_hash = passwords.hash_password(password)
    row.used_at = now
    drop_factors(work, person)
    use_up_links(work, person.id, now)
    end_sessions(work, person.id, now)
    event = RecoveryUsed(initiative_id=row.initiative_id, object_id=person.id, recovery_id=row.id)
    work.record(in_person(person), event)
    return person


def _locked(work: Work, recovery_id: str) -> tuple[AccountRecovery, Person]:
    """The person first, as everywhere."""
    known = work.session.scalar(select(AccountRecovery.person_id).where(AccountRecovery.id == recovery_id))
    if known is None:
        raise NotFound()
    person = lock(work.session, Person, known)
    return lock(work.session, AccountRecovery, recovery_id), person


def _cancel(work: Work, row: AccountRecovery, person: Person) -> None:
    now = work.now()
    if row.used_at is not None or row.cancelled_at is not None or now >= row.expires_at:
        raise Refused("people.link_dead")
    row.cancelled_at = now
    event = RecoveryCancelled(initiative_id=row.initiative_id, object_id=person.id, recovery_id=row.id)
    work.record(in_person(person), event)
