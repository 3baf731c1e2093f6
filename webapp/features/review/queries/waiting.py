"""What waits for a person in review rounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind
from webapp.base.kernel.visibility import readable_by
from webapp.base.web.waiting import Waiting
from webapp.features.initiatives.models import Initiative
from webapp.features.review.models import Comment, Round
from webapp.features.review.queries.contributions import handed_in_by
from webapp.features.review.rules.rounds import RoundState


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """The contribution to hand in, for heads and alternates; comments to answer and rounds to conclude, for officers."""
    return [*_contributions(session, actor, now), *_answers(session, actor)]


def _contributions(session: Session, actor: Actor, now: dt.datetime) -> Iterator[Waiting]:
    speaking = {seat.initiative_id: seat.delegation_id for seat in actor.seats if seat.speaks}
    statement = (
        select(Round, Initiative)
        .join(Initiative, Initiative.id == Round.initiative_id)
        .where(Round.initiative_id.in_(speaking), Round.state == RoundState.OPEN, Round.closes_at > now)
        .order_by(Round.closes_at)
    )
    for round_, initiative in session.execute(statement) if speaking else ():
        if handed_in_by(session, round_.id, speaking[round_.initiative_id]) is None:
            yield Waiting(
                title=_("Your contribution to round %(number)s", number=round_.number),
                detail=round_.title,
                endpoint="review.contribution",
                values={"slug": initiative.slug, "round_id": round_.id},
                act=_("Open your draft"),
                due_at=round_.closes_at,
                time_zone=initiative.time_zone,
                initiative=initiative.title,
            )


def _answers(session: Session, actor: Actor) -> Iterator[Waiting]:
    served = [office.initiative_id for office in actor.offices if office.kind is OfficeKind.SECRETARIAT]
    own = [seat.delegation_id for seat in actor.seats]
    statement = (
        select(Round, Initiative)
        .join(Initiative, Initiative.id == Round.initiative_id)
        .where(Round.initiative_id.in_(served), Round.state == RoundState.CLOSED)
        .order_by(Round.closes_at)
    )
    for round_, initiative in session.execute(statement) if served else ():
        unanswered = select(func.count()).where(
            Comment.round_id == round_.id,
            Comment.disposition.is_(None),
            readable_by(actor, Comment.audience_id),
        )
        every = session.scalar(unanswered) or 0
        mine = session.scalar(unanswered.where(Comment.delegation_id.not_in(own))) if own else every
        if mine or not every:
            yield _for_officer(round_, initiative, mine or 0)


def _for_officer(round_: Round, initiative: Initiative, unanswered: int) -> Waiting:
    answer = ngettext(
        "%(num)s comment waits for an answer", "%(num)s comments wait for an answer", unanswered
    )
    conclude = _("Round %(number)s can be concluded", number=round_.number)
    return Waiting(
        title=answer if unanswered else conclude,
        detail=round_.title,
        endpoint="review.round",
        values={"slug": initiative.slug, "round_id": round_.id},
        act=_("Open the desk") if unanswered else _("Conclude the round"),
        time_zone=initiative.time_zone,
        initiative=initiative.title,
    )
