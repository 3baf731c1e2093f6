"""Another address: asked for, confirmed from the new one, cancelled or undone from the old one."""

from __future__ import annotations

from sqlalchemy import update

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid, NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import queries, rules
from webapp.features.people.events import AddressChangeAsked, AddressChangeCancelled, AddressChanged
from webapp.features.people.models import AddressChange, Person
from webapp.features.people.service.capacities import in_person
from webapp.features.people.service.links import use_up_links
from webapp.features.people.service.proving import proved_person
from webapp.features.people.service.sessions import end_sessions

SIGN_IN, DELIVERY = "sign_in", "delivery"


def ask_address_change(work: Work, actor: Actor, session_id: str, kind: str, typed: str) -> None:
    """Ask the new address to confirm and tell the old one. Nothing tells whether the new one has an account.

    A change of this kind that still waits is cancelled. Raises Invalid for the address.
    """
    by, person = proved_person(work, actor, session_id)
    new, now = rules.clean_address(typed), work.now()
    old = person.email if kind == SIGN_IN else person.notices_go_to
    if new == old:
        raise Invalid("people.same_address", field="email")
    waiting = (
        AddressChange.person_id == person.id,
        AddressChange.kind == kind,
        AddressChange.confirmed_at.is_(None),
        AddressChange.cancelled_at.is_(None),
    )
    work.session.execute(update(AddressChange).where(*waiting).values(cancelled_at=now))
    change = AddressChange(
        person_id=person.id,
        kind=kind,
        old_address=old,
        new_address=new,
        created_at=now,
        expires_at=now + rules.ADDRESS_CONFIRMED_WITHIN,
        undo_until=now + rules.ADDRESS_UNDONE_WITHIN,
    )
    work.session.add(change)
    work.session.flush()
    event = AddressChangeAsked(initiative_id=None, object_id=person.id, change_id=change.id, kind=kind)
    work.record(by, event)


def deliver_to_sign_in_address(work: Work, actor: Actor, session_id: str) -> None:
    """Send notices to the sign-in address again, which is known to be the person's."""
    _by, person = proved_person(work, actor, session_id)
    person.delivery_email = None


def confirm_address(work: Work, change_id: str) -> None:
    """Use the new address from now on; the link that was sent to it is what allows it.

    Raises Refused where the link is dead, or where the address has an account meanwhile.
    """
    change, person = _locked(work, change_id)
    now = work.now()
    rules.check_confirms(change.confirmed_at, change.cancelled_at, change.expires_at, now)
    if change.kind == SIGN_IN:
        _take(work, person, change.new_address)
    else:
        person.delivery_email = None if change.new_address == person.email else change.new_address
    change.confirmed_at = now
    event = AddressChanged(initiative_id=None, object_id=person.id, change_id=change.id, kind=change.kind)
    work.record(in_person(person), event)


def cancel_address_change(work: Work, change_id: str) -> None:
    """Stop a change, or undo it where it was confirmed; the link that was sent to the old address allows it.

    Undoing ends every session: somebody else may have changed the address. Raises Refused where the link is dead.
    """
    change, person = _locked(work, change_id)
    now = work.now()
    rules.check_undoes(change.cancelled_at, change.undo_until, now)
    undone = change.confirmed_at is not None
    change.cancelled_at = now
    if undone:
        _restore(work, change, person)
        end_sessions(work, person.id, now)
    _record_cancelled(work, change, person, undone=undone)


def cancel_own_address_change(work: Work, actor: Actor, change_id: str) -> None:
    """Stop a change of the own address that still waits to be confirmed."""
    authorise(actor, Permission.ACCOUNT_EDIT, Subject(person_id=actor.person_id))
    change, person = _locked(work, change_id)
    if person.id != actor.person_id:
        raise NotFound()
    rules.check_confirms(change.confirmed_at, change.cancelled_at, change.expires_at, work.now())
    change.cancelled_at = work.now()
    _record_cancelled(work, change, person, undone=False)


def _locked(work: Work, change_id: str) -> tuple[AddressChange, Person]:
    """The person first, as everywhere."""
    person = lock(work.session, Person, queries.address_change(work.session, change_id).person_id)
    return lock(work.session, AddressChange, change_id), person


def _take(work: Work, person: Person, address: str) -> None:
    """Sign in with another address: links that went to the old one end."""
    holder = queries.person_by_email(work.session, address)
    if holder is not None and holder.id != person.id:
        raise Refused("people.address_taken")
    person.email = address
    use_up_links(work, person.id, work.now())


def _restore(work: Work, change: AddressChange, person: Person) -> None:
    """What stood before, if what was changed still stands."""
    if change.kind == SIGN_IN and person.email == change.new_address:
        _take(work, person, change.old_address)
    if change.kind == DELIVERY and person.delivery_email == change.new_address:
        person.delivery_email = None if change.old_address == person.email else change.old_address


def _record_cancelled(work: Work, change: AddressChange, person: Person, *, undone: bool) -> None:
    event = AddressChangeCancelled(
        initiative_id=None, object_id=person.id, change_id=change.id, kind=change.kind, undone=undone
    )
    work.record(in_person(person), event)
