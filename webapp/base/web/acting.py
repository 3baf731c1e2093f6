"""A request that changes something: the unit of work with the form's idempotency key spent in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import request, session

from webapp.base.kernel import idempotency
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.base.web.auth import current_actor

FIELD = "idempotency_key"
ARRIVED = "arrived"
AT_MOST = 5


@contextmanager
def acting(leads_to: str) -> Iterator[Work]:
    """A unit of work for the posted form. `leads_to` is where a repeated press of the button is sent."""
    with unit_of_work() as work:
        idempotency.spend(work.session, _key(), current_actor().person_id, leads_to)
        yield work
    note_arrival()


def note_arrival() -> None:
    """Remember for the next page that this form has arrived, so that the device may forget the words it kept."""
    if _key():
        session[ARRIVED] = [*session.get(ARRIVED, ()), _key()][-AT_MOST:]


def arrived_keys() -> str:
    """The keys of the forms that have arrived since the last page."""
    return " ".join(session.pop(ARRIVED, ())) if ARRIVED in session else ""


def now_leads_to(work: Work, location: str) -> None:
    """Say where the act led, where that is known only afterwards."""
    idempotency.lead_to(work.session, _key(), current_actor().person_id, location)


def _key() -> str:
    """The form's key; what no page of ours put there counts as none."""
    key = request.form.get(FIELD, "")[:60]
    return key if key.isascii() and key.isprintable() else ""
