"""What a head of delegation must be able to do with a keyboard and no script at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SETTINGS, Demo
from tests.browser.keyboard import choose, follow, push, reach, write
from tests.browser.places import ACTS
from webapp.demo.accounts import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def page(demo: Demo, browser: Browser) -> Iterator[Page]:
    """The first page of somebody who is not signed in, in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, **SETTINGS)
    page = context.new_page()
    page.goto(demo.url)
    yield page
    context.close()


def test_a_head_comments_hands_in_and_takes_a_position_by_keyboard_without_script(page: Page) -> None:
    _sign_in(page)
    _comment_on_words(page)
    _hand_in(page)
    _take_a_position(page)


def _sign_in(page: Page) -> None:
    follow(page, "Sign in")
    write(page, "E-mail address", ACTS)
    reach(page, page.get_by_label("Password"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("for you")


def _comment_on_words(page: Page) -> None:
    follow(page, "Open your draft")
    follow(page, "Comment in the text")
    follow(page, "Comment (3.4)")
    write(page, "The words concerned", "that purpose alone")
    write(page, "Comment", "Say whose purpose.")
    push(page, "Add to your draft")
    expect(page.get_by_text("Say whose purpose.")).to_be_visible()


def _hand_in(page: Page) -> None:
    follow(page, "Our contribution")
    push(page, "Look over and hand in")
    push(page, "Hand in for United States")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Received")
    expect(page.locator("mark", has_text="that purpose alone")).to_be_visible()


def _take_a_position(page: Page) -> None:
    follow(page, "Decisions")
    follow(page, "Shall principle 4, a way out and a way home, be agreed?")
    choose(page, "no objection")
    push(page, "Look at it once more")
    push(page, "Take the position")
    expect(page.get_by_role("listitem").filter(has_text="United States").first).to_contain_text(
        "no objection"
    )
