"""Pages that come only when something is sent, or when something is broken: each is played and then looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.places import ACTS, CO_CHAIR, HANDED_IN, HEAD, NOBODY, SECRETARIAT, Place
from webapp.demo.accounts import PASSWORD

Made = Mapping[str, str]
LONG = "word " * 500_000
"""More than a form may hold."""


@dataclass(frozen=True)
class Scene:
    """A page that is played: whose it is, on which installation, and how one gets there."""

    name: str
    who: str
    play: Callable[[Page, str, Made], None]
    where: str = "demo"


def _go(page: Page, url: str, made: Made, address: str) -> None:
    page.goto(url + Place("", NOBODY, address).path(made))


def _wrong_password(page: Page, url: str, made: Made) -> None:
    page.goto(f"{url}/sign-in")
    page.get_by_label("E-mail address").fill(HEAD)
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in", exact=True).click()


def _link_sent(page: Page, url: str, made: Made) -> None:
    page.goto(f"{url}/password/forgotten")
    page.get_by_label("E-mail address").fill("nobody@nowhere.example")
    page.get_by_role("button", name="Send me a link").click()


def _things_to_mend(page: Page, url: str, made: Made) -> None:
    _go(page, url, made, "/i/mac/rounds/plan")
    _send_in_spite_of_faults(page)


def _things_to_mend_in_a_proposal(page: Page, url: str, made: Made) -> None:
    _go(page, url, made, "/i/mac/decisions/propose")
    _send_in_spite_of_faults(page)


def _send_in_spite_of_faults(page: Page) -> None:
    """Send the form of the page as it is, as a browser without checks of its own would."""
    page.evaluate("for (const form of document.forms) form.noValidate = true")
    page.locator("main form button").first.click()


def _position(page: Page, url: str, made: Made) -> None:
    _go(page, url, made, "/i/mac/decisions/{call}")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Look at it once more").click()


def _break_silence(page: Page, url: str, made: Made) -> None:
    _go(page, url, made, "/i/mac/decisions/{silence}")
    page.locator("summary", has_text="Break silence").click()
    form = page.locator("details[open] form")
    form.get_by_role("checkbox").first.check()
    form.locator("textarea").fill("We cannot agree to words on warnings that our parliament has not seen.")
    form.get_by_role("button", name="Go on to confirm").click()


def _stale(page: Page, url: str, made: Made) -> None:
    _go(page, url, made, "/i/mac/drafts/{draft}")
    other = page.context.new_page()
    _go(other, url, made, "/i/mac/drafts/{draft}")
    for one, words in ((other, "Words of a colleague."), (page, "Words of my own, written meanwhile.")):
        one.get_by_label("Comment", exact=True).fill(words)
        one.get_by_role("button", name="Save").click()
    other.close()


def _not_from_our_page(page: Page, url: str, made: Made) -> None:
    _comment(page, url, made, "Say who pays for the bus, and by when.")
    page.evaluate("document.querySelectorAll('[name=csrf_token]').forEach(one => one.value = 'another')")
    page.get_by_role("button", name="Add to your draft").click()


def _signed_out(page: Page, url: str, made: Made) -> None:
    """As after two weeks, or after somebody ended the sessions elsewhere."""
    page.context.clear_cookies()
    _enter(page, url, HEAD)
    _comment(page, url, made, "Say who pays for the bus, and by when.")
    with closing(sqlite3.connect(made["database"], timeout=20)) as connection, connection:
        connection.execute(
            "UPDATE sign_in_session SET revoked_at = CURRENT_TIMESTAMP WHERE id ="
            " (SELECT id FROM sign_in_session ORDER BY created_at DESC LIMIT 1)"
        )
    page.get_by_role("button", name="Add to your draft").click()


def _too_large(page: Page, url: str, made: Made) -> None:
    _comment(page, url, made, "")
    page.evaluate(f"document.querySelector('textarea[name=body]').value = {LONG!r}")
    _send_in_spite_of_faults(page)


def _comment(page: Page, url: str, made: Made, words: str) -> None:
    _go(page, url, made, "/i/mac/rounds/{open_round}/contribution/add")
    page.get_by_label("Comment", exact=True).fill(words)


def _too_many(page: Page, url: str, made: Made) -> None:
    for _ in range(21):
        _link_sent(page, url, made)


def _form_cannot_be_opened(page: Page, url: str, made: Made) -> None:
    page.goto(f"{url}/sign-out")


def _broken(page: Page, url: str, made: Made) -> None:
    page.context.clear_cookies()
    _enter(page, url, HEAD)
    page.goto(f"{url}/i/mac/")


def _enter(page: Page, url: str, who: str) -> None:
    page.goto(f"{url}/sign-in")
    page.get_by_label("E-mail address").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.locator("form[data-forgets]").wait_for()


def _database_away(page: Page, url: str, made: Made) -> None:
    page.goto(f"{url}/sign-in")
    page.goto(f"{url}/i/mac/")


SCENES = (
    Scene("sign-in-refused", NOBODY, _wrong_password),
    Scene("password-link-sent", NOBODY, _link_sent),
    Scene("form-with-faults", SECRETARIAT, _things_to_mend),
    Scene("proposal-with-faults", CO_CHAIR, _things_to_mend_in_a_proposal),
    Scene("position-confirm", ACTS, _position),
    Scene("silence-break-confirm", HANDED_IN, _break_silence),
    Scene("error-stale", HEAD, _stale),
    Scene("error-csrf", HEAD, _not_from_our_page),
    Scene("error-signed-out", HEAD, _signed_out),
    Scene("error-413", HEAD, _too_large),
    Scene("error-405", NOBODY, _form_cannot_be_opened),
    Scene("error-429", NOBODY, _too_many),
    Scene("error-500", HEAD, _broken, where="broken"),
    Scene("error-503", NOBODY, _database_away, where="away"),
)
