"""Pages of the search: in one initiative, and in all of mine."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.web.auth import PERSON, current_actor, current_initiative, guarded
from webapp.base.web.extensions import limiter
from webapp.features.initiatives import queries as initiatives
from webapp.outlets.search.inside import answer
from webapp.outlets.search.page import Answer, question_of_page

blueprint = Blueprint("search", __name__)

AT_MOST = "60 per minute"
"""Enough for whoever reads, too few for whoever copies."""


@blueprint.get("/i/<slug>/search")
@guarded(Permission.INITIATIVE_READ)
@limiter.limit(AT_MOST)
def initiative(slug: str) -> ResponseReturnValue:
    """Everything in this initiative that the reader may read."""
    question = question_of_page()
    row = initiatives.initiative(db.session(), current_initiative().id)
    found = answer(db.session(), current_actor(), [row], question)
    return _page("search/initiative.html", found, slug=slug)


@blueprint.get("/search")
@guarded(PERSON)
@limiter.limit(AT_MOST)
def everywhere() -> ResponseReturnValue:
    """The same in all of the reader's initiatives."""
    question, actor = question_of_page(), current_actor()
    mine = [row for row in initiatives.initiatives(db.session()) if actor.takes_part_in(row.id)]
    return _page("search/everywhere.html", answer(db.session(), actor, mine, question), mine=mine)


def _page(template: str, found: Answer, **more: object) -> ResponseReturnValue:
    page = render_template(template, found=found, question=found.question, **more)
    return page, 422 if found.question.fault else 200
