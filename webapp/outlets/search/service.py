"""Keeping the index equal to what it tells of. Nothing is decided here, and doing it twice changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from webapp.base.kernel.db import db
from webapp.base.kernel.happened import Happened
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.rules.lexemes import document, key_of
from webapp.outlets.search.sources import PUBLICATION, Scope, Wanted, collect, every_scope, touched_by

EDITION = 1
"""Raise it when the rules of words or lexemes change: the next repair makes every entry again."""


@dataclass(frozen=True)
class _Standing:
    """An entry as it stands."""

    id: int
    made_from: str


def follow(work: Work, happened: Happened) -> None:
    """Make anew what an event touched."""
    for scope in touched_by(work.session, happened):
        renew(work, scope)


def repair() -> int:
    """Make anew whatever differs from what it tells of; gives how many parts did."""
    return _renew_all(every_word=False)


def rebuild() -> int:
    """Make every entry anew, word by word; gives how many parts there are."""
    return _renew_all(every_word=True)


def renew(work: Work, scope: Scope, *, every_word: bool = False) -> bool:
    """Make one part of the index equal to what it tells of; gives whether it was not."""
    session = work.session
    _wait_for_others(session, scope)
    standing = _standing(session, scope)
    wanted = {(entry.kind.value, entry.object_id): entry for entry in collect(session, scope)}
    gone = [standing[name].id for name in standing.keys() - wanted.keys()]
    if gone:
        session.execute(delete(SearchEntry).where(SearchEntry.id.in_(gone)))
    written = 0
    for name, entry in wanted.items():
        row, made_from = standing.get(name), fingerprint(entry)
        if row is None or every_word or row.made_from != made_from:
            held = SearchEntry() if row is None else session.get_one(SearchEntry, row.id)
            session.add(_written(held, scope, entry, made_from))
            written += 1
    return bool(gone or written)


def fingerprint(entry: Wanted) -> str:
    """What an entry is made from, and by which edition of the rules, in few characters."""
    told = json.dumps([EDITION, *vars(entry).values()], default=str, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _renew_all(*, every_word: bool) -> int:
    """Each part in a transaction of its own, so that nobody waits long."""
    session = db.session()
    scopes = every_scope(session)
    db.session.remove()
    changed = 0
    for scope in scopes:
        with unit_of_work() as work:
            changed += renew(work, scope, every_word=every_word)
    return changed


def _wait_for_others(session: Session, scope: Scope) -> None:
    """Two who make the same part anew go one after the other: the later one has read what the earlier one had not."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"{scope.source} {scope.id}"))))


def _standing(session: Session, scope: Scope) -> Mapping[tuple[str, str], _Standing]:
    statement = select(SearchEntry.id, SearchEntry.kind, SearchEntry.object_id, SearchEntry.made_from).where(
        SearchEntry.source == scope.source, SearchEntry.scope_id == scope.id
    )
    return {
        (kind, object_id): _Standing(identifier, made_from)
        for identifier, kind, object_id, made_from in session.execute(statement)
    }


def _written(row: SearchEntry, scope: Scope, entry: Wanted, made_from: str) -> SearchEntry:
    row.source, row.scope_id, row.made_from = scope.source, scope.id, made_from
    row.kind, row.object_id = entry.kind.value, entry.object_id
    row.initiative_id, row.audience_id = entry.initiative_id, entry.audience_id
    row.language, row.title, row.body = entry.language, entry.title, entry.body
    row.facts, row.at = dict(entry.facts), entry.at
    key = key_of(scope.id if scope.source == PUBLICATION else entry.audience_id)
    row.words = document(key, (entry.title, entry.body, *entry.more))
    return row
