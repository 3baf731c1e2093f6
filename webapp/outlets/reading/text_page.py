"""The page of a revision: its text with everything that the features know about each provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Revision
from webapp.features.instruments.rules.anchors import mark
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.notation import Tree
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.participants import queries as participants
from webapp.features.review.queries.comments import CommentView
from webapp.features.review.queries.of_text import CommentCount, comments_on, counts_by_provision

WHOLE_TEXT = "text"
"""The value of `?open=` that opens comments on the whole text."""


@dataclass(frozen=True)
class Line:
    """A provision in its place. `opened` are its comments where they are opened, else None."""

    provision: SnapshotProvision
    tree: Tree
    status: ProvisionStatus | None
    """Shown beside the current revision only: a status is what is agreed now."""
    count: CommentCount
    opened: tuple[CommentView, ...] | None


@dataclass(frozen=True)
class Section:
    """An element with its provisions."""

    element: SnapshotElement
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class TextPage:
    """A revision as somebody reads it."""

    text: Snapshot
    sections: tuple[Section, ...]
    whole: CommentCount
    whole_opened: tuple[CommentView, ...] | None
    statuses: Counter[ProvisionStatus]

    @property
    def provisions(self) -> int:
        """How many provisions it has."""
        return sum(len(section.lines) for section in self.sections)


def text_page(
    session: Session,
    actor: Actor,
    initiative_id: str,
    revision: Revision,
    *,
    is_current: bool,
    open_id: str | None,
) -> TextPage:
    """Everything on the page, in a number of statements that does not grow with the text or its comments."""
    text = instruments.snapshot_of(revision)
    statuses = instruments.statuses(session, revision.instrument_id) if is_current else {}
    counts = counts_by_provision(session, actor, revision.id)
    codes = participants.codes(session, initiative_id)
    opened = _opened(session, actor, revision, text, open_id)

    def line(provision: SnapshotProvision) -> Line:
        shown = opened if provision.id == open_id else None
        return _line(provision, statuses.get(provision.id), counts.get(provision.id), codes, shown)

    return TextPage(
        text=text,
        sections=tuple(Section(one, tuple(map(line, one.provisions))) for one in text.elements),
        whole=counts.get(None, CommentCount()),
        whole_opened=opened if open_id == WHOLE_TEXT else None,
        statuses=Counter(statuses[one.id] for one in text.provisions if one.id in statuses),
    )


def _opened(
    session: Session, actor: Actor, revision: Revision, text: Snapshot, open_id: str | None
) -> tuple[CommentView, ...] | None:
    if open_id == WHOLE_TEXT:
        return tuple(comments_on(session, actor, revision.id, None))
    if open_id not in {provision.id for provision in text.provisions}:
        return None
    return tuple(comments_on(session, actor, revision.id, open_id))


def _line(
    provision: SnapshotProvision,
    status: ProvisionStatus | None,
    count: CommentCount | None,
    codes: Collection[str],
    opened: tuple[CommentView, ...] | None,
) -> Line:
    spans = [view.span for view in opened or () if view.span is not None]
    return Line(
        provision=provision,
        tree=mark(provision.text, spans, codes),
        status=status,
        count=count or CommentCount(),
        opened=opened,
    )
