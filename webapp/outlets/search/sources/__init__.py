"""THE table of what can be found, and of what makes which part of it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.orm import Session

from webapp.base.kernel.happened import Happened
from webapp.outlets.search.sources import comments, decisions, published, texts, undertaking
from webapp.outlets.search.sources.wanted import Scope, Source, Wanted

INITIATIVE, DELEGATION, ROUND = "initiative", "delegation", "round"
INSTRUMENT, CONTRIBUTION, DECISION = "instrument", "contribution", "decision"
PUBLICATION = "publication"

SOURCES: Mapping[str, Source] = {
    INITIATIVE: undertaking.INITIATIVE,
    DELEGATION: undertaking.DELEGATION,
    ROUND: undertaking.ROUND,
    INSTRUMENT: texts.SOURCE,
    CONTRIBUTION: comments.SOURCE,
    DECISION: decisions.SOURCE,
    PUBLICATION: published.SOURCE,
}

Touched = Callable[[Session, Happened], Sequence[str]]


def _object(session: Session, happened: Happened) -> Sequence[str]:
    return (happened.object_id,)


def _named(fact: str) -> Touched:
    return lambda session, happened: (str(happened.content[fact]),)


def _initiative(session: Session, happened: Happened) -> Sequence[str]:
    return (happened.initiative_id,) if happened.initiative_id else ()


def _of_closed_round(session: Session, happened: Happened) -> Sequence[str]:
    return comments.contributions_of_round(session, happened.object_id)


def _of_answered_comment(session: Session, happened: Happened) -> Sequence[str]:
    return comments.contribution_of_comment(session, happened.object_id)


FOLLOWED: Mapping[str, tuple[str, Touched]] = {
    "initiatives.created": (INITIATIVE, _initiative),
    "initiatives.changed": (INITIATIVE, _initiative),
    "participants.office_taken": (INITIATIVE, _initiative),
    "participants.office_ended": (INITIATIVE, _initiative),
    "participants.delegation_accredited": (DELEGATION, _object),
    "participants.seat_taken": (DELEGATION, _named("delegation_id")),
    "participants.seat_ended": (DELEGATION, _named("delegation_id")),
    "drafting.revision_issued": (INSTRUMENT, _named("instrument_id")),
    "review.round_planned": (ROUND, _object),
    "review.contribution_handed_in": (CONTRIBUTION, _object),
    "review.round_closed": (CONTRIBUTION, _of_closed_round),
    "review.comment_answered": (CONTRIBUTION, _of_answered_comment),
    "decisions.proposed": (DECISION, _object),
    "decisions.declined": (DECISION, _object),
    "decisions.opened": (DECISION, _object),
    "decisions.silence_broken": (DECISION, _object),
    "decisions.closed": (DECISION, _object),
    "decisions.withdrawn": (DECISION, _object),
    "decisions.late_objection_received": (DECISION, _object),
    "publishing.item_published": (PUBLICATION, _object),
}
"""What is collected anew when something happened."""


__all__ = [
    "FOLLOWED",
    "PUBLICATION",
    "SOURCES",
    "Scope",
    "Source",
    "Wanted",
    "collect",
    "every_scope",
    "touched_by",
]


def touched_by(session: Session, happened: Happened) -> list[Scope]:
    """The parts of the index that an event makes anew."""
    source, touched = FOLLOWED[happened.event]
    return [Scope(source, identifier) for identifier in touched(session, happened)]


def every_scope(session: Session) -> list[Scope]:
    """Everything there is to collect."""
    return [
        Scope(name, identifier) for name, source in SOURCES.items() for identifier in source.scopes(session)
    ]


def collect(session: Session, scope: Scope) -> list[Wanted]:
    """The entries of a part of the index, as they should be now."""
    return SOURCES[scope.source].collect(session, scope.id)
