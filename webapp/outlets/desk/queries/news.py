"""What is new for a reader, put together from the journal and from what the features count.

The number of statements does not grow with what happened; how much is read of it has a limit.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.happened import Happened
from webapp.features.decisions import queries as decisions
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.models import Delegation
from webapp.features.review import queries as review
from webapp.outlets.desk.queries.entries import entries
from webapp.outlets.desk.queries.redlines import with_redlines
from webapp.outlets.desk.queries.texts import current_numbers
from webapp.outlets.desk.rules import Line, Span, complete_since, day_at
from webapp.outlets.desk.told import counted
from webapp.outlets.desk.told.known import Known
from webapp.outlets.desk.told.people import folded
from webapp.outlets.desk.told.table import FOLDED, TOLD

ENTRIES = 150
ANSWERS = 60
"""How many entries, and answers to the own comments, are read at once."""

ISSUED = "drafting.revision_issued"
CLOSED = "review.round_closed"


@dataclass(frozen=True)
class News:
    """What is new. `since` is later than asked for where there is more than is read at once."""

    lines: tuple[Line, ...]
    since: dt.datetime
    is_cut: bool


def news(session: Session, actor: Actor, initiatives: Sequence[Initiative], span: Span, zone: str) -> News:
    """Everything that is new in these initiatives in this time, for this reader."""
    if not initiatives:
        return News((), span.since, is_cut=False)
    chains = [row.id for row in initiatives]
    happened = entries(session, actor, chains, (*TOLD, *FOLDED), span.since, span.until, ENTRIES + 1)
    answers = review.own_answered(session, actor, span.since, span.until, ANSWERS + 1)
    since = _complete_since(span, zone, happened, answers)
    within = [one for one in happened if one.at > since and one.person_id != actor.person_id]
    known = _known(session, initiatives, within)
    lines = [
        *_told(session, actor, within, known),
        *_folded(within, known, zone),
        *(counted.own_answer(one, known) for one in answers if one.at > since),
        *_counted(session, actor, chains, known, since, span.until),
    ]
    return News(tuple(lines), since, is_cut=since > span.since)


def _complete_since(
    span: Span, zone: str, happened: Sequence[Happened], answers: Sequence[review.OwnAnswer]
) -> dt.datetime:
    moments = [[one.at for one in happened], [one.at for one in answers]]
    cut = [found[-1] for found, most in zip(moments, (ENTRIES, ANSWERS), strict=True) if len(found) > most]
    newest = max((found[0] for found in moments if found), default=span.since)
    return complete_since(span.since, newest, cut, zone)


def _known(session: Session, initiatives: Sequence[Initiative], happened: Sequence[Happened]) -> Known:
    decided = {one.object_id for one in happened if one.event.startswith("decisions.")}
    changed = {
        change["provision_id"]
        for one in happened
        if one.event == "instruments.status_changed"
        for change in one.content["changes"]
    }
    seated = {one.content["delegation_id"] for one in happened if one.event.startswith("participants.seat")}
    return Known(
        slugs={row.id: row.slug for row in initiatives},
        zones={row.id: row.time_zone for row in initiatives},
        questions=decisions.questions(session, sorted(decided)),
        numbers=current_numbers(session, sorted(changed)),
        delegations=_names(session, sorted(seated)),
    )


def _names(session: Session, delegation_ids: Sequence[str]) -> Mapping[str, str]:
    if not delegation_ids:
        return {}
    statement = select(Delegation.id, Delegation.name).where(Delegation.id.in_(delegation_ids))
    return {row.id: row.name for row in session.execute(statement)}


def _told(session: Session, actor: Actor, happened: Sequence[Happened], known: Known) -> Iterator[Line]:
    lines = {}
    for key, one in enumerate(happened):
        line = TOLD[one.event](one, known) if one.event in TOLD else None
        if line is not None:
            lines[key] = line
    issued = [(key, one) for key, one in enumerate(happened) if one.event == ISSUED]
    if issued:
        lines = with_redlines(session, lines, issued, review.own_provisions(session, actor))
    closed = {one.object_id: key for key, one in enumerate(happened) if one.event == CLOSED}
    beside = review.beside_ours(session, actor, sorted(closed))
    yield from counted.beside_ours(beside, known, happened, closed)
    yield from lines.values()


def _folded(happened: Sequence[Happened], known: Known, zone: str) -> Iterator[Line]:
    groups: dict[tuple[str, str, dt.date], list[Happened]] = defaultdict(list)
    for one in happened:
        if one.event in FOLDED:
            groups[one.chain, one.event, day_at(one.at, zone)].append(one)
    return (folded(ones, known) for ones in groups.values())


def _counted(
    session: Session,
    actor: Actor,
    chains: Sequence[str],
    known: Known,
    since: dt.datetime,
    until: dt.datetime,
) -> Iterator[Line]:
    for answered in review.others_answered(session, actor, chains, since, until):
        yield counted.answered_by_secretariat(answered, known)
    for drafted in review.drafted_by_others(session, actor, since, until):
        yield counted.drafted(drafted, known)
    served = sorted({office.initiative_id for office in actor.offices})
    for handed_in in review.handed_in_lately(session, actor, served, since, until) if served else ():
        yield counted.handed_in(handed_in, known)
    for taken in decisions.positions_taken(session, actor, chains, since, until):
        yield counted.positions(taken, known)
