"""Reading what the co-chairs are about to issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.errors import NotFound
from webapp.base.web.waiting import Waiting
from webapp.features.decisions import queries as decisions
from webapp.features.drafting import rules
from webapp.features.drafting.rules import Obstacle
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import read_procedure
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Instrument, Revision
from webapp.features.instruments.rules import symbols
from webapp.features.instruments.rules.snapshot import Snapshot, text_hash
from webapp.features.instruments.rules.text_changes import TextChanges
from webapp.features.instruments.words import revision_words
from webapp.features.participants import queries as participants
from webapp.features.people.models import Person


@dataclass(frozen=True)
class Plan:
    """What would be issued now: the rolling text, what it changes, and what stands in its way."""

    changes: TextChanges
    hash: str
    ordinal: int
    label: str
    symbol: str
    since: str | None
    """The label of the last revision; None before the zero draft."""
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True)
class Ended:
    """A proposal that the other co-chair declined."""

    label: str
    by: str
    at: dt.datetime
    reason: str


def plan(session: Session, instrument: Instrument) -> Plan:
    """The rolling text as it would be issued now."""
    current = instruments.current_revision(session, instrument.id)
    text = instruments.rolling_snapshot(session, instrument.id)
    base = instruments.snapshot_of(current) if current else Snapshot(text.title, text.language)
    changes = TextChanges(base, text)
    ordinal = symbols.next_ordinal(used_ordinals(session, instrument.id))
    return Plan(
        changes=changes,
        hash=text_hash(text),
        ordinal=ordinal,
        label=symbols.label(ordinal),
        symbol=symbols.symbol(instrument.symbol_stem, ordinal),
        since=current.label if current else None,
        obstacles=rules.obstacles(
            changes,
            issued_hash=current.hash if current else None,
            under_decision=decisions.open_provision_ids(session, instrument.id),
            statuses=instruments.statuses(session, instrument.id),
            withheld=_withheld(session, instrument),
        ),
    )


def _withheld(session: Session, instrument: Instrument) -> frozenset[str]:
    """The codes that brackets may not name: none where delegations are named, else all."""
    initiative = initiatives.initiative(session, instrument.initiative_id)
    if read_procedure(initiative.procedure).attribution is Attribution.FULL:
        return frozenset()
    return participants.codes(session, initiative.id)


def used_ordinals(session: Session, instrument_id: str) -> list[int]:
    """The ordinals that were ever given to a revision of the instrument."""
    statement = select(Revision.ordinal).where(
        Revision.instrument_id == instrument_id, Revision.ordinal.is_not(None)
    )
    return [ordinal for ordinal in session.scalars(statement) if ordinal is not None]


def proposed_revision(session: Session, instrument_id: str) -> Revision | None:
    """The revision that waits for the other co-chair, if any."""
    return session.scalar(
        select(Revision).where(Revision.instrument_id == instrument_id, Revision.state == "proposed")
    )


def proposal(session: Session, initiative_id: str, revision_id: str) -> Revision:
    """A revision in any state, as the co-chairs see it; raises NotFound where it is another initiative's."""
    row = session.get(Revision, revision_id)
    if row is None:
        raise NotFound()
    instruments.instrument(session, initiative_id, row.instrument_id)
    return row


def last_declined(session: Session, instrument_id: str) -> Ended | None:
    """The proposal that was declined since the last one, with its reason; None once there is a newer one."""
    statement = (
        select(Revision, Person.name)
        .outerjoin(Person, Person.id == Revision.ended_by)
        .where(Revision.instrument_id == instrument_id)
        .order_by(Revision.proposed_at.desc())
        .limit(1)
    )
    found = session.execute(statement).first()
    if found is None or found[0].state != "declined":
        return None
    row, name = found
    assert row.ended_at is not None
    return Ended(row.label, name or "", row.ended_at, row.reason)


def needs_second(session: Session, initiative_id: str) -> bool:
    """Whether a second co-chair confirms what one proposes, by the rules of procedure."""
    return read_procedure(initiatives.initiative(session, initiative_id).procedure).chairs_confirm


def name_of(session: Session, person_id: str | None) -> str:
    """The name of who proposed or confirmed a revision."""
    person = session.get(Person, person_id) if person_id else None
    return person.name if person else ""


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """Revisions that another co-chair proposed and this one has to confirm; a text that is still to be begun."""
    chaired = [office.initiative_id for office in actor.offices if office.kind is OfficeKind.CO_CHAIR]
    proposed = _to_confirm(session, actor, chaired) if chaired else []
    return [*proposed, *(one for each in chaired for one in _to_begin(session, each))]


def _to_begin(session: Session, initiative_id: str) -> list[Waiting]:
    if instruments.instruments(session, initiative_id):
        return []
    initiative = initiatives.initiative(session, initiative_id)
    return [
        Waiting(
            title=_("Begin the text of %(initiative)s", initiative=initiative.title),
            endpoint="drafting.begin",
            values={"slug": initiative.slug},
            act=_("Begin the text"),
            time_zone=initiative.time_zone,
            initiative=initiative.title,
        )
    ]


def _to_confirm(session: Session, actor: Actor, chaired: list[str]) -> list[Waiting]:
    statement = (
        select(Revision, Initiative, Person.name)
        .join(Instrument, Instrument.id == Revision.instrument_id)
        .join(Initiative, Initiative.id == Instrument.initiative_id)
        .join(Person, Person.id == Revision.proposed_by)
        .where(
            Revision.state == "proposed",
            Revision.proposed_by != actor.person_id,
            Instrument.initiative_id.in_(chaired),
        )
        .order_by(Revision.proposed_at)
    )
    return [
        Waiting(
            title=_("%(name)s proposes to issue %(label)s", name=name, label=revision_words(revision.label)),
            endpoint="drafting.proposal",
            values={"slug": initiative.slug, "revision_id": revision.id},
            act=_("Look it over and confirm"),
            time_zone=initiative.time_zone,
            initiative=initiative.title,
        )
        for revision, initiative, name in session.execute(statement)
    ]
