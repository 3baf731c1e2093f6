"""The blueprint, and what every page of it needs."""

from __future__ import annotations

from flask import Blueprint
from flask.sansio.blueprints import BlueprintSetupState

from webapp.base.kernel.db import db
from webapp.base.web.auth import current_initiative
from webapp.features.review import queries
from webapp.features.review.forms import wording
from webapp.features.review.models import Round

blueprint = Blueprint("review", __name__)


@blueprint.record_once
def _offer_words(state: BlueprintSetupState) -> None:
    """The words of rounds, for every page and macro: the text page shows comments, too."""
    state.app.jinja_env.globals.update(
        comment_kinds=wording.KINDS,
        dispositions=wording.DISPOSITIONS,
        round_states=wording.STATES,
        comment_languages=wording.LANGUAGES,
    )


def round_of_page(round_id: str) -> Round:
    """The round of this address; raises NotFound where it is not this initiative's."""
    return queries.round_(db.session(), current_initiative().id, round_id)
