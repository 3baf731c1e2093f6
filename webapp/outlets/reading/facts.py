"""What everybody in an initiative knows about its texts, kept until its journal goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.kernel.kept import Kept
from webapp.base.web.auth import InitiativeHead
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.queries import RevisionCard
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.participants import queries as participants

INITIATIVES = 50


@dataclass(frozen=True)
class TextOf:
    """An instrument with its issued revisions, oldest first, in short."""

    id: str
    title: str
    cards: tuple[RevisionCard, ...]


@dataclass(frozen=True)
class Facts:
    """The texts with their revisions, what is agreed about each provision, and whose codes stand behind brackets."""

    texts: tuple[TextOf, ...]
    statuses: Mapping[str, ProvisionStatus]
    codes: frozenset[str]


_kept: Kept[tuple[str, str], Facts] = Kept(INITIATIVES)


def facts_of(session: Session, initiative: InitiativeHead) -> Facts:
    """The facts as they are after the last entry of the journal; all who may read a text may know all of them.

    A change of any of them is written to the journal in its own transaction, so that no older answer is given.
    """
    return _kept.get((initiative.id, initiative.last_hash), lambda: _facts(session, initiative.id))


def _facts(session: Session, initiative_id: str) -> Facts:
    texts = instruments.with_revision_cards(session, initiative_id)
    return Facts(
        texts=tuple(TextOf(row.id, row.title, tuple(cards)) for row, cards in texts),
        statuses={
            identifier: status
            for row, _cards in texts
            for identifier, status in instruments.statuses(session, row.id).items()
        },
        codes=participants.codes(session, initiative_id),
    )
