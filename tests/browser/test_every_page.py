from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Response

from tests.browser.conftest import Demo
from tests.browser.looking import look, violations
from tests.browser.places import HEAD, PLACES, Place

pytestmark = pytest.mark.browser

SignedIn = Callable[[str], BrowserContext]
LIMIT = 100_000
"""Bytes on the wire of a first visit to the text, with style, script and sign."""


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_is_accessible_fits_the_screen_and_asks_nobody_else(
    place: Place, demo: Demo, signed_in: SignedIn
) -> None:
    looked = look(signed_in(place.who), demo, place.path(demo.made))
    assert looked.faults == []
    assert looked.status == place.status


def test_what_looks_for_faults_finds_them(demo: Demo, signed_in: SignedIn) -> None:
    page = signed_in(HEAD).new_page()
    page.goto(f"{demo.url}/inbox")
    page.evaluate("document.querySelector('main').innerHTML += '<h6>x</h6><img src=\"/static/sign.svg\">'")
    found = violations(page, {"resultTypes": ["violations"]})
    page.close()
    assert any(line.startswith("image-alt") for line in found)
    assert any(line.startswith("heading-order") for line in found)


def test_a_first_visit_to_the_text_is_small(demo: Demo, signed_in: SignedIn) -> None:
    page = signed_in(HEAD).new_page()
    # What other tests have put into the cache of this browser counts as well.
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{demo.url}/i/mac/text/1", wait_until="networkidle")
    sizes = {answer.url: _on_the_wire(answer) for answer in answers}
    page.close()
    assert any("concord.css" in url for url in sizes)
    assert 0 < sum(sizes.values()) < LIMIT, sizes


def _on_the_wire(answer: Response) -> int:
    sizes = answer.request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]
