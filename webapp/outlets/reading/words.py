"""The words of an issued revision as every reader sees them: parsed and rendered once, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import current_app
from markupsafe import Markup
from sqlalchemy.orm import Session

from webapp.base.kernel.kept import Kept
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.rules.anchors import Span, mark
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotProvision

REVISIONS = 24


@dataclass(frozen=True)
class Edition:
    """Everything on which the rendered words depend. Who reads is not among it: who may read a text reads all of it."""

    revision_id: str
    """An issued revision never changes."""
    codes: frozenset[str]
    """Codes of delegations, which may stand behind a bracket; there may be more of them later."""
    language: str
    """The language of the page, in which brackets and responsibilities are explained."""


@dataclass(frozen=True)
class RenderedText:
    """A text with the heads of its elements, in their order, and its provisions, by their identifiers."""

    text: Snapshot
    heads: tuple[Markup, ...]
    provisions: Mapping[str, Markup]


_kept: Kept[Edition, RenderedText] = Kept(REVISIONS)


def rendered_text(session: Session, initiative_id: str, edition: Edition) -> RenderedText:
    """The words of a revision of this initiative. The reader is authorised before; nothing here is confidential."""
    return _kept.get(edition, lambda: _rendered(session, initiative_id, edition))


def rendered_provision(
    provision: SnapshotProvision, codes: frozenset[str], spans: tuple[Span, ...] = ()
) -> Markup:
    """A provision with its number; `spans` are the words that somebody speaks about."""
    words: Markup = _macros().words_of(provision, mark(provision.text, spans, codes))
    return words


def _rendered(session: Session, initiative_id: str, edition: Edition) -> RenderedText:
    text = instruments.snapshot_of(instruments.revision(session, initiative_id, edition.revision_id))
    head = _macros().element_head
    return RenderedText(
        text=text,
        heads=tuple(
            head(element, f"e{place}", len(element.provisions))
            for place, element in enumerate(text.elements, start=1)
        ),
        provisions={one.id: rendered_provision(one, edition.codes) for one in text.provisions},
    )


def _macros() -> Any:
    """The macros of the template, which ask for the language by themselves."""
    return current_app.jinja_env.get_template("reading/_lines.html").module
