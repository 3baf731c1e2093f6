"""The words of an issued revision as every reader sees them: parsed, compared and rendered once, and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import current_app
from markupsafe import Markup
from sqlalchemy.orm import Session

from webapp.base.kernel.kept import Kept
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.rules.anchors import Span, mark
from webapp.features.instruments.rules.notation import Tree
from webapp.features.instruments.rules.redlined import (
    RedlinedElement,
    RedlinedProvision,
    as_it_stands,
    redlined,
)
from webapp.features.instruments.rules.revision_diff import Act, ProvisionChange
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.instruments.rules.text_changes import StrengthFlag, TextChanges

EDITIONS = 30


@dataclass(frozen=True)
class Edition:
    """Everything on which the rendered words depend. Who reads is not among it: who may read a text reads all of it."""

    revision_id: str
    before_id: str | None
    """The revision against which it is shown. Issued revisions never change."""
    codes: frozenset[str]
    """Codes of delegations, which may stand behind a bracket; there may be more of them later."""
    language: str
    """The language of the page, in which brackets and responsibilities are explained."""


@dataclass(frozen=True)
class Passage:
    """A provision in its place, with what changed of it against an earlier text."""

    provision: SnapshotProvision
    tree: Tree
    change: ProvisionChange | None
    flags: tuple[StrengthFlag, ...]

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
class RenderedPassage:
    """A passage and its HTML: the number and the words."""

    passage: Passage
    anchor: str
    html: Markup


@dataclass(frozen=True)
class RenderedSection:
    """An element with the HTML of its head, and its passages."""

    element: SnapshotElement
    head: Markup
    passages: tuple[RenderedPassage, ...]


@dataclass(frozen=True)
class RenderedText:
    """A whole text, with what changed of it if it is shown against another."""

    text: Snapshot
    changes: TextChanges | None
    sections: tuple[RenderedSection, ...]


_kept: Kept[Edition, RenderedText] = Kept(EDITIONS)


def rendered_text(session: Session, initiative_id: str, edition: Edition) -> RenderedText:
    """The words of a revision of this initiative, whose reader is authorised before; nothing in them is confidential."""
    return _kept.get(edition, lambda: _rendered(session, initiative_id, edition))


def rendered_with(passage: Passage, spans: tuple[Span, ...], codes: frozenset[str]) -> Markup:
    """The passage with the words marked that somebody speaks about."""
    return _html(replace(passage, tree=mark(passage.provision.text, spans, codes)))


def _rendered(session: Session, initiative_id: str, edition: Edition) -> RenderedText:
    def snapshot(revision_id: str) -> Snapshot:
        return instruments.snapshot_of(instruments.revision(session, initiative_id, revision_id))

    text = snapshot(edition.revision_id)
    changes = TextChanges(snapshot(edition.before_id), text) if edition.before_id else None
    elements = redlined(changes) if changes else as_it_stands(text)
    return RenderedText(
        text=text,
        changes=changes,
        sections=tuple(_section(place, one, edition.codes) for place, one in enumerate(elements, start=1)),
    )


def _section(place: int, one: RedlinedElement, codes: frozenset[str]) -> RenderedSection:
    return RenderedSection(
        element=one.element,
        head=_macros().element_head(one.element, f"e{place}", len(one.provisions), one.change),
        passages=tuple(_passage(provision, codes) for provision in one.provisions),
    )


def _passage(one: RedlinedProvision, codes: frozenset[str]) -> RenderedPassage:
    passage = Passage(one.provision, mark(one.provision.text, (), codes), one.change, one.flags)
    return RenderedPassage(passage, passage.anchor, _html(passage))


def _html(passage: Passage) -> Markup:
    html: Markup = _macros().line_of(passage)
    return html


def _macros() -> Any:
    """The macros of the template, which ask for the language by themselves."""
    return current_app.jinja_env.get_template("reading/_lines.html").module
