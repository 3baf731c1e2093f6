"""The shapes of the demo's content: plain values that a loader plays through the services.

People, delegations, elements, provisions and revisions are named by keys of this content, which stay the
same whatever identifiers the database gives. Every moment is told from the day of the first start.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from webapp.base.access.actor import Constituency, OfficeKind, SeatRole, Standing
from webapp.base.access.attribution import Attribution
from webapp.features.initiatives.rules import Procedure

Phase: TypeAlias = Literal["preparedness", "emergency_response", "post_crisis"]
Strength: TypeAlias = Literal["shall", "should", "may"]
ElementKind: TypeAlias = Literal["preamble", "principle"]
ProvisionKind: TypeAlias = Literal["text", "responsibility"]
CommentKind: TypeAlias = Literal["general", "substantive", "editorial"]
Disposition: TypeAlias = Literal[
    "accepted",
    "accepted_with_modification",
    "partly_accepted",
    "not_accepted",
    "noted",
    "carried_over",
    "outside_the_mandate",
    "duplicate",
]
Option: TypeAlias = Literal["agree", "agree_with_reservation", "no_objection", "abstain", "object"]


@dataclass(frozen=True, order=True)
class When:
    """A moment: days from the day of the first start (negative: before it), and a time in the "
    "official zone."""

    days: int
    hour: int
    minute: int = 0

    def on(self, first_day: dt.date, zone: ZoneInfo) -> dt.datetime:
        """The moment in UTC, counted from the day of the first start in the official zone."""
        day = first_day + dt.timedelta(days=self.days)
        return dt.datetime.combine(day, dt.time(self.hour, self.minute), zone).astimezone(dt.UTC)


@dataclass(frozen=True)
class Bearer:
    """Somebody who can bear a responsibility."""

    key: str
    name: str
    constituency: Constituency


@dataclass(frozen=True)
class Theme:
    """A theme, with the phases in which the mandate lists it."""

    key: str
    name: str
    phases: tuple[Phase, ...]


@dataclass(frozen=True)
class Initiative:
    """The undertaking."""

    slug: str
    title: str
    mandate: str
    scope: tuple[Literal["conflict", "natural_disaster"], ...]
    outside_scope: str
    timetable: str
    time_zone: str
    procedure: Procedure
    bearers: tuple[Bearer, ...]
    themes: tuple[Theme, ...]
    founded: When
    accredited: When
    """When its delegations were accredited and their seats and offices taken."""


@dataclass(frozen=True)
class Delegation:
    """An organisation that takes part."""

    code: str
    name: str
    constituency: Constituency
    standing: Standing = Standing.MEMBER
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody with an account. `delegation` and `seat` are both given or both None."""

    key: str
    name: str
    email: str
    time_zone: str
    language: str
    delegation: str | None = None
    seat: SeatRole | None = None
    office: OfficeKind | None = None
    focal_point: bool = False
    """Has confirmed the duty of the delegation's focal point."""
    administrator: bool = False
    last_read: When = When(-4, 17)
    """When everything in the inbox was read last: what came since is new at the first start."""


@dataclass(frozen=True)
class Share:
    """A bearer's part in a responsibility."""

    bearer: str
    leads: bool = False


@dataclass(frozen=True)
class Responsibility:
    """Who is to do what, towards whom, when and how strongly."""

    bearers: tuple[Share, ...]
    beneficiary: str
    action: str
    theme: str
    phases: tuple[Phase, ...]
    strength: Strength


@dataclass(frozen=True)
class Provision:
    """A provision in one state. `key` is its identity: it stays when the number changes."""

    key: str
    text: str
    """In the notation of brackets."""
    responsibility: Responsibility | None = None

    @property
    def kind(self) -> ProvisionKind:
        """Text, unless it assigns a responsibility."""
        return "text" if self.responsibility is None else "responsibility"


@dataclass(frozen=True)
class Element:
    """A part of the instrument, with its provisions in reading order."""

    key: str
    kind: ElementKind
    title: str
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class Revision:
    """The whole text at one state, proposed by one co-chair and issued by the other's confirmation."""

    key: str
    elements: tuple[Element, ...]
    proposed_by: str
    proposed: When
    confirmed_by: str
    issued: When


@dataclass(frozen=True)
class Instrument:
    """The text and its revisions, oldest first."""

    title: str
    symbol_stem: str
    language: str
    revisions: tuple[Revision, ...]


@dataclass(frozen=True)
class Answer:
    """A comment's disposition and its reason."""

    disposition: Disposition
    reason: str


@dataclass(frozen=True)
class Comment:
    """A comment on a provision, on words of it, or, without a provision, on the whole text."""

    author: str
    kind: CommentKind
    body: str
    provision: str | None = None
    words: str = ""
    language: str = "en"
    answer: Answer | None = None


@dataclass(frozen=True)
class Contribution:
    """What a delegation wrote in a round. Without `handed_in` it still waits for the head's word."""

    delegation: str
    covering_statement: str
    drafted: When
    comments: tuple[Comment, ...]
    handed_in_by: str | None = None
    handed_in: When | None = None
    answered_by: str | None = None
    answered: When | None = None


@dataclass(frozen=True)
class Round:
    """A review round. Without `concluded` it is still open at the first start."""

    number: int
    title: str
    revision: str
    planned_by: str
    planned: When
    opens: When
    closes: When
    contributions: tuple[Contribution, ...]
    attribution: Attribution = Attribution.FULL
    concluded_by: str | None = None
    concluded: When | None = None


@dataclass(frozen=True)
class Position:
    """A position that somebody took for a delegation."""

    delegation: str
    by: str
    option: Option
    at: When
    reason: str | None = None


@dataclass(frozen=True)
class Acknowledgement:
    """Somebody's “seen, no objection” under a silence procedure; no position."""

    by: str
    at: When


@dataclass(frozen=True)
class Decision:
    """A question on one element of a revision. Without `announced` it is still open at the first start."""

    key: str
    kind: Literal["call", "silence"]
    question: str
    revision: str
    element: str
    rule: str
    """The key of a rule that ships; of a silence procedure always `silence`."""
    proposed_by: str
    proposed: When
    confirmed_by: str
    opened: When
    closes: When
    positions: tuple[Position, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    announced_by: str | None = None
    announced: When | None = None


@dataclass(frozen=True)
class Publication:
    """Something that a co-chair published; `item` is the key of a revision or of a decision."""

    kind: Literal["mandate", "revision", "outcome"]
    item: str
    published_by: str
    published: When


@dataclass(frozen=True)
class Content:
    """Everything the demo shows at its first start."""

    initiative: Initiative
    delegations: tuple[Delegation, ...]
    people: tuple[Person, ...]
    instrument: Instrument
    rounds: tuple[Round, ...]
    decisions: tuple[Decision, ...]
    publications: tuple[Publication, ...] = ()
    notes: tuple[Instrument, ...] = ()
    """Further texts beside the instrument."""

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every text, the instrument first."""
        return (self.instrument, *self.notes)
