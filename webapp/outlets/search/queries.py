"""Finding: what a reader may not read is left out before anything is counted, ordered, cut or shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, and_, case, cast, column, exists, func, select, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from webapp.base.access.actor import NOBODY, Actor
from webapp.base.kernel.visibility import Audience, readable_by
from webapp.outlets.search.models import FULL_TEXT, SearchEntry
from webapp.outlets.search.rules.asking import Asked
from webapp.outlets.search.rules.kinds import HANDED_IN, Kind
from webapp.outlets.search.rules.lexemes import for_postgresql, for_sqlite, key_of
from webapp.outlets.search.sources import PUBLICATION


@dataclass(frozen=True)
class Found:
    """How many of each kind a reader may read, and a page of them."""

    counts: Mapping[Kind, int] = field(default_factory=dict)
    entries: tuple[SearchEntry, ...] = ()

    @property
    def total(self) -> int:
        """How many in all."""
        return sum(self.counts.values())


def inside(
    session: Session,
    actor: Actor,
    initiative_ids: Sequence[str],
    asked: Asked,
    *,
    kind: Kind | None,
    limit: int,
    offset: int,
) -> Found:
    """What is asked for among everything that this reader may read in these initiatives."""
    there = and_(SearchEntry.initiative_id.in_(initiative_ids), SearchEntry.source != PUBLICATION)
    shared = select(Audience.id).where(
        readable_by(actor, Audience.id), exists().where(SearchEntry.audience_id == Audience.id, there)
    )
    keys = sorted(key_of(audience_id) for audience_id in session.scalars(shared))
    readable = and_(there, readable_by(actor, SearchEntry.audience_id))
    return _found(session, readable, asked, keys, kind, limit, offset)


def published(
    session: Session,
    publication_ids: Sequence[str],
    asked: Asked,
    *,
    kind: Kind | None,
    limit: int,
    offset: int,
) -> Found:
    """What is asked for among what these publications show."""
    readable = _of(publication_ids)
    keys = sorted(key_of(publication_id) for publication_id in publication_ids)
    return _found(session, readable, asked, keys, kind, limit, offset)


def state_of_published(session: Session, publication_ids: Sequence[str]) -> str:
    """Changes whenever other entries can be found among what these publications show."""
    statement = select(func.count(), func.max(SearchEntry.id)).where(_of(publication_ids))
    return " ".join(map(str, session.execute(statement).one()))


def _of(publication_ids: Sequence[str]) -> ColumnElement[bool]:
    return and_(
        SearchEntry.source == PUBLICATION,
        SearchEntry.scope_id.in_(publication_ids),
        readable_by(NOBODY, SearchEntry.audience_id),
    )


def _found(
    session: Session,
    readable: ColumnElement[bool],
    asked: Asked,
    keys: Sequence[str],
    kind: Kind | None,
    limit: int,
    offset: int,
) -> Found:
    """Ordered by kind and age alone: how often a word stands in what others read must not show in the order."""
    if not asked or not keys:
        return Found()
    clause = and_(readable, _holds(session, asked, keys))
    counted = session.execute(select(SearchEntry.kind, func.count()).where(clause).group_by(SearchEntry.kind))
    counts = {Kind(name): count for name, count in counted}
    if not counts:
        return Found()
    statement = select(SearchEntry).where(clause)
    if kind is not None:
        statement = statement.where(SearchEntry.kind == kind)
    place = case({one.value: place for place, one in enumerate(Kind)}, value=SearchEntry.kind)
    ordered = statement.order_by(place, SearchEntry.at.desc(), _apart(), SearchEntry.id)
    return Found(counts, tuple(session.scalars(ordered.limit(limit).offset(offset))))


def _apart() -> ColumnElement[str]:
    """What was handed in stands by chance, in the order of its random identifiers.

    In the order in which the index was made, what came together would stand together, and tell who is not named.
    """
    return case((SearchEntry.kind.in_(HANDED_IN), SearchEntry.object_id), else_="")


def _holds(session: Session, asked: Asked, keys: Sequence[str]) -> ColumnElement[bool]:
    """The clause of the database's own full text."""
    if session.get_bind().dialect.name == "postgresql":
        return column(FULL_TEXT).op("@@", is_comparison=True)(cast(for_postgresql(asked, keys), TSQUERY))
    matching = text(f"SELECT rowid FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH :asked")  # noqa: S608
    return SearchEntry.id.in_(matching.bindparams(asked=for_sqlite(asked, keys)))
