"""A process with a browser of its own, in which pages are opened as somebody and pictures taken of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.conftest import ARGUMENTS, SETTINGS, Demo
from tests.browser.looking import (
    ALL_VIEWS,
    DESKTOP,
    HEIGHT,
    TWO_VIEWS,
    Looked,
    Scheme,
    Seen,
    look,
    look_over,
    watch,
)
from tests.browser.looks.roles import ROLES, name_of
from tests.browser.looks.scenes import Scene
from tests.browser.places import Place
from tests.browser.valid_html import faults_of_html
from webapp.demo.accounts import PASSWORD

NOT_FOUND, TO_SIGN_IN, LEADS_ON = "not open", "to sign-in", "leads on"
PATIENCE_MS = 120_000
"""A machine that does something else besides may take long over a large picture."""
TAG = re.compile(r"<(/?\w+)(?:[^>]*?\sclass=\"([^\"]*)\")?[^>]*>")
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


@dataclass(frozen=True)
class Session:
    """Who is signed in where, as a browser keeps it; can be handed to another process."""

    demo: Demo
    folder: Path
    states: Mapping[str, StorageState]
    addresses: Mapping[str, str]
    """Of every installation: `demo`, `broken`, `away`."""
    readers: Mapping[str, str]
    """For each further language somebody of the demo who reads in it."""
    own: bool = False
    """Whether each page is opened only by the one whose page it is."""


@dataclass
class Row:
    """What was seen of one page: for each role what came back, and everything that was found."""

    name: str
    roles: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    views: int = 0


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, from CHROMIUM or where Debian puts it."""
    program = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


def sign_in(browser: Browser, url: str, who: str) -> StorageState:
    """The cookies of somebody who has signed in; none for a visitor."""
    context = browser.new_context(**SETTINGS)
    if who:
        page = context.new_page()
        page.goto(f"{url}/sign-in")
        page.get_by_label("E-mail address").fill(who)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.locator("form[data-forgets]").wait_for()
    state = context.storage_state()
    context.close()
    return state


class Studio:
    """Opens pages as everybody. What two roles see alike, names and figures aside, is looked at once."""

    def __init__(self, browser: Browser, session: Session) -> None:
        self.browser, self.session = browser, session
        self.contexts: dict[str, BrowserContext] = {}

    def context(self, who: str, language: str = "en-GB") -> BrowserContext:
        """The browser of somebody who prefers a language."""
        key = f"{who} {language}"
        if key not in self.contexts:
            settings: dict[str, Any] = {**SETTINGS, "locale": language}
            self.contexts[key] = self.browser.new_context(**settings, storage_state=self.session.states[who])
        return self.contexts[key]

    def look_as_everybody(self, place: Place) -> Row:
        """Open a page as each role, and as the one whose page it is."""
        row, seen = Row(place.name), dict[str, str]()
        for who in dict.fromkeys((place.who, *(() if self.session.own else ROLES.values()))):
            role = name_of(who)
            found = self._ask(who, place)
            if found in (NOT_FOUND, TO_SIGN_IN, LEADS_ON):
                row.roles[role] = found
            elif found in seen:
                row.roles[role] = f"as {seen[found]}"
            else:
                seen[found] = role
                row.roles[role] = self._look(who, role, place, row)
        return row

    def look_at_scene(self, scene: Scene) -> Row:
        """Play what leads to a page, and look at the page."""
        row, role, looked = Row(scene.name), name_of(scene.who), Looked()
        # A scene may sign out, or change what its browser keeps: it has one of its own.
        context = self.browser.new_context(**SETTINGS, storage_state=self.session.states[scene.who])
        page = context.new_page()
        page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
        url = self.session.addresses[scene.where]
        watch(page, url, looked)
        page.set_default_timeout(10_000)
        try:
            scene.play(page, url, self.session.demo.made)
        except PlaywrightError as error:
            looked.faults.append(f"cannot be played: {error.message.splitlines()[0]}")
        looked.faults += [f"HTML: {fault}" for fault in faults_of_html(page.content())]
        look_over(page, looked, self._pictures(row, role, scene.name))
        context.close()
        row.roles[role] = note(row, role, looked)
        return row

    def _ask(self, who: str, place: Place) -> str:
        """What comes back, as a mark that is the same where the page is the same but for its words."""
        path = place.path(self.session.demo.made)
        answer = self.context(who).request.get(f"{self.session.demo.url}{path}", max_redirects=3)
        if answer.status == 404 and place.status != 404:
            return NOT_FOUND
        if "/sign-in?" in answer.url:
            return TO_SIGN_IN
        if urlsplit(answer.url).path != urlsplit(path).path:
            return LEADS_ON
        found = MAIN.search(answer.text())
        return f"{answer.status} {TAG.findall(found[0] if found else answer.text())}"

    def _look(self, who: str, role: str, place: Place, row: Row) -> str:
        looked = look(
            self.context(who),
            self.session.demo,
            place.path(self.session.demo.made),
            self._pictures(row, role, place.name),
            ALL_VIEWS if who == place.who else TWO_VIEWS,
        )
        expected = place.status if who == place.who else looked.status
        if looked.status != expected:
            looked.faults.append(f"status {looked.status}")
        return note(row, role, looked)

    def _pictures(self, row: Row, role: str, name: str) -> Seen:
        def seen(page: Page, width: int, scheme: Scheme) -> None:
            row.views += 1
            picture(page, self.session.folder / role / f"{name}-{width}-{scheme}.png")

        return seen


def note(row: Row, role: str, looked: Looked) -> str:
    """Keep what was found, and say how much it was."""
    row.faults += [f"{role}: {fault}" for fault in looked.faults]
    return f"{len(looked.faults)} found" if looked.faults else "good"


def picture(page: Page, path: Path) -> None:
    """A picture of the whole page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True, animations="disabled", timeout=PATIENCE_MS)
