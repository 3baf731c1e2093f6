"""Single keys press what stands on the page, and rest where they must."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SETTINGS, Demo, enter
from tests.browser.places import HEAD

pytestmark = pytest.mark.browser


@pytest.fixture
def page(demo: Demo, browser: Browser) -> Iterator[Page]:
    """The text as the head of a delegation reads it."""
    context = enter(demo, browser.new_context(**SETTINGS), HEAD)
    page = context.new_page()
    page.goto(f"{demo.url}/i/mac/text/1")
    yield page
    context.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText ?? ''")).strip()


def test_j_and_k_go_from_provision_to_provision(page: Page) -> None:
    numbers = page.locator(".prov .no a").all_inner_texts()
    page.keyboard.press("j")
    assert focused(page) == numbers[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == numbers[2]
    page.keyboard.press("k")
    assert focused(page) == numbers[1]


def test_c_opens_the_form_and_then_leads_into_it_and_x_closes_it(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url("**open=**")
    page.keyboard.press("c")
    field = page.get_by_role("textbox", name="Comment", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("jk?x")
    expect(field).to_have_value("jk?x")
    page.keyboard.press("Shift+Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("x")
    page.wait_for_url(lambda url: "open=" not in url)


def test_g_leads_to_a_provision_and_to_the_list_a_question_mark(page: Page) -> None:
    page.keyboard.press("g")
    expect(page.get_by_label("Go to a provision")).to_be_focused()
    page.keyboard.type("principle 3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/text/1#e*")
    page.keyboard.press("Shift+?")
    page.wait_for_url("**/keys")


def test_beside_other_keys_they_rest(page: Page) -> None:
    before = page.url
    for combination in ("Alt+w", "Control+j", "Meta+g"):
        page.keyboard.press(combination)
    assert page.url == before
    expect(page.get_by_label("Go to a provision")).not_to_be_focused()


def test_turned_off_they_do_nothing_until_they_are_turned_on(demo: Demo, page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_role("button", name="Turn the keys off").click()
    page.goto(f"{demo.url}/i/mac/text/1")
    page.keyboard.press("g")
    expect(page.get_by_label("Go to a provision")).not_to_be_focused()
    page.goto(f"{demo.url}/keys")
    page.get_by_role("button", name="Turn the keys on").click()
    page.get_by_text("The keys work again on this device.").wait_for()
    page.keyboard.press("w")
    page.wait_for_url(f"{demo.url}/")


def test_an_opened_thread_comes_back_with_the_back_button(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/i/mac/text/1?open={demo.made['commented']}")
    thread = page.locator(".under.panel")
    expect(thread).to_be_visible()
    page.goto(f"{demo.url}/i/mac/decisions")
    page.go_back()
    expect(thread).to_be_visible()
