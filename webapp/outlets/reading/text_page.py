"""The page of a revision: its text with everything that the features know about each provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
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
    known = {provision.id for provision in text.provisions}
    opened = None
    if open_id in known or open_id == WHOLE_TEXT:
        provision_id = None if open_id == WHOLE_TEXT else open_id
        opened = tuple(comments_on(session, actor, revision.id, provision_id))
    sections = tuple(
        Section(
            element,
            tuple(
                _line(provision, statuses, counts, codes, opened if provision.id == open_id else None)
                for provision in element.provisions
            ),
        )
        for element in text.elements
    )
    return TextPage(
        text=text,
        sections=sections,
        whole=counts.get(None, CommentCount()),
        whole_opened=opened if open_id == WHOLE_TEXT else None,
        statuses=Counter(statuses[one.id] for one in text.provisions if one.id in statuses),
    )


def _line(
    provision: SnapshotProvision,
    statuses: Mapping[str, ProvisionStatus],
    counts: Mapping[str | None, CommentCount],
    codes: Collection[str],
    opened: tuple[CommentView, ...] | None,
) -> Line:
    spans = [view.span for view in opened or () if view.span is not None]
    return Line(
        provision=provision,
        tree=mark(provision.text, spans, codes),
        status=statuses.get(provision.id),
        count=counts.get(provision.id, CommentCount()),
        opened=opened,
    )
