"""Speaking another language, from the footer of every page."""

from __future__ import annotations

from flask import make_response, redirect, request
from flask.typing import ResponseReturnValue

from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import PUBLIC, current_actor, guarded
from webapp.base.web.language import languages, remember_language
from webapp.features.people import service
from webapp.features.people.routes.blueprint import blueprint
from webapp.features.people.routes.entering import after


@blueprint.post("/language")
@guarded(PUBLIC)
def choose_language() -> ResponseReturnValue:
    """Speak another language: kept with the person, and on this device. Leads back to where one was."""
    chosen, person_id = request.form.get("language", ""), current_actor().person_id
    response = make_response(redirect(after(), code=303))
    if chosen in languages():
        if person_id is not None:
            with unit_of_work() as work:
                service.speak(work, person_id, chosen)
        remember_language(response, chosen)
    return response
