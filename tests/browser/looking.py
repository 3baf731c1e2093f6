"""What a page must not show, whoever looks at it on whatever screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.browser.conftest import Demo
from tests.browser.valid_html import faults_of_html

Scheme = Literal["light", "dark"]
Seen = Callable[[Page, int, Scheme], None]
"""Told of each view of a page, for instance to take a picture of it."""

DESKTOP, PHONE = 1280, 360
HEIGHT = 900

View = tuple[int, Scheme]
"""A width of the screen and a scheme of colours."""
ALL_VIEWS: Sequence[View] = ((DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light"), (PHONE, "dark"))
TWO_VIEWS: Sequence[View] = ((DESKTOP, "light"), (PHONE, "dark"))
"""Enough where the same page was looked at in all views for somebody else."""

# Best practices are on of themselves; the size of targets (WCAG 2.2) must be asked for.
EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


@dataclass
class Looked:
    """Everything that was found wrong with a page; empty where nothing was."""

    faults: list[str] = field(default_factory=list)
    status: int = 0


def look(
    context: BrowserContext,
    demo: Demo,
    path: str,
    seen: Seen | None = None,
    views: Sequence[View] = ALL_VIEWS,
) -> Looked:
    """Open a page, read its source, and look at it on both screens in both schemes."""
    looked = Looked()
    page = context.new_page()
    watch(page, demo.url, looked)
    page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    answer = page.goto(f"{demo.url}{path}", wait_until="load")
    looked.status = answer.status if answer else 0
    if answer:
        looked.faults += [f"HTML: {fault}" for fault in faults_of_html(answer.text())]
    look_over(page, looked, seen, views)
    page.close()
    return looked


def watch(page: Page, url: str, looked: Looked) -> None:
    """Note what the page says in the console and whom it asks for anything."""
    page.on("console", lambda message: _note_console(looked, message, page))
    page.on("pageerror", lambda error: looked.faults.append(f"script: {error}"))
    page.on("request", lambda request: _note_request(looked, url, request))


def look_over(
    page: Page, looked: Looked, seen: Seen | None = None, views: Sequence[View] = ALL_VIEWS
) -> None:
    """Look at an opened page on both screens in both schemes."""
    asked: set[int] = set()
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        # The schemes differ in nothing but colours: every rule is asked once on each screen.
        options = COLOURS if width in asked else EVERY_RULE
        for violation in violations(page, options):
            looked.faults.append(f"at {width} px, {scheme}: {violation}")
        if seen:
            seen(page, width, scheme)
        if width not in asked:
            looked.faults += _too_wide(page, width)
        asked.add(width)


def _too_wide(page: Page, width: int) -> list[str]:
    root = "document.documentElement"
    too_wide = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    return [f"at {width} px: {too_wide} px too wide"] if too_wide > 0 else []


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe finds, a line for each element."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def _note_console(looked: Looked, message: ConsoleMessage, page: Page) -> None:
    # The browser itself reports the status of a page that is an error's.
    if message.type == "error" and message.location.get("url") != page.url:
        looked.faults.append(f"console: {message.text}")


def _note_request(looked: Looked, url: str, request: Request) -> None:
    if not request.url.startswith((f"{url}/", "data:")):
        looked.faults.append(f"asks another host: {request.url}")
