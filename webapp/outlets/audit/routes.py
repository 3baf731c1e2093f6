"""The record: the journal's page and its export."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from webapp.base.access.actor import Capacity
from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.web.addresses import asked_number
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.base.web.page import JournalState, PageContext
from webapp.outlets.audit import queries
from webapp.outlets.audit.queries import JournalEntry
from webapp.outlets.audit.rules import write_export
from webapp.outlets.audit.sentences import CLOSED, ERASED, sentence_of

blueprint = Blueprint("audit", __name__)


@dataclass(frozen=True)
class Line:
    """An entry as the page shows it. `by` and `body` are None where it may not be opened."""

    leaf: JournalLeaf
    sentence: str
    by: Capacity | None
    body: str | None


def count_entries(page: PageContext) -> PageContext:
    """How far the journal goes, for the foot of every page of an initiative."""
    if page.initiative is None or page.person_name is None:
        return page
    return replace(page, journal=JournalState(entries=page.initiative.entries, verified=False))


@blueprint.get("/i/<slug>/journal")
@guarded(Permission.JOURNAL_READ)
def journal(slug: str) -> ResponseReturnValue:
    """The journal of an initiative, newest first; each entry opened as far as the reader may."""
    before = asked_number("before", None)
    chain, session = current_initiative().id, db.session()
    entries = queries.page_of_entries(session, current_actor(), chain, before)
    return render_template(
        "audit/journal.html",
        lines=[_line(entry) for entry in entries],
        head=queries.head(session, chain),
        older=entries[-1].leaf.sequence if entries and entries[-1].leaf.sequence > 1 else None,
        slug=slug,
    )


@blueprint.get("/i/<slug>/journal.json")
@guarded(Permission.JOURNAL_READ)
def export(slug: str) -> ResponseReturnValue:
    """The whole chain, with the bodies that this reader may open, for `journal verify --export`."""
    chain = current_initiative().id
    text = write_export(chain, queries.entries_for(db.session(), current_actor(), chain))
    answer = Response(text, mimetype="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slug}-journal.json"'
    return answer


def _line(entry: JournalEntry) -> Line:
    if entry.action is None or entry.body is None:
        return Line(entry.leaf, str(CLOSED if entry.action is None else ERASED), None, None)
    told = json.loads(entry.body)
    by = Capacity(
        person_id=told["actor"]["id"],
        person_name=told["actor"]["name"],
        role=told["capacity"],
        delegation_id=told["delegation"]["id"],
        delegation_name=told["delegation"]["name"],
    )
    indented = json.dumps(told["content"], ensure_ascii=False, indent=2, sort_keys=True)
    return Line(entry.leaf, sentence_of(entry.action, told["content"]), by, indented)
