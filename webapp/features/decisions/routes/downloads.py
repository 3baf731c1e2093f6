"""What anybody can check for themselves: the record and the outcome of a closed decision, as their bytes."""

from __future__ import annotations

from flask import Response
from flask.typing import ResponseReturnValue

from webapp.base.access.permissions import Permission
from webapp.base.kernel.errors import NotFound
from webapp.base.web.auth import guarded
from webapp.features.decisions.models import Decision
from webapp.features.decisions.routes.blueprint import blueprint, decision_of_page


@blueprint.get("/i/<slug>/decisions/<decision_id>/record.json")
@guarded(Permission.INITIATIVE_READ)
def record(slug: str, decision_id: str) -> ResponseReturnValue:
    """The record: the input of the evaluator."""
    row = decision_of_page(decision_id)
    return _document(row, row.record, "record")


@blueprint.get("/i/<slug>/decisions/<decision_id>/outcome.json")
@guarded(Permission.INITIATIVE_READ)
def outcome(slug: str, decision_id: str) -> ResponseReturnValue:
    """The outcome: what evaluating the record gives, byte for byte."""
    row = decision_of_page(decision_id)
    return _document(row, row.outcome, "outcome")


def _document(row: Decision, text: str | None, what: str) -> Response:
    if text is None:
        raise NotFound()
    name = f"decision-{row.number}-{what}.json"
    return Response(
        text.encode(),
        mimetype="application/json",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )
