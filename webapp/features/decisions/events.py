"""What happens to decisions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ChairsEvent(Event):
    """Something that concerns the co-chairs alone until it takes effect."""

    def readers(self) -> tuple[Space, ...]:
        return (spaces.chairs(self.initiative_id),) if self.initiative_id else super().readers()


@dataclass(frozen=True, kw_only=True)
class Proposed(ChairsEvent):
    """A co-chair proposed to put a question to decision or a text under silence."""

    name = "decisions.proposed"
    object_kind = "decision"
    number: int
    kind: str
    question: str
    rule_key: str
    closes_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class Declined(ChairsEvent):
    """A co-chair declined, or took back, a proposed decision."""

    name = "decisions.declined"
    object_kind = "decision"
    number: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Opened(Event):
    """A decision opened: question, rule, text and electorate are frozen from here on."""

    name = "decisions.opened"
    object_kind = "decision"
    number: int
    kind: str
    question: str
    rule_key: str
    text_hash: str
    provision_ids: tuple[str, ...]
    electorate: tuple[str, ...]
    closes_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class ReminderDue(Event):
    """A step of a decision's ladder of reminders came due while members had not reacted.

    `told` is `delegations` or `secretariat`.
    """

    name = "decisions.reminder_due"
    object_kind = "decision"
    step: str
    told: str
    closes_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class DeadlineMoved(Event):
    """The deadline of a silence procedure was extended by the co-chairs, or moved since somebody was not reached.

    `by_rule` tells the two apart; `unreached` are the codes of the members that were not reached.
    """

    name = "decisions.deadline_moved"
    object_kind = "decision"
    before: dt.datetime
    after: dt.datetime
    reason: str
    by_rule: bool
    unreached: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PositionTaken(Event):
    """A delegation took its position; an earlier one stays on record and no longer counts."""

    name = "decisions.position_taken"
    object_kind = "decision"
    code: str
    sequence: int
    option: str
    reason: str
    ad_referendum: dt.date | None
    concerns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NoticeSeen(Event):
    """A head or alternate opened the page of a text under silence for the first time."""

    name = "decisions.notice_seen"
    object_kind = "decision"


@dataclass(frozen=True, kw_only=True)
class Acknowledged(Event):
    """A head or alternate acknowledged a text under silence: seen, no objection. It is no position."""

    name = "decisions.acknowledged"
    object_kind = "decision"


@dataclass(frozen=True, kw_only=True)
class SilenceBroken(Event):
    """A member broke silence, which ended the procedure: back to consultation."""

    name = "decisions.silence_broken"
    object_kind = "decision"
    code: str
    delegation_name: str
    reason: str
    concerns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MemberReaction:
    """What came of the notice to a member: broke, support, acknowledged, silent or unreached."""

    code: str
    reaction: str


@dataclass(frozen=True, kw_only=True)
class Closed(Event):
    """A decision closed and was counted. `result` is None for an indication; hashes are SHA-256 of the bytes.

    `reactions` stand for the proof of notice of a silence procedure at its end.
    """

    name = "decisions.closed"
    object_kind = "decision"
    number: int
    kind: str
    ended: str
    result: str | None
    closes_at: dt.datetime
    record_hash: str | None
    outcome_hash: str | None
    reason: str = ""
    reactions: tuple[MemberReaction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Announced(Event):
    """A co-chair announced the outcome of a closed decision."""

    name = "decisions.announced"
    object_kind = "decision"
    number: int
    result: str


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Event):
    """The co-chairs withdrew an open decision; it has no outcome."""

    name = "decisions.withdrawn"
    object_kind = "decision"
    number: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class ChairsMustDecide(Event):
    """The deadline of a silence procedure moved as often as the rules give, and members are still unreached."""

    name = "decisions.chairs_must_decide"
    object_kind = "decision"
    number: int
    unreached: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ActProposed(ChairsEvent):
    """A co-chair asked the other to confirm that a decision is withdrawn, or declared agreed."""

    name = "decisions.act_proposed"
    object_kind = "decision"
    act: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ActDeclined(ChairsEvent):
    """A co-chair declined, or took back, what was to be confirmed about a decision."""

    name = "decisions.act_declined"
    object_kind = "decision"
    act: str


@dataclass(frozen=True, kw_only=True)
class LateObjectionReceived(Event):
    """An objection to an agreement by silence came after the deadline: kept as a statement, the agreement stands."""

    name = "decisions.late_objection_received"
    object_kind = "decision"
    code: str
    delegation_name: str
    statement_id: str
    reason: str
