"""Downloads in the formats of offices."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.review import queries as review
from webapp.outlets.exchange import comment_table
from webapp.outlets.exchange.csv_tables import write_table
from webapp.outlets.exchange.routes.blueprint import as_file, blueprint


@blueprint.get("/i/<slug>/rounds/<round_id>/comments.csv")
@guarded(Permission.INITIATIVE_READ)
def comments(slug: str, round_id: str) -> ResponseReturnValue:
    """The comments of a closed round with their dispositions; before closing there is no table to anybody."""
    session = db.session()
    round_ = review.round_(session, current_initiative().id, round_id)
    if round_.closed_at is None:
        raise NotFound()
    found = review.comments_of_round(session, current_actor(), round_.id)
    table = write_table(comment_table.head(), comment_table.rows(found))
    return as_file(table, f"{slug}-round-{round_.number}-comments.csv")
