"""The blueprint of the feature, and what it adds to every request and template."""

from __future__ import annotations

from flask import Blueprint, g

from webapp.base.web.auth import known_person
from webapp.base.web.present import present
from webapp.features.people import last_used, visiting
from webapp.features.people.words import codes_left, device_words, factor_words, log_words

blueprint = Blueprint("people", __name__)
blueprint.after_app_request(visiting.mark)
blueprint.add_app_template_global(device_words)
blueprint.add_app_template_global(factor_words)
blueprint.add_app_template_global(codes_left)
blueprint.add_app_template_filter(log_words)


@blueprint.teardown_app_request
def note_use(error: BaseException | None) -> None:
    """Note that the session was used, where the page knew who reads and when; asks the database nothing."""
    person = known_person() if error is None else None
    if person is not None and "clock_reading" in g:
        last_used.USES.note(person.id, person.last_used_at, present())
        last_used.write_due(present())
