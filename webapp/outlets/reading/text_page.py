"""The page of a revision: its text with everything that the features know about each provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from markupsafe import Markup
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.web.auth import InitiativeHead
from webapp.base.web.filters import page_language
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.review.queries.comments import CommentView
from webapp.features.review.queries.of_text import CommentCount, comments_on, counts_by_provision
from webapp.outlets.reading.facts import Facts
from webapp.outlets.reading.words import Edition, rendered_provision, rendered_text

WHOLE_TEXT = "text"
"""The value of `?open=` that opens comments on the whole text."""
NONE = CommentCount()


@dataclass(frozen=True)
class Line:
    """A provision in its place, with its words as HTML. `opened` are its comments where they are opened, else None."""

    provision: SnapshotProvision
    words: Markup
    status: ProvisionStatus | None
    """Shown beside the current revision only: a status is what is agreed now."""
    count: CommentCount
    opened: tuple[CommentView, ...] | None


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

    @property
    def provisions(self) -> int:
        """How many provisions it has."""
        return sum(len(section.lines) for section in self.sections)


@dataclass(frozen=True)
class Asked:
    """What a reader asks for: a revision, and perhaps the comments on one provision of it or on the whole text."""

    initiative: InitiativeHead
    revision_id: str
    is_current: bool
    open_id: str | None


def text_page(session: Session, actor: Actor, facts: Facts, asked: Asked) -> TextPage:
    """Everything on the page, in a number of statements that does not grow with the text or its comments."""
    codes = facts.codes
    edition = Edition(asked.revision_id, codes, page_language())
    read = rendered_text(session, asked.initiative.id, edition)
    statuses = facts.statuses if asked.is_current else {}
    counts = counts_by_provision(session, actor, asked.revision_id, asked.initiative.last_hash)
    opened = _opened(session, actor, asked, read.provisions)

    def line(provision: SnapshotProvision) -> Line:
        shown = opened if provision.id == asked.open_id else None
        return Line(
            provision=provision,
            words=_marked(provision, shown, codes) if shown else read.provisions[provision.id],
            status=statuses.get(provision.id),
            count=counts.get(provision.id, NONE),
            opened=shown,
        )

    return TextPage(
        text=read.text,
        sections=tuple(
            Section(element, head, tuple(map(line, element.provisions)))
            for element, head in zip(read.text.elements, read.heads, strict=True)
        ),
        whole=counts.get(None, NONE),
        whole_opened=opened if asked.open_id == WHOLE_TEXT else None,
        statuses=Counter(statuses[identifier] for identifier in read.provisions if identifier in statuses),
    )


def _opened(
    session: Session, actor: Actor, asked: Asked, provisions: Container[str]
) -> tuple[CommentView, ...] | None:
    if asked.open_id == WHOLE_TEXT:
        return tuple(comments_on(session, actor, asked.revision_id, None))
    if asked.open_id is None or asked.open_id not in provisions:
        return None
    return tuple(comments_on(session, actor, asked.revision_id, asked.open_id))


def _marked(provision: SnapshotProvision, comments: tuple[CommentView, ...], codes: frozenset[str]) -> Markup:
    """The words of the provision that is opened, with those marked that its comments are about."""
    spans = tuple(view.span for view in comments if view.span is not None)
    return rendered_provision(provision, codes, spans)
