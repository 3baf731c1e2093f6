"""No page is forgotten: who adds one writes down who looks at it."""

from __future__ import annotations

import re

from flask import Flask

from tests.browser.looks.staged import STAGED
from tests.browser.places import PLACES

NO_PAGE = {
    "static": "style, scripts and the sign",
    "health.live": "an answer for a supervisor",
    "health.ready": "an answer for a load balancer",
    "notifications.open": "leads on to what the notice is about",
    "people.second_factor": "comes after a password; tests/browser/test_signing_in.py looks at it",
    "people.recovery_codes": "comes with a second factor; tests/browser/test_signing_in.py looks at it",
    "people.remove_passkey": "comes with a passkey; tests/browser/test_signing_in.py looks at it",
    "reading.comment": "leads on to the comment under its provision",
    "drafting.index": "leads on to the rolling text where there is one",
    "audit.export": "a file",
    "decisions.record": "a file",
    "decisions.outcome": "a file",
    "exchange.comments": "a file",
    "exchange.example": "a file",
    "exchange.participants": "a file",
    "reading.snapshot": "a file",
    "review.block": "a file",
    "public.record": "a file",
    "public.outcome": "a file",
    "public.snapshot": "a file",
}
"""Addresses that can be opened and show no page of their own, each with the reason."""


def endpoint_of(app: Flask, address: str) -> str:
    path = re.sub(r"\{\w+\}", "x", address).partition("?")[0]
    return str(app.url_map.bind("localhost").match(path, method="GET")[0])


def looked_at(app: Flask) -> set[str]:
    places = (*PLACES, *STAGED)
    return {endpoint_of(app, place.address) for place in places if place.status != 404}


def opened(app: Flask) -> set[str]:
    return {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}


def test_every_page_is_looked_at_or_stands_in_a_list_with_a_reason(whole_app: Flask) -> None:
    assert opened(whole_app) - looked_at(whole_app) - set(NO_PAGE) == set()


def test_the_list_of_addresses_without_a_page_names_no_page_that_is_looked_at(whole_app: Flask) -> None:
    assert set(NO_PAGE) & looked_at(whole_app) == set()
    assert set(NO_PAGE) <= opened(whole_app)


def test_places_have_names_of_their_own() -> None:
    names = [place.name for place in (*PLACES, *STAGED)]
    assert sorted(set(names)) == sorted(names)
