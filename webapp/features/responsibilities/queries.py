"""Reading the matrix of an issued revision, with what stands beside its provisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.errors import NotFound
from webapp.base.web.auth import InitiativeHead
from webapp.features.initiatives import queries as initiatives
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Instrument, Revision
from webapp.features.instruments.queries import RevisionCard
from webapp.features.instruments.rules.enums import Phase, ProvisionStatus
from webapp.features.responsibilities.rules import Bearer, Matrix, Theme, matrix
from webapp.features.review.queries.of_text import CommentCount, counts_by_provision


@dataclass(frozen=True)
class Choice:
    """The revision whose matrix is asked for, among those that could be. `card` is None before the zero draft."""

    instruments: tuple[Instrument, ...]
    instrument: Instrument | None
    cards: tuple[RevisionCard, ...]
    card: RevisionCard | None

    @property
    def is_current(self) -> bool:
        """Whether nothing was issued after it."""
        return self.card is not None and self.card == self.cards[-1]


@dataclass(frozen=True)
class Reading:
    """A matrix as somebody reads it: with the status of provisions (of the current revision alone, since a
    status is what is agreed now) and the comments on them that this reader may read."""

    revision: Revision
    matrix: Matrix
    statuses: Mapping[str, ProvisionStatus]
    counts: Mapping[str | None, CommentCount]


def choice(session: Session, initiative_id: str, instrument_id: str | None, ordinal: int | None) -> Choice:
    """The instrument that is named, else the first; its revision with this ordinal, else the current one.

    Raises NotFound where there is none such.
    """
    rows = tuple(instruments.instruments(session, initiative_id))
    row = next((row for row in rows if instrument_id in (None, row.id)), None)
    if row is None:
        if instrument_id is not None or ordinal is not None:
            raise NotFound()
        return Choice(rows, None, (), None)
    cards = tuple(instruments.revision_cards(session, row.id))
    if ordinal is None:
        return Choice(rows, row, cards, cards[-1] if cards else None)
    card = next((card for card in cards if card.ordinal == ordinal), None)
    if card is None:
        raise NotFound()
    return Choice(rows, row, cards, card)


def reading(
    session: Session, actor: Actor, initiative: InitiativeHead, card: RevisionCard, *, is_current: bool
) -> Reading:
    """Everything on the page, in a number of statements that does not grow with the text."""
    revision = instruments.revision(session, initiative.id, card.id)
    return Reading(
        revision=revision,
        matrix=matrix_of(session, initiative.id, revision),
        statuses=instruments.statuses(session, revision.instrument_id) if is_current else {},
        counts=counts_by_provision(session, actor, revision.id, last_hash=initiative.last_hash),
    )


def matrix_of(session: Session, initiative_id: str, revision: Revision) -> Matrix:
    """The matrix of an issued revision, measured against the mandate's lists as they stand now."""
    bearers = [
        Bearer(row.id, row.name, row.constituency) for row in initiatives.bearers(session, initiative_id)
    ]
    themes = [
        Theme(row.name, frozenset(Phase(phase) for phase in row.phases))
        for row in initiatives.themes(session, initiative_id)
    ]
    return matrix(instruments.snapshot_of(revision), bearers, themes)
