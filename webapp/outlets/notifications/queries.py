"""Reading notices: the own inbox, and for the secretariat the mails that could not be delivered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flask_babel import ngettext
from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, select
from sqlalchemy.orm import Session

from config import Settings
from webapp.base.access.actor import Actor, OfficeKind
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.happened import Happened, as_happened, read_happened
from webapp.base.kernel.journal import JournalBody, JournalLeaf
from webapp.base.kernel.visibility import readable_by
from webapp.base.web.messages import Words
from webapp.base.web.waiting import Waiting
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.people.models import Person
from webapp.features.review import queries as review
from webapp.outlets.notifications.catalogue import TELLING
from webapp.outlets.notifications.letters import Reader, subject_line
from webapp.outlets.notifications.matters import Place, matter_of, read_ahead
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.printed import happening_of
from webapp.outlets.notifications.rules import Channel, DeliveryState


@dataclass(frozen=True)
class InboxEntry:
    """A notice in the inbox, in one line."""

    id: str
    at: dt.datetime
    title: str
    formal: bool
    read_at: dt.datetime | None
    initiative: str
    zone: str
    mail: str | None
    """What became of the mail with the same notice, if there is one."""


@dataclass(frozen=True)
class InboxPage:
    """A page of the inbox, newest first."""

    entries: tuple[InboxEntry, ...]
    number: int
    has_older: bool


@dataclass(frozen=True)
class FailedMail:
    """A mail that could not be delivered."""

    id: str
    happening: Words
    name: str
    at: dt.datetime
    reason: str
    formal: bool


def unread_count(session: Session, actor: Actor) -> int:
    """How many notices in the inbox were never opened; those that may no longer be read do not count."""
    statement = _inbox(actor).where(Delivery.read_at.is_(None))
    return session.scalar(select(func.count()).select_from(statement.subquery())) or 0


def inbox(
    session: Session, actor: Actor, reader: Reader, settings: Settings, *, page: int, size: int
) -> InboxPage:
    """A page of the inbox, counted from 1."""
    statement = _inbox(actor).order_by(Delivery.created_at.desc(), Delivery.id.desc())
    told = _with_entries(statement).offset((page - 1) * size).limit(size + 1)
    rows = [(row, leaf, as_happened(leaf, body)) for row, leaf, body in session.execute(told)]
    _held = read_ahead(session, [happened for _row, _leaf, happened in rows])
    mails = _mails(session, actor, [row for row, _leaf, _happened in rows])
    entries = (
        _entry(session, row, happened, reader, settings, mails.get((row.chain, row.sequence)))
        for row, _leaf, happened in rows[:size]
    )
    found = tuple(entry for entry in entries if entry is not None)
    return InboxPage(found, page, len(rows) > size)


def place_of(session: Session, row: Delivery, settings: Settings) -> Place:
    """The page to which a notice leads; raises NotFound where it is gone."""
    happened = read_happened(session, row.chain, row.sequence)
    return matter_of(session, row.notice, happened, settings).place


def readable_notice(session: Session, actor: Actor, delivery_id: str) -> Delivery:
    """The notice in the own inbox; raises NotFound where it is another's, or may no longer be read."""
    row = session.scalar(_inbox(actor).where(Delivery.id == delivery_id))
    if row is None:
        raise NotFound()
    return row


def failed_mails(session: Session, initiative_id: str) -> list[FailedMail]:
    """Mails of an initiative that could not be delivered, newest first; of each what kind it was, not its words.

    Where a round does not name delegations, mails that went to some of them alone are left out: they would name them.
    An address that fails still comes to light with the next notice that goes to all.
    """
    statement = (
        select(Delivery, Person.name)
        .outerjoin(Person, Person.id == Delivery.person_id)
        .where(_failed(initiative_id))
        .order_by(Delivery.settled_at.desc())
    )
    return [
        FailedMail(
            id=row.id,
            happening=happening_of(row.notice),
            name=name or row.recipient,
            at=row.settled_at or row.created_at,
            reason=row.reason or "",
            formal=row.formal,
        )
        for row, name in session.execute(statement)
    ]


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """For secretariat officers: mails that could not be delivered."""
    found = []
    for office in actor.offices:
        if office.kind is not OfficeKind.SECRETARIAT:
            continue
        count = session.scalar(select(func.count()).where(_failed(office.initiative_id))) or 0
        if count:
            found.append(_undelivered(initiatives.initiative(session, office.initiative_id), count))
    return found


def _undelivered(initiative: Initiative, count: int) -> Waiting:
    return Waiting(
        title=ngettext("%(num)s mail could not be delivered", "%(num)s mails could not be delivered", count),
        endpoint="notifications.undelivered",
        values={"slug": initiative.slug},
        act=ngettext("Look at it", "Look at them", count),
        time_zone=initiative.time_zone,
        initiative=initiative.title,
    )


def _failed(initiative_id: str) -> ColumnElement[bool]:
    told_of_unnamed = exists().where(
        JournalBody.chain == Delivery.chain,
        JournalBody.sequence == Delivery.sequence,
        JournalBody.object_id.in_(review.objects_without_names(initiative_id)),
    )
    return and_(
        Delivery.initiative_id == initiative_id,
        Delivery.channel == Channel.MAIL,
        Delivery.state == DeliveryState.FAILED,
        not_(Delivery.notice.in_(TELLING) & told_of_unnamed),
    )


def _inbox(actor: Actor) -> Select[Delivery]:
    """What stands in the actor's inbox and may be read by them now."""
    return (
        select(Delivery)
        .join(
            JournalBody,
            (JournalBody.chain == Delivery.chain) & (JournalBody.sequence == Delivery.sequence),
        )
        .where(
            Delivery.person_id == actor.person_id,
            Delivery.channel == Channel.INBOX,
            JournalBody.body.is_not(None),
            readable_by(actor, JournalBody.audience_id),
        )
    )


def _with_entries(statement: Select[Delivery]) -> Select[Delivery, JournalLeaf, JournalBody]:
    """The same deliveries, each with its entry of the journal."""
    leaf_of = (JournalLeaf.chain == Delivery.chain) & (JournalLeaf.sequence == Delivery.sequence)
    return statement.join(JournalLeaf, leaf_of).add_columns(JournalLeaf, JournalBody)


def _mails(session: Session, actor: Actor, rows: list[Delivery]) -> dict[tuple[str, int], str]:
    """The state of the mails that carry the same notices to the same person."""
    statement = select(Delivery.chain, Delivery.sequence, Delivery.state).where(
        Delivery.person_id == actor.person_id,
        Delivery.channel == Channel.MAIL,
        Delivery.sequence.in_([row.sequence for row in rows]),
    )
    return {(chain, sequence): state for chain, sequence, state in session.execute(statement)}


def _entry(
    session: Session,
    row: Delivery,
    happened: Happened,
    reader: Reader,
    settings: Settings,
    mail: str | None,
) -> InboxEntry | None:
    try:
        matter = matter_of(session, row.notice, happened, settings)
    except NotFound:
        return None
    return InboxEntry(
        id=row.id,
        at=row.created_at,
        title=subject_line(row.notice, matter, reader),
        formal=row.formal,
        read_at=row.read_at,
        initiative=matter.initiative.title if matter.initiative else "",
        zone=matter.zone,
        mail=mail,
    )
