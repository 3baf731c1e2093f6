"""The blueprint of drafting and what its pages share."""

from __future__ import annotations

from flask import Blueprint

from webapp.base.kernel.db import db
from webapp.base.web.auth import current_initiative
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import words
from webapp.features.instruments.models import Instrument
from webapp.features.instruments.rules.amount import amount

blueprint = Blueprint("drafting", __name__)
blueprint.add_app_template_filter(words.element_kind_words)
blueprint.add_app_template_filter(words.strength_word)
blueprint.add_app_template_filter(words.field_words)
blueprint.add_app_template_filter(words.language_words)
blueprint.add_app_template_filter(words.revision_words)
blueprint.add_app_template_filter(words.revision_label)
blueprint.add_app_template_filter(amount, "amount")


def instrument_of_page(instrument_id: str) -> Instrument:
    """The instrument of this page's initiative; raises NotFound."""
    return instruments.instrument(db.session(), current_initiative().id, instrument_id)
