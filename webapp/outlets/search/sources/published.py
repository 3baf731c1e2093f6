"""What was published, once more, for those who take no part: apart from what is found inside."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access import spaces
from webapp.base.kernel.visibility import audience_of
from webapp.features.decisions.models import Decision
from webapp.features.instruments.models import Revision
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.sources import decisions, texts
from webapp.outlets.search.sources.wanted import Source, Wanted


def publication_ids(session: Session) -> Sequence[str]:
    """Every publication, visible already or later."""
    return session.scalars(select(Publication.id)).all()


def collect(session: Session, publication_id: str) -> list[Wanted]:
    """What a publication shows, as it was when it was published. From when it is found, the clock says."""
    row = session.get_one(Publication, publication_id)
    audience_id = audience_of(session, [spaces.PUBLIC])
    if row.kind == ItemKind.REVISION:
        revision = session.get_one(Revision, row.item_id)
        return list(texts.entries(session, row.initiative_id, revision, Kind.TEXT, audience_id))
    if row.kind == ItemKind.OUTCOME:
        decision = session.get_one(Decision, row.item_id)
        found = decisions.entries(session, decision, audience_id)
        return [entry for entry in found if entry.at <= row.acted_at]
    return _mandate(row, audience_id)


def _mandate(row: Publication, audience_id: str) -> list[Wanted]:
    held = row.content or {}
    parts = (held.get("mandate"), held.get("outside_scope"), held.get("timetable"))
    return [
        Wanted(
            kind=Kind.MANDATE,
            object_id=row.id,
            initiative_id=row.initiative_id,
            audience_id=audience_id,
            at=row.acted_at,
            title=held.get("title", ""),
            body="\n\n".join(part for part in parts if part),
            more=tuple(theme["name"] for theme in held.get("themes", ())),
        )
    ]


SOURCE = Source(publication_ids, collect)
