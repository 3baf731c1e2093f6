"""Reading initiatives and their lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.journal import NO_HASH, JournalHead
from webapp.base.web.waiting import Waiting
from webapp.features.initiatives.models import Bearer, Initiative, Theme
from webapp.features.initiatives.rules import Mandate


@dataclass(frozen=True)
class Head:
    """What every page of an initiative needs to know about it, and how far its journal goes."""

    id: str
    slug: str
    title: str
    time_zone: str
    entries: int
    """Everything that happened in it has a number up to this one."""
    last_hash: str


def page_head(session: Session, slug: str) -> Head | None:
    """The head of the pages of the initiative with this short name, or None."""
    statement = (
        select(
            Initiative.id,
            Initiative.slug,
            Initiative.title,
            Initiative.time_zone,
            func.coalesce(JournalHead.sequence, 0),
            func.coalesce(JournalHead.hash, NO_HASH),
        )
        .outerjoin(JournalHead, JournalHead.chain == Initiative.id)
        .where(Initiative.slug == slug)
    )
    found = session.execute(statement).first()
    return Head(*found) if found else None


def head_by_slug(session: Session, slug: str) -> Initiative | None:
    """The initiative with this short name, or None."""
    return session.scalar(select(Initiative).where(Initiative.slug == slug))


def initiative(session: Session, initiative_id: str) -> Initiative:
    """The initiative; raises NotFound."""
    row = session.get(Initiative, initiative_id)
    if row is None:
        raise NotFound()
    return row


def initiatives(session: Session) -> list[Initiative]:
    """Every initiative of the installation, by title."""
    return list(session.scalars(select(Initiative).order_by(Initiative.title)))


def bearers(session: Session, initiative_id: str) -> list[Bearer]:
    """Who can bear a responsibility, in the order of the initiative's list."""
    statement = select(Bearer).where(Bearer.initiative_id == initiative_id)
    return list(session.scalars(statement.order_by(Bearer.position, Bearer.name)))


def themes(session: Session, initiative_id: str) -> list[Theme]:
    """The initiative's themes, in the order of its list."""
    statement = select(Theme).where(Theme.initiative_id == initiative_id)
    return list(session.scalars(statement.order_by(Theme.position, Theme.name)))


def mandate_of(row: Initiative) -> Mandate:
    """What is set about the undertaking now."""
    return Mandate(
        title=row.title,
        mandate=row.mandate,
        scope=tuple(row.scope),
        outside_scope=row.outside_scope,
        timetable=row.timetable,
        time_zone=row.time_zone,
    )


def bearer(session: Session, initiative_id: str, bearer_id: str) -> Bearer:
    """The bearer; raises NotFound where this initiative's list has none such."""
    row = session.get(Bearer, bearer_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound()
    return row


def theme(session: Session, initiative_id: str, theme_id: str) -> Theme:
    """The theme; raises NotFound where this initiative's list has none such."""
    row = session.get(Theme, theme_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound()
    return row


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """What waits for an administrator or a secretariat officer about initiatives themselves."""
    found = []
    if actor.is_administrator and session.scalar(select(Initiative.id).limit(1)) is None:
        found.append(
            Waiting(
                title=_("Begin the first initiative"),
                endpoint="initiatives.new",
                values={},
                act=_("Begin an initiative"),
            )
        )
    for office in actor.offices:
        if office.kind is OfficeKind.SECRETARIAT:
            row = initiative(session, office.initiative_id)
            if not row.mandate:
                found.append(_mandate_waits(row))
    return found


def _mandate_waits(row: Initiative) -> Waiting:
    return Waiting(
        title=_("Write down the mandate of %(initiative)s", initiative=row.title),
        endpoint="initiatives.mandate",
        values={"slug": row.slug},
        act=_("Write the mandate"),
        time_zone=row.time_zone,
        initiative=row.title,
    )
