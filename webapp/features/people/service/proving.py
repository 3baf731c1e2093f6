"""Proving once more who one is, before ways to sign in are changed."""

from __future__ import annotations

from webapp.base.access.actor import Actor, Capacity
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import rules
from webapp.features.people.models import PasskeyChallenge, Person, SignInSession
from webapp.features.people.passwords import Weighed
from webapp.features.people.service.challenges import answer_challenge, make_challenge
from webapp.features.people.service.codes import code_fits
from webapp.features.people.service.entering import check_attempts, count_failure, forget_failures


def prove(work: Work, actor: Actor, session_id: str, address: str, weighed: Weighed, typed_code: str) -> bool:
    """Note in this session that the person gave the password, and the second factor where there is one.

    Raises Refused after too many failures; a wrong answer is counted and returns False.
    """
    _by, person = _own(work, actor)
    now = work.now()
    check_attempts(work, person.email, address, now)
    right = weighed.fits and person.password_hash == weighed.against
    if not right or (person.second_factor_at is not None and not code_fits(work, person, typed_code, now)):
        count_failure(work, person.email, address, now)
        return False
    forget_failures(work, person.email)
    _note(work, person, session_id)
    return True


def challenge_to_prove(work: Work, actor: Actor) -> PasskeyChallenge:
    """What the person's own passkey must sign."""
    _by, person = _own(work, actor)
    return make_challenge(work, "prove", person.id)


def prove_by_passkey(work: Work, actor: Actor, session_id: str, challenge_id: str, answer: str) -> bool:
    """Note in this session that the person's own passkey signed the challenge."""
    _by, person = _own(work, actor)
    if answer_challenge(work, challenge_id, "prove", answer, person.id) is None:
        return False
    _note(work, person, session_id)
    return True


def proved_person(work: Work, actor: Actor, session_id: str) -> tuple[Capacity, Person]:
    """The person who asks, locked; raises Refused where they did not prove shortly before who they are."""
    by, person = _own(work, actor)
    row = lock(work.session, SignInSession, session_id)
    belongs = row.person_id == person.id and row.revoked_at is None
    rules.check_fresh(row.proved_at if belongs else None, work.now())
    return by, person


def _own(work: Work, actor: Actor) -> tuple[Capacity, Person]:
    by = authorise(actor, Permission.ACCOUNT_EDIT, Subject(person_id=actor.person_id))
    return by, lock(work.session, Person, actor.person_id or "")


def _note(work: Work, person: Person, session_id: str) -> None:
    row = lock(work.session, SignInSession, session_id)
    if row.person_id == person.id and row.revoked_at is None:
        row.proved_at = work.now()
