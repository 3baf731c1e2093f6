"""An initiative with something of every kind to be found, and the few words that tests need to ask for it."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Sequence

from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp import reactions
from webapp.base.kernel import clock
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.outlets.search import queries
from webapp.outlets.search.rules.asking import read
from webapp.outlets.search.rules.kinds import Kind

HEADING = re.compile(r"<h3><a[^>]*>(.*?)</a></h3>", re.DOTALL)
HIDDEN = re.compile(r'<span class="vh">.*?</span>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def react() -> None:
    """What the worker does with everything that happened."""
    with unit_of_work() as work:
        waiting = reactions.due(work.session, clock.now(work.session), limit=10_000)
    for outbox_id in waiting:
        reactions.react(outbox_id)
    with unit_of_work() as work:
        assert reactions.due(work.session, clock.now(work.session) + dt.timedelta(days=1)) == []


def found(
    session: Session, cast: Cast, who: str, typed: str, kind: Kind | None = None
) -> list[tuple[str, str]]:
    """Kind and text of what somebody finds, in its order."""
    session.rollback()
    asked = read(typed)
    hits = queries.inside(
        session, cast.actor(who, session), [cast.initiative_id], asked, kind=kind, limit=1000, offset=0
    )
    assert kind is not None or hits.total == len(hits.entries)
    return [(entry.kind, entry.title or entry.body) for entry in hits.entries]


def headings(page: str) -> Sequence[str]:
    """The headings of the hits on a page, as they are seen."""
    return [html.unescape(TAG.sub("", HIDDEN.sub("", one))) for one in HEADING.findall(page)]
