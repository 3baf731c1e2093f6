"""The page of a revision: its text with everything that the features know about each provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.web.auth import InitiativeHead
from webapp.base.web.filters import page_language
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.revision_diff import ProvisionChange
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.instruments.rules.text_changes import StrengthFlag, TextChanges
from webapp.features.review.queries.comments import CommentView
from webapp.features.review.queries.of_text import CommentCount, comments_on, counts_by_provision
from webapp.outlets.reading.facts import Facts
from webapp.outlets.reading.words import Edition, RenderedPassage, RenderedText, rendered_text, rendered_with

WHOLE_TEXT = "text"
"""The value of `?open=` that opens comments on the whole text."""


@dataclass(frozen=True)
class Asked:
    """What of a revision is asked for.

    `current_id` is the revision issued last, `before_id` the one whose differences show, `drafting` whether a round
    is open. `alone`: the text without anything that is said about it.
    """

    revision_id: str
    current_id: str
    open_id: str | None = None
    before_id: str | None = None
    drafting: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Line:
    """A provision in its place, its number and words as HTML. `opened` are its comments where they are opened, else None."""

    provision: SnapshotProvision
    anchor: str
    html: Markup
    status: ProvisionStatus | None
    """Shown beside the current revision only: a status is what is agreed now."""
    count: CommentCount
    opened: tuple[CommentView, ...] | None
    number_now: str | None
    """Of a superseded revision: the provision's number in the current one, None where it is gone from it."""
    change: ProvisionChange | None = None
    flags: tuple[StrengthFlag, ...] = ()


@dataclass(frozen=True)
class Section:
    """An element with its head as HTML and its provisions."""

    element: SnapshotElement
    head: Markup
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class TextPage:
    """A revision as somebody reads it."""

    text: Snapshot
    sections: tuple[Section, ...]
    whole: CommentCount
    whole_opened: tuple[CommentView, ...] | None
    statuses: Counter[ProvisionStatus]
    changes: TextChanges | None

    @property
    def provisions(self) -> int:
        """How many provisions it has."""
        return len(self.text.provisions)

    @property
    def opened(self) -> Line | None:
        """The provision that is opened."""
        return next((line for one in self.sections for line in one.lines if line.opened is not None), None)


@dataclass(frozen=True)
class _Known:
    """What the features know about the provisions of a text."""

    statuses: Mapping[str, ProvisionStatus]
    counts: Mapping[str | None, CommentCount]
    opened: tuple[CommentView, ...] | None
    numbers_now: Mapping[str, str]


def text_page(
    session: Session, actor: Actor, initiative: InitiativeHead, facts: Facts, asked: Asked
) -> TextPage:
    """Everything on the page, in a number of statements that does not grow with the text or its comments."""
    edition = Edition(asked.revision_id, asked.before_id, facts.codes, page_language())
    read = rendered_text(session, initiative.id, edition)
    known = _NOTHING if asked.alone else _known(session, actor, initiative, facts, read, asked)

    def line(one: RenderedPassage) -> Line:
        provision = one.passage.provision
        shown = known.opened if provision.id == asked.open_id else None
        spans = tuple(view.span for view in shown or () if view.span is not None)
        return Line(
            provision=provision,
            anchor=one.anchor,
            html=rendered_with(one.passage, spans, facts.codes) if spans else one.html,
            status=known.statuses.get(provision.id),
            count=known.counts.get(provision.id, _NONE),
            opened=shown,
            number_now=known.numbers_now.get(provision.id),
            change=one.passage.change,
            flags=one.passage.flags,
        )

    return TextPage(
        text=read.text,
        sections=tuple(
            Section(one.element, one.head, tuple(map(line, one.passages))) for one in read.sections
        ),
        whole=known.counts.get(None, _NONE),
        whole_opened=known.opened if asked.open_id == WHOLE_TEXT else None,
        statuses=Counter(known.statuses[one.id] for one in read.text.provisions if one.id in known.statuses),
        changes=read.changes,
    )


_NONE = CommentCount()
_NOTHING = _Known({}, {}, None, {})


def _known(
    session: Session,
    actor: Actor,
    initiative: InitiativeHead,
    facts: Facts,
    read: RenderedText,
    asked: Asked,
) -> _Known:
    is_current = asked.revision_id == asked.current_id
    return _Known(
        statuses=facts.statuses if is_current else {},
        counts=counts_by_provision(
            session, actor, asked.revision_id, drafting=asked.drafting, last_hash=initiative.last_hash
        ),
        opened=_opened(session, actor, read.text, asked),
        numbers_now={} if is_current else instruments.numbers(session, asked.current_id),
    )


def _opened(session: Session, actor: Actor, text: Snapshot, asked: Asked) -> tuple[CommentView, ...] | None:
    provision_id = None if asked.open_id == WHOLE_TEXT else asked.open_id
    if asked.open_id is None or provision_id not in {None, *(one.id for one in text.provisions)}:
        return None
    return tuple(comments_on(session, actor, asked.revision_id, provision_id, drafting=asked.drafting))
