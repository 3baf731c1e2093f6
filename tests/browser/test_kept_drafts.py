"""Words that were typed survive a lost connection and a closed page, and are forgotten once they have arrived."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Demo

pytestmark = pytest.mark.browser

HEAD = "davit.lund@workers-union.example"
WORDS = "Say who pays for the bus, and by when."

SignedIn = Callable[[str], BrowserContext]


def open_form(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/i/mac/rounds/{demo.made['open_round']}/contribution/add")


def test_typed_words_come_back_after_the_page_was_closed(demo: Demo, signed_in: SignedIn) -> None:
    context = signed_in(HEAD)
    page = context.new_page()
    open_form(demo, page)
    page.get_by_label("Comment", exact=True).fill(WORDS)
    expect(page.get_by_text("Kept on this device at")).to_be_visible()
    page.close()
    page = context.new_page()
    open_form(demo, page)
    expect(page.get_by_label("Comment", exact=True)).to_have_value(WORDS)
    page.get_by_role("button", name="Forget them").click()
    expect(page.get_by_label("Comment", exact=True)).to_have_value("")
    page.close()


def test_words_sent_into_a_lost_connection_come_back_and_arrived_ones_do_not(
    demo: Demo, signed_in: SignedIn
) -> None:
    context = signed_in(HEAD)
    page = context.new_page()
    open_form(demo, page)
    page.get_by_label("Comment", exact=True).fill(WORDS)
    context.set_offline(True)
    page.get_by_role("button", name="Add to your draft").click()
    context.set_offline(False)
    open_form(demo, page)
    expect(page.get_by_label("Comment", exact=True)).to_have_value(WORDS)
    page.get_by_role("button", name="Add to your draft").click()
    page.locator(".flash-ok").wait_for()
    open_form(demo, page)
    expect(page.get_by_label("Comment", exact=True)).to_have_value("")
    page.close()
