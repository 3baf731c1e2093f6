"""Words that were typed survive a lost connection and a closed page, and are forgotten once they have arrived."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SETTINGS, Demo, enter

pytestmark = pytest.mark.browser

HEAD = "davit.lund@workers-union.example"
WORDS = "Say who pays for the bus, and by when."
OTHER = "Say it in other words."
LEFT = "Object.keys(localStorage).filter(name => name.startsWith('concord-draft:')).length"


@pytest.fixture
def context(demo: Demo, browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own, in which somebody has signed in."""
    context = enter(demo, browser.new_context(**SETTINGS), HEAD)
    yield context
    context.close()


def opened(demo: Demo, context: BrowserContext, page: Page | None = None) -> Page:
    page = page or context.new_page()
    page.goto(f"{demo.url}/i/mac/rounds/{demo.made['open_round']}/contribution/add")
    return page


def type_words(page: Page, words: str) -> None:
    page.get_by_label("Comment", exact=True).fill(words)
    expect(page.get_by_text("Kept on this device at")).to_be_visible()


def holds(page: Page, words: str) -> None:
    expect(page.get_by_label("Comment", exact=True)).to_have_value(words)


def test_typed_words_come_back_after_the_page_was_closed(demo: Demo, context: BrowserContext) -> None:
    page = opened(demo, context)
    type_words(page, WORDS)
    page.close()
    page = opened(demo, context)
    holds(page, WORDS)
    page.get_by_role("button", name="Forget them").click()
    holds(page, "")
    holds(opened(demo, context, page), "")


def test_without_a_connection_nothing_is_lost_and_the_page_says_so(
    demo: Demo, context: BrowserContext
) -> None:
    page = opened(demo, context)
    page.get_by_label("Comment", exact=True).fill(WORDS)
    context.set_offline(True)
    page.get_by_role("button", name="Add to your draft").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no connection, so nothing was sent.")
    holds(page, WORDS)
    context.set_offline(False)
    expect(page.get_by_role("alert")).to_contain_text("The connection is back.")
    page.get_by_role("button", name="Add to your draft").click()
    page.locator(".flash-ok").wait_for()
    holds(opened(demo, context, page), "")


def test_the_arrival_of_one_form_does_not_forget_the_words_of_another(
    demo: Demo, context: BrowserContext
) -> None:
    page = opened(demo, context)
    page.get_by_label("Comment", exact=True).fill(WORDS)
    page.route("**/contribution/add", lambda route: route.abort())
    page.get_by_role("button", name="Add to your draft").click()
    page.unroute("**/contribution/add")
    page.goto(f"{demo.url}/i/mac/rounds/{demo.made['open_round']}/contribution")
    page.get_by_role("textbox", name="Covering statement").fill("We thank the co-chairs.")
    page.get_by_role("button", name="Save the statement").click()
    page.locator(".flash-ok").wait_for()
    holds(opened(demo, context, page), WORDS)


def test_two_tabs_keep_their_own_words_and_both_can_be_had_again(demo: Demo, context: BrowserContext) -> None:
    first, second = opened(demo, context), opened(demo, context)
    type_words(first, WORDS)
    type_words(second, OTHER)
    first.close()
    second.close()
    page = opened(demo, context)
    seen = page.get_by_label("Comment", exact=True).input_value()
    page.get_by_role("button", name="Show the words of another tab").click()
    assert {seen, page.get_by_label("Comment", exact=True).input_value()} == {WORDS, OTHER}


def test_a_form_that_came_back_with_errors_holds_what_was_sent_and_keeps_it(
    demo: Demo, context: BrowserContext
) -> None:
    page = opened(demo, context)
    too_long = "long " * 3000
    page.get_by_label("Comment", exact=True).fill(too_long)
    page.get_by_role("button", name="Add to your draft").click()
    page.locator(".flash-bad").wait_for()
    page.close()
    assert opened(demo, context).get_by_label("Comment", exact=True).input_value().strip() == too_long.strip()


def test_whoever_signs_out_leaves_nothing_behind_in_no_tab(demo: Demo, context: BrowserContext) -> None:
    page, other = opened(demo, context), opened(demo, context)
    type_words(page, WORDS)
    other.get_by_label("Comment", exact=True).fill(OTHER)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("You are signed out.").wait_for()
    other.goto(f"{demo.url}/sign-in")
    assert page.evaluate(LEFT) == 0


@pytest.mark.parametrize(
    "device",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    ],
    ids=["full", "forbidden"],
)
def test_a_device_that_keeps_nothing_is_told_and_the_form_works(
    demo: Demo, context: BrowserContext, device: str
) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(device)
    opened(demo, context, page)
    page.get_by_label("Comment", exact=True).fill(WORDS)
    expect(page.get_by_text("This device keeps nothing. Send your words before you leave")).to_be_visible()
    page.get_by_role("button", name="Add to your draft").click()
    page.locator(".flash-ok").wait_for()
    assert faults == []


def test_after_sending_back_shows_a_fresh_form_and_sends_nothing(demo: Demo, context: BrowserContext) -> None:
    page = opened(demo, context)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.get_by_label("Comment", exact=True).fill(WORDS)
    page.get_by_role("button", name="Add to your draft").click()
    page.locator(".flash-ok").wait_for()
    page.go_back()
    holds(page, "")
    assert sent.count("POST") == 1
