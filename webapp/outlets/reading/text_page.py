"""The page of a revision: its text with everything that the features know about each provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Revision
from webapp.features.instruments.rules.anchors import mark
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.notation import Tree
from webapp.features.instruments.rules.redlined import (
    RedlinedElement,
    RedlinedProvision,
    as_it_stands,
    redlined,
)
from webapp.features.instruments.rules.revision_diff import Act, ElementChange, ProvisionChange
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.instruments.rules.text_changes import StrengthFlag, TextChanges
from webapp.features.participants import queries as participants
from webapp.features.review.queries.comments import CommentView
from webapp.features.review.queries.of_text import CommentCount, comments_on, counts_by_provision

WHOLE_TEXT = "text"
"""The value of `?open=` that opens comments on the whole text."""


@dataclass(frozen=True)
class Asked:
    """What of a revision is asked for.

    `current_id` is the revision issued last, `before` the one whose differences show, `drafting` whether a round is
    open. `alone`: the text without anything that is said about it.
    """

    current_id: str
    open_id: str | None = None
    before: Revision | None = None
    drafting: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Line:
    """A provision in its place. `opened` are its comments where they are opened, else None."""

    provision: SnapshotProvision
    tree: Tree
    status: ProvisionStatus | None
    """Shown beside the current revision only: a status is what is agreed now."""
    count: CommentCount
    opened: tuple[CommentView, ...] | None
    number_now: str | None
    """Of a superseded revision: the provision's number in the current one, None where it is gone from it."""
    change: ProvisionChange | None = None
    flags: tuple[StrengthFlag, ...] = ()

    @property
    def has_other_words(self) -> bool:
        """Whether its words changed, came or went; only then are they shown as a redline."""
        acts = self.change.acts if self.change else ()
        return bool({Act.WORDS, Act.INSERTED, Act.DELETED}.intersection(acts))

    @property
    def anchor(self) -> str:
        """Its name in the address of the page; a deleted one bears another, since its number may be taken."""
        is_deleted = self.change is not None and self.change.after is None
        return f"{'d' if is_deleted else 'p'}{self.provision.number}"


@dataclass(frozen=True)
class Section:
    """An element with its provisions."""

    element: SnapshotElement
    change: ElementChange | None
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
    session: Session, actor: Actor, initiative_id: str, revision: Revision, asked: Asked
) -> TextPage:
    """Everything on the page, in a number of statements that does not grow with the text or its comments."""
    text = instruments.snapshot_of(revision)
    changes = TextChanges(instruments.snapshot_of(asked.before), text) if asked.before else None
    known = _NOTHING if asked.alone else _known(session, actor, revision, text, asked)
    codes = participants.codes(session, initiative_id) if "[" in revision.snapshot else frozenset()

    def line(one: RedlinedProvision) -> Line:
        shown = known.opened if one.provision.id == asked.open_id else None
        spans = [view.span for view in shown or () if view.span is not None]
        return Line(
            provision=one.provision,
            tree=mark(one.provision.text, spans, codes),
            status=known.statuses.get(one.provision.id),
            count=known.counts.get(one.provision.id, CommentCount()),
            opened=shown,
            number_now=known.numbers_now.get(one.provision.id),
            change=one.change,
            flags=one.flags,
        )

    return TextPage(
        text=text,
        sections=_sections(redlined(changes) if changes else as_it_stands(text), line),
        whole=known.counts.get(None, CommentCount()),
        whole_opened=known.opened if asked.open_id == WHOLE_TEXT else None,
        statuses=Counter(known.statuses[one.id] for one in text.provisions if one.id in known.statuses),
        changes=changes,
    )


_NOTHING = _Known({}, {}, None, {})


def _known(session: Session, actor: Actor, revision: Revision, text: Snapshot, asked: Asked) -> _Known:
    is_current = revision.id == asked.current_id
    return _Known(
        statuses=instruments.statuses(session, revision.instrument_id) if is_current else {},
        counts=counts_by_provision(session, actor, revision.id, drafting=asked.drafting),
        opened=_opened(session, actor, revision, text, asked),
        numbers_now={} if is_current else instruments.numbers(session, asked.current_id),
    )


def _opened(
    session: Session, actor: Actor, revision: Revision, text: Snapshot, asked: Asked
) -> tuple[CommentView, ...] | None:
    provision_id = None if asked.open_id == WHOLE_TEXT else asked.open_id
    if asked.open_id is None or provision_id not in {None, *(one.id for one in text.provisions)}:
        return None
    return tuple(comments_on(session, actor, revision.id, provision_id, drafting=asked.drafting))


def _sections(
    elements: tuple[RedlinedElement, ...], line: Callable[[RedlinedProvision], Line]
) -> tuple[Section, ...]:
    return tuple(Section(one.element, one.change, tuple(map(line, one.provisions))) for one in elements)
