"""What waits for a person in review rounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind, Seat
from webapp.base.kernel.visibility import readable_by
from webapp.base.web.waiting import Waiting
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.models import Delegation
from webapp.features.review.models import Comment, Contribution, DraftComment, Round
from webapp.features.review.rules.rounds import RoundState


@dataclass(frozen=True)
class _Draft:
    """The own delegation's draft for an open round, whether it was handed in, and whether it changed since."""

    round: Round
    initiative: Initiative
    seat: Seat
    comments: int
    handed_in_at: dt.datetime | None
    changed_since: bool


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """The contribution, to hand in or to prepare; for officers comments to answer and rounds to conclude."""
    drafts = _drafts(session, actor, now)
    contributions = [_to_hand_in(draft) if draft.seat.speaks else _to_prepare(draft) for draft in drafts]
    return [*(one for one in contributions if one is not None), *_answers(session, actor)]


def _drafts(session: Session, actor: Actor, now: dt.datetime) -> list[_Draft]:
    seats = {seat.delegation_id: seat for seat in actor.seats}
    if not seats:
        return []
    statement = (
        select(Round, Initiative, Delegation.id, Contribution.handed_in_at)
        .join(Initiative, Initiative.id == Round.initiative_id)
        .join(Delegation, Delegation.initiative_id == Round.initiative_id)
        .outerjoin(
            Contribution,
            (Contribution.round_id == Round.id) & (Contribution.delegation_id == Delegation.id),
        )
        .where(Delegation.id.in_(seats), Round.state == RoundState.OPEN, Round.closes_at > now)
        .order_by(Round.closes_at)
    )
    rows = session.execute(statement).all()
    if not rows:
        return []
    comments, changed = _comments_of_drafts(session, actor, [round_.id for round_, *_ in rows])
    return [
        _Draft(
            round=round_,
            initiative=initiative,
            seat=seats[delegation_id],
            comments=comments.get(round_.id, 0),
            handed_in_at=handed_in_at,
            changed_since=handed_in_at is not None and changed.get(round_.id, handed_in_at) > handed_in_at,
        )
        for round_, initiative, delegation_id, handed_in_at in rows
    ]


def _comments_of_drafts(
    session: Session, actor: Actor, round_ids: list[str]
) -> tuple[dict[str, int], dict[str, dt.datetime]]:
    """By round: how many comments the own draft has, and when one was last written, changed or taken out."""
    standing = func.sum(case((DraftComment.removed_at.is_(None), 1), else_=0))
    statement = (
        select(DraftComment.round_id, standing, func.max(DraftComment.changed_at))
        .where(DraftComment.round_id.in_(round_ids), readable_by(actor, DraftComment.audience_id))
        .group_by(DraftComment.round_id)
    )
    rows = session.execute(statement).all()
    return (
        {round_id: count for round_id, count, _changed_at in rows},
        {round_id: changed_at for round_id, _count, changed_at in rows if changed_at is not None},
    )


def _to_hand_in(draft: _Draft) -> Waiting | None:
    """For heads and alternates: what is not handed in, or changed after it was."""
    if draft.handed_in_at is None:
        return _about(
            draft,
            title=_("Your contribution to round %(number)s", number=draft.round.number),
            detail=_in_the_draft(draft.comments),
            act=_("Open your draft"),
        )
    if draft.changed_since:
        return _about(
            draft,
            title=_(
                "Your draft for round %(number)s changed after it was handed in", number=draft.round.number
            ),
            detail=_("What was handed in counts. For the changes to count, hand in again."),
            act=_("Open your draft"),
        )
    return None


def _to_prepare(draft: _Draft) -> Waiting | None:
    """For delegates and advisers: the draft, as long as it is not handed in."""
    if draft.handed_in_at is not None:
        return None
    return _about(
        draft,
        title=_("Your delegation’s comments for round %(number)s", number=draft.round.number),
        detail=_(
            "%(draft)s Your head of delegation or an alternate hands it in.",
            draft=_in_the_draft(draft.comments),
        ),
        act=_("Work on the draft"),
    )


def _in_the_draft(comments: int) -> str:
    if not comments:
        return str(_("There is nothing in your delegation’s draft yet."))
    return str(
        ngettext(
            "%(num)s comment is in your delegation’s draft.",
            "%(num)s comments are in your delegation’s draft.",
            comments,
        )
    )


def _about(draft: _Draft, *, title: str, detail: str, act: str) -> Waiting:
    return Waiting(
        title=title,
        detail=detail,
        endpoint="review.contribution",
        values={"slug": draft.initiative.slug, "round_id": draft.round.id},
        act=act,
        due_at=draft.round.closes_at,
        time_zone=draft.initiative.time_zone,
        initiative=draft.initiative.title,
    )


def _answers(session: Session, actor: Actor) -> Iterator[Waiting]:
    served = [office.initiative_id for office in actor.offices if office.kind is OfficeKind.SECRETARIAT]
    statement = (
        select(Round, Initiative)
        .join(Initiative, Initiative.id == Round.initiative_id)
        .where(Round.initiative_id.in_(served), Round.state == RoundState.CLOSED)
        .order_by(Round.closes_at)
    )
    rows = session.execute(statement).all() if served else []
    left = _unanswered(session, actor, [round_.id for round_, _initiative in rows]) if rows else {}
    for round_, initiative in rows:
        every, mine = left.get(round_.id, (0, 0))
        if mine or not every:
            yield _for_officer(round_, initiative, mine)


def _unanswered(session: Session, actor: Actor, round_ids: list[str]) -> dict[str, tuple[int, int]]:
    """By round: how many comments have no disposition, and how many of them this officer may give one."""
    own = [seat.delegation_id for seat in actor.seats]
    of_others = func.sum(case((Comment.delegation_id.in_(own), 0), else_=1))
    statement = (
        select(Comment.round_id, func.count(), of_others)
        .where(
            Comment.round_id.in_(round_ids),
            Comment.disposition.is_(None),
            readable_by(actor, Comment.audience_id),
        )
        .group_by(Comment.round_id)
    )
    return {round_id: (every, mine) for round_id, every, mine in session.execute(statement)}


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
