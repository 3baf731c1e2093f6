"""The blueprint of the feature, and what it offers to templates of others."""

from __future__ import annotations

from flask import Blueprint

from webapp.base.kernel.db import db
from webapp.features.participants import queries
from webapp.features.participants.queries import TakingPart

blueprint = Blueprint("participants", __name__)


@blueprint.app_template_global()
def taking_part(initiative_id: str) -> TakingPart:
    """Offices and figures, for the initiative's own page and the administrators' list."""
    return queries.taking_part(db.session(), initiative_id)
