"""The coverage check before a text is placed under silence: whom a notice may not reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.features.decisions.models import Notice
from webapp.features.participants import queries as participants
from webapp.features.participants.queries import SeatedPerson


class Gap(StrEnum):
    """Why a notice may not reach a member."""

    NOBODY_SPEAKS = "nobody_speaks"
    NO_FOCAL_POINT = "no_focal_point"
    MAIL_BOUNCES = "mail_bounces"


@dataclass(frozen=True)
class CoverageGap:
    """A member delegation that a notice may not reach."""

    name: str
    constituency: str
    gap: Gap


def coverage(session: Session, initiative_id: str) -> list[CoverageGap]:
    """The members whose focal point has not confirmed the duty, or to whom the last mails bounced, by name."""
    bouncing = _bouncing(session)
    speaking = participants.speakers_by_delegation(session, initiative_id)
    found = []
    for member in participants.members(session, initiative_id):
        gap = _gap(speaking.get(member.id, ()), bouncing)
        if gap is not None:
            found.append(CoverageGap(member.name, member.constituency, gap))
    return found


def _gap(speakers: Sequence[SeatedPerson], bouncing: frozenset[str]) -> Gap | None:
    if not speakers:
        return Gap.NOBODY_SPEAKS
    if all(speaker.person_id in bouncing for speaker in speakers):
        return Gap.MAIL_BOUNCES
    if not any(speaker.is_focal_point for speaker in speakers):
        return Gap.NO_FOCAL_POINT
    return None


def _bouncing(session: Session) -> frozenset[str]:
    """People whose last notice by mail was refused."""
    statement = select(Notice.person_id, Notice.refused_at, Notice.accepted_at).order_by(Notice.told_at)
    last = {
        row.person_id: row.refused_at is not None
        for row in session.execute(statement)
        if row.refused_at is not None or row.accepted_at is not None
    }
    return frozenset(person_id for person_id, refused in last.items() if refused)
