"""The blueprint, and what every page of it needs."""

from __future__ import annotations

from flask import Blueprint, url_for

from webapp.base.kernel.db import db
from webapp.base.web.auth import current_actor, current_initiative
from webapp.features.decisions import queries
from webapp.features.decisions.forms import wording
from webapp.features.decisions.models import Decision

blueprint = Blueprint("decisions", __name__)
blueprint.add_app_template_filter(wording.rule_title)
blueprint.add_app_template_filter(wording.rule_sentence)


@blueprint.context_processor
def words_of_pages() -> dict[str, object]:
    """The fixed words that templates of decisions look up."""
    return {
        "kinds": wording.KINDS,
        "states": wording.STATES,
        "results": wording.RESULTS,
        "option_words": wording.OPTIONS,
        "option_effects": wording.OPTION_EFFECTS,
        "reaction_words": wording.REACTIONS,
        "statement_words": wording.STATEMENTS,
        "gap_words": wording.GAPS,
        "step_words": wording.STEPS,
        "element_words": wording.ELEMENTS,
    }


def decision_of_page(decision_id: str) -> Decision:
    """The decision of this address, as the reader may know of it; raises NotFound."""
    return queries.readable_decision(db.session(), current_actor(), current_initiative().id, decision_id)


def own_page(slug: str, decision_id: str) -> str:
    """The address of a decision's page."""
    return url_for("decisions.decision", slug=slug, decision_id=decision_id)
