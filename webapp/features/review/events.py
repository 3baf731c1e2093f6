"""What happens to review rounds, contributions and comments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from webapp.base.kernel.events import DelegationEvent, Event


@dataclass(frozen=True, kw_only=True)
class RoundPlanned(Event):
    """A review round on a revision was planned."""

    name = "review.round_planned"
    object_kind = "round"
    number: int
    title: str
    revision_id: str
    opens_at: dt.datetime
    closes_at: dt.datetime
    attribution: str


@dataclass(frozen=True, kw_only=True)
class RoundOpened(Event):
    """A review round opened at its time."""

    name = "review.round_opened"
    object_kind = "round"
    number: int
    title: str
    revision_id: str
    opens_at: dt.datetime
    closes_at: dt.datetime
    attribution: str


@dataclass(frozen=True, kw_only=True)
class ReminderDue(Event):
    """A step of a round's ladder of reminders came due while delegations had not handed in.

    `told` is `delegations` or `secretariat`.
    """

    name = "review.reminder_due"
    object_kind = "round"
    step: str
    told: str
    closes_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class RoundClosed(Event):
    """A review round closed at its time; from now on everybody in it reads its comments."""

    name = "review.round_closed"
    object_kind = "round"
    number: int
    title: str
    closes_at: dt.datetime
    contributions: int
    comments: int


@dataclass(frozen=True, kw_only=True)
class DispositionCount:
    """How many comments of a round got this disposition."""

    disposition: str
    comments: int


@dataclass(frozen=True, kw_only=True)
class RoundConcluded(Event):
    """The secretariat concluded a round in which every comment is answered."""

    name = "review.round_concluded"
    object_kind = "round"
    number: int
    title: str
    comments: int
    dispositions: tuple[DispositionCount, ...]


@dataclass(frozen=True, kw_only=True)
class DraftChanged(DelegationEvent):
    """A delegation changed its private draft: `change` is added, edited, removed or covering_statement."""

    name = "review.draft_changed"
    object_kind = "draft_comment"
    private = True
    round_id: str
    change: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ContributionHandedIn(DelegationEvent):
    """A delegation handed in its contribution; the last version before closing counts."""

    name = "review.contribution_handed_in"
    object_kind = "contribution"
    round_id: str
    version: int
    hash: str
    register_numbers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CommentAnswered(Event):
    """The secretariat gave a comment its disposition and reason; `earlier` is the disposition it replaces.

    Everybody reads this: whose the comment is stands here only as its register number tells it to all.
    """

    name = "review.comment_answered"
    object_kind = "comment"
    round_id: str
    register_number: str
    disposition: str
    reason: str
    earlier: str | None
