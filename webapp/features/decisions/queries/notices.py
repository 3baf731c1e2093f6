"""Proof of notice: who was told of a text under silence, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.features.decisions.models import Decision, Elector, Notice
from webapp.features.decisions.queries.positions import MemberPosition, electors, member_positions
from webapp.features.decisions.rules.silence import NoticeState, Reaction, reached, reaction


@dataclass(frozen=True)
class MemberNotice:
    """What became of the notices to a member's head and alternates. Moments are the earliest of theirs."""

    delegation_id: str
    code: str
    name: str
    constituency: str
    told: int
    accepted_at: dt.datetime | None
    seen_at: dt.datetime | None
    acknowledged_at: dt.datetime | None
    refusal: str | None
    """The mail server's words, where every notice by mail was refused."""
    reaction: Reaction


def notice_of(session: Session, decision_id: str, person_id: str) -> Notice | None:
    """The notice to one person, or None."""
    return session.scalar(
        select(Notice).where(Notice.decision_id == decision_id, Notice.person_id == person_id)
    )


def notice_states(session: Session, decision_id: str) -> list[NoticeState]:
    """What became of every notice."""
    return [_state(row) for row in _notices(session, decision_id)]


def unreached_electors(session: Session, decision: Decision) -> list[Elector]:
    """Members of the electorate that no notice reached by the deadline, by code.

    Whoever took a position knows of the procedure, whatever became of the notice.
    """
    known = reached(notice_states(session, decision.id), decision.closes_at)
    spoke = {row.delegation_id for row in member_positions(session, decision.id) if row.option}
    return [row for row in electors(session, decision.id) if row.delegation_id not in known | spoke]


def reactions(session: Session, decision: Decision) -> dict[str, Reaction]:
    """How the outcome page counts each member of the electorate, by code."""
    members = member_positions(session, decision.id)
    return {row.code: row.reaction for row in proof_of_notice(session, decision, members)}


def proof_of_notice(
    session: Session, decision: Decision, members: Iterable[MemberPosition]
) -> list[MemberNotice]:
    """One row for each of these members of the electorate, in their order."""
    sent = _notices(session, decision.id)
    notices: dict[str, list[Notice]] = defaultdict(list)
    for row in sent:
        notices[row.delegation_id].append(row)
    known = reached([_state(row) for row in sent], decision.closes_at)
    found = []
    for member in members:
        of_member = notices[member.delegation_id]
        acknowledged_at = _earliest(row.acknowledged_at for row in of_member)
        accepted_at = _earliest(row.accepted_at for row in of_member)
        refusals = [row.refusal or "" for row in of_member if row.refused_at is not None]
        found.append(
            MemberNotice(
                delegation_id=member.delegation_id,
                code=member.code,
                name=member.name,
                constituency=member.constituency,
                told=len(of_member),
                accepted_at=accepted_at,
                seen_at=_earliest(row.seen_at for row in of_member),
                acknowledged_at=acknowledged_at,
                refusal=refusals[0] if refusals and len(refusals) == len(of_member) else None,
                reaction=reaction(
                    member.option,
                    acknowledged=acknowledged_at is not None,
                    was_reached=member.delegation_id in known,
                ),
            )
        )
    return found


def _notices(session: Session, decision_id: str) -> list[Notice]:
    statement = select(Notice).where(Notice.decision_id == decision_id)
    return list(session.scalars(statement.order_by(Notice.told_at, Notice.id)))


def _state(row: Notice) -> NoticeState:
    return NoticeState(
        delegation_id=row.delegation_id,
        accepted_at=row.accepted_at,
        refused_at=row.refused_at,
        seen_at=row.seen_at,
        acknowledged_at=row.acknowledged_at,
    )


def _earliest(moments: Iterable[dt.datetime | None]) -> dt.datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
