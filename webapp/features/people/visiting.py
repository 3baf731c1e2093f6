"""Writing down that somebody is here: after the page is made, at most once in some minutes, never at its expense."""

from __future__ import annotations

import structlog
from flask import Response, request
from sqlalchemy.exc import SQLAlchemyError

from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import known_person
from webapp.base.web.present import present
from webapp.features.people import rules, service


def mark(response: Response) -> Response:
    """Note the visit of whoever opened this page, where it is time to."""
    person = known_person() if _is_opened_page(response) else None
    if person is not None and rules.is_to_be_marked(person.seen_at, present()):
        try:
            with unit_of_work() as work:
                service.note_visit(work, str(person.actor.person_id))
        except SQLAlchemyError:
            # The page was read; whether it is remembered matters less.
            structlog.get_logger(__name__).warning("a visit could not be noted")
    return response


def _is_opened_page(response: Response) -> bool:
    return request.method == "GET" and response.status_code == 200 and response.mimetype == "text/html"
