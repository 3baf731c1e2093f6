"""What everybody in an initiative knows about its texts, kept until its journal goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.kernel.kept import Kept
from webapp.base.web.auth import InitiativeHead
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.queries import Issued
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.participants import queries as participants
from webapp.features.review import queries as review
from webapp.features.review.queries import RoundAhead

INITIATIVES = 50


@dataclass(frozen=True)
class Facts:
    """Texts with their revisions, what is agreed, whose codes stand behind brackets, which rounds are to come."""

    texts: tuple[Issued, ...]
    statuses: Mapping[str, ProvisionStatus]
    codes: frozenset[str]
    rounds: tuple[RoundAhead, ...]

    def rounds_on(self, revision_id: str) -> tuple[RoundAhead, ...]:
        """The rounds on a revision that are planned or open, newest first."""
        return tuple(one for one in self.rounds if one.revision_id == revision_id)


_kept: Kept[tuple[str, str], Facts] = Kept(INITIATIVES)


def facts_of(session: Session, initiative: InitiativeHead) -> Facts:
    """The facts as they are after the last entry of the journal; all who may read a text may know all of them.

    A change of any of them is written to the journal in its own transaction, so that no older answer is given.
    """
    if not initiative.entries:
        return _facts(session, initiative.id)
    return _kept.get((initiative.id, initiative.last_hash), lambda: _facts(session, initiative.id))


def _facts(session: Session, initiative_id: str) -> Facts:
    return Facts(
        texts=tuple(instruments.issued(session, initiative_id)),
        statuses=instruments.statuses_in(session, initiative_id),
        codes=participants.codes(session, initiative_id),
        rounds=tuple(review.rounds_ahead(session, initiative_id)),
    )
