"""Who is told. Each audience is found afresh when a mail is about to go, so that nobody is told who no longer is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from webapp.base.access.actor import SPEAKING, OfficeKind, Standing
from webapp.base.kernel import clock
from webapp.base.kernel.happened import Happened
from webapp.base.web.messages import Words
from webapp.features.decisions import queries as decisions
from webapp.features.participants import queries as participants
from webapp.features.people import queries as people
from webapp.features.review import queries as review
from webapp.outlets.notifications.moments import moment_in
from webapp.outlets.notifications.seats import HeldSeat, held_seats


@dataclass(frozen=True)
class Receiver:
    """Somebody who is told: a person, or the address of somebody who is invited and not yet a person."""

    person_id: str | None
    address: str | None = None

    @property
    def key(self) -> str:
        """What makes the receiver one: the person's identifier, else the address."""
        return self.person_id or self.address or ""


@dataclass(frozen=True)
class Audience:
    """A set of receivers: in words, as the receiver is told why, and as it is found."""

    words: Words
    why: Words
    find: Callable[[Session, Happened], tuple[Receiver, ...]]


def _people(person_ids: Iterable[str | None]) -> tuple[Receiver, ...]:
    return tuple(Receiver(one) for one in dict.fromkeys(person_ids) if one is not None)


def _seats(session: Session, happened: Happened) -> list[HeldSeat]:
    initiative_id = happened.initiative_id
    return [] if initiative_id is None else held_seats(session, initiative_id)


def _officers(session: Session, happened: Happened, *kinds: OfficeKind) -> list[str]:
    initiative_id = happened.initiative_id
    if initiative_id is None:
        return []
    return [
        card.person_id for kind in kinds for card in participants.office_holders(session, initiative_id, kind)
    ]


def _speakers_in(session: Session, happened: Happened, delegation_ids: Iterable[str]) -> list[str]:
    wanted = set(delegation_ids)
    return [
        seat.person_id
        for seat in _seats(session, happened)
        if seat.role in SPEAKING and seat.delegation_id in wanted
    ]


def _everybody(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    seats = [seat.person_id for seat in _seats(session, happened)]
    return _people([*seats, *_officers(session, happened, *OfficeKind)])


def _seated(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    return _people(seat.person_id for seat in _seats(session, happened))


def _speakers(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    return _people(seat.person_id for seat in _seats(session, happened) if seat.role in SPEAKING)


def _speakers_and_secretariat(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    secretariat = _officers(session, happened, OfficeKind.SECRETARIAT)
    return (*_speakers(session, happened), *_people(secretariat))


def _speakers_of_members(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    initiative_id = happened.initiative_id or ""
    members = (
        row.id for row in participants.delegations(session, initiative_id) if row.standing == Standing.MEMBER
    )
    return _people(_speakers_in(session, happened, members))


def _not_handed_in(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    if happened.content["told"] != "delegations" or not _is_running(session, happened):
        return ()
    late = review.delegations_without_contribution(session, happened.object_id)
    return _people(_speakers_in(session, happened, (row.id for row in late)))


def _not_reacted(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    if happened.content["told"] != "delegations" or not _is_running(session, happened):
        return ()
    silent = decisions.members_without_reaction(session, happened.object_id)
    return _people(_speakers_in(session, happened, (row.delegation_id for row in silent)))


def _reminded_secretariat(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    if happened.content["told"] != "secretariat" or not _is_running(session, happened):
        return ()
    return _people(_officers(session, happened, OfficeKind.SECRETARIAT))


def _is_running(session: Session, happened: Happened) -> bool:
    """A reminder of a deadline that has passed reminds nobody."""
    return clock.now(session) < moment_in(happened, "closes_at")


def _own_speakers(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    return _people(_speakers_in(session, happened, [happened.content["delegation_id"]]))


def _comment_owners(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    owner = review.owner_of(session, happened.object_id)
    return _people(
        seat.person_id
        for seat in _seats(session, happened)
        if seat.delegation_id == owner.delegation_id
        and (seat.role in SPEAKING or seat.person_id == owner.author_id)
    )


def _other_co_chair(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    chairs = _officers(session, happened, OfficeKind.CO_CHAIR)
    return _people(person_id for person_id in chairs if person_id != happened.person_id)


def _chairs_and_secretariat(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    return _people(_officers(session, happened, *OfficeKind))


def _the_person(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    return (Receiver(happened.object_id),)


def _new_address(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    """The address that is asked to confirm, as long as it can."""
    row = people.address_change(session, happened.content["change_id"])
    waits = row.confirmed_at is None and row.cancelled_at is None and clock.now(session) < row.expires_at
    return (Receiver(None, row.new_address),) if waits else ()


def _old_address(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    row = people.address_change(session, happened.content["change_id"])
    return (Receiver(None, row.old_address),)


def _the_invited(session: Session, happened: Happened) -> tuple[Receiver, ...]:
    row = participants.invitation(session, happened.object_id)
    if not participants.is_running(row, clock.now(session)):
        return ()
    return (Receiver(None, row.email),)


EVERYBODY = Audience(
    _l("everybody with a seat or an office"),
    _l("you have a seat or an office in this initiative"),
    _everybody,
)
SEATED = Audience(_l("everybody with a seat"), _l("you have a seat in a delegation"), _seated)
SPEAKERS = Audience(
    _l("heads and alternates of every delegation"), _l("you speak for your delegation"), _speakers
)
SPEAKERS_AND_SECRETARIAT = Audience(
    _l("heads and alternates of every delegation, and the secretariat"),
    _l("you speak for your delegation or serve in the secretariat"),
    _speakers_and_secretariat,
)
SPEAKERS_OF_MEMBERS = Audience(
    _l("heads and alternates of every member delegation"),
    _l("you speak for a member delegation"),
    _speakers_of_members,
)
NOT_HANDED_IN = Audience(
    _l("heads and alternates of delegations that have not handed in"),
    _l("you speak for a delegation that has not handed in its contribution"),
    _not_handed_in,
)
NOT_REACTED = Audience(
    _l("heads and alternates of member delegations that have not reacted"),
    _l("you speak for a member delegation that has not reacted"),
    _not_reacted,
)
REMINDED_SECRETARIAT = Audience(
    _l("the secretariat, at the last step"), _l("you serve in the secretariat"), _reminded_secretariat
)
OWN_SPEAKERS = Audience(
    _l("heads and alternates of that delegation"), _l("you speak for this delegation"), _own_speakers
)
COMMENT_OWNERS = Audience(
    _l("who wrote the comment, and head and alternates of that delegation"),
    _l("the comment is your delegation’s"),
    _comment_owners,
)
OTHER_CO_CHAIR = Audience(_l("the other co-chair"), _l("you are a co-chair"), _other_co_chair)
CHAIRS_AND_SECRETARIAT = Audience(
    _l("the co-chairs and the secretariat"),
    _l("you hold an office in this initiative"),
    _chairs_and_secretariat,
)
THE_PERSON = Audience(_l("the person concerned"), _l("there is an account with your address"), _the_person)
NEW_ADDRESS = Audience(_l("the new address"), _l("somebody asked Concord to use your address"), _new_address)
OLD_ADDRESS = Audience(
    _l("the old address"), _l("an account of Concord uses your address, or did so"), _old_address
)
THE_INVITED = Audience(_l("whoever is invited"), _l("somebody invited you to take part"), _the_invited)
