"""Second factors as a person uses them: a square code's secret, a sheet of codes, a passkey of the device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pyotp
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SETTINGS, Demo
from tests.browser.looking import EVERY_RULE, violations
from webapp.demo.accounts import PASSWORD

pytestmark = pytest.mark.browser

WHO = "grace.wairimu@homeworkers.example"
OTHER = "sunita.chaudhary@homeworkers.example"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(demo: Demo, browser: Browser) -> Iterator[Page]:
    """A browser whose device keeps passkeys. They are made for a name, so the demo is opened as localhost."""
    context = browser.new_context(**SETTINGS, base_url=f"http://localhost:{urlsplit(demo.url).port}")
    opened = context.new_page()
    session = context.new_cdp_session(opened)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield opened
    context.close()


def give_password(page: Page, who: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).first.click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.wait_for_url("**/sign-in")


def is_in(page: Page) -> bool:
    page.get_by_role("button", name="Sign out", exact=True).first.wait_for()
    return True


def check(page: Page) -> None:
    """Nothing for axe to find, on pages that only the way through them shows."""
    assert violations(page, EVERY_RULE) == []


def set_up_authenticator(page: Page) -> tuple[pyotp.TOTP, list[str]]:
    page.goto("/me/security/authenticator")
    check(page)
    totp = pyotp.TOTP(page.locator(".secret").inner_text().replace(" ", ""))
    page.get_by_label("Code that your authenticator shows").fill(totp.now())
    page.get_by_role("button", name="Use this authenticator").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    check(page)
    codes = page.locator(".codes li").all_inner_texts()
    page.get_by_role("link", name="I have kept them").click()
    return totp, codes


def test_an_authenticator_a_sheet_of_codes_and_a_passkey_each_let_their_person_in(page: Page) -> None:
    give_password(page, WHO)
    assert is_in(page)
    _totp, codes = set_up_authenticator(page)
    page.get_by_role("link", name="Add a passkey").click()
    check(page)
    page.get_by_label("Name of the passkey").fill("office laptop")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_text("Passkey: office laptop", exact=True).wait_for()
    check(page)
    for question in ("Remove this passkey", "Make a new sheet"):
        page.get_by_role("link", name=question).click()
        check(page)
        page.go_back()
    sign_out(page)
    page.get_by_role("button", name="Use a passkey").click()
    assert is_in(page)
    sign_out(page)
    give_password(page, WHO)
    page.get_by_role("heading", name=re.compile("second factor")).wait_for()
    check(page)
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    assert is_in(page)


def test_whoever_stops_asking_the_device_is_told_that_nothing_was_done(page: Page) -> None:
    page.goto("/sign-in")
    page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
    )
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("alert").get_by_text("Nothing was done").wait_for()
    check(page)


def test_without_script_the_pages_say_what_else_there_is(demo: Demo, browser: Browser) -> None:
    context = browser.new_context(**SETTINGS, base_url=demo.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sign-in")
    assert page.get_by_text("Passkeys need JavaScript").is_visible()
    assert not page.get_by_role("button", name="Use a passkey").is_visible()
    give_password(page, OTHER)
    page.goto("/me/security/passkeys/new")
    assert page.get_by_text("This browser cannot make a passkey").is_visible()
    page.get_by_role("link", name="Set up an authenticator").click()
    totp = pyotp.TOTP(page.locator(".secret").inner_text().replace(" ", ""))
    page.get_by_label("Code that your authenticator shows").fill(totp.now())
    page.get_by_role("button", name="Use this authenticator").click()
    assert page.locator(".codes li").count() == 10
    context.close()


def test_the_chosen_appearance_stands_in_the_first_byte_that_the_browser_reads(page: Page) -> None:
    page.goto("/appearance")
    page.get_by_role("radio", name="Dark", exact=True).check()
    page.get_by_role("button", name="Use this").click()
    page.goto("/sign-in")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
