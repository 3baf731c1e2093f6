"""What a page must not show, whoever looks at it on whatever screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.browser.conftest import Demo

Scheme = Literal["light", "dark"]

DESKTOP, PHONE = 1280, 360
HEIGHT = 900
SCHEMES: Sequence[Scheme] = ("light", "dark")

# Best practices are on of themselves; the size of targets (WCAG 2.2) must be asked for.
EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


@dataclass
class Looked:
    """Everything that was found wrong with a page; empty where nothing was."""

    faults: list[str] = field(default_factory=list)
    status: int = 0


def look(context: BrowserContext, demo: Demo, path: str) -> Looked:
    """Open a page and look at it on both screens in both schemes."""
    looked = Looked()
    page = context.new_page()
    page.on("console", lambda message: _note_console(looked, message))
    page.on("pageerror", lambda error: looked.faults.append(f"script: {error}"))
    page.on("request", lambda request: _note_request(looked, demo, request))
    page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    answer = page.goto(f"{demo.url}{path}", wait_until="load")
    looked.status = answer.status if answer else 0
    for width in (DESKTOP, PHONE):
        _look_on(page, width, looked)
    page.close()
    return looked


def _look_on(page: Page, width: int, looked: Looked) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        where = f"at {width} px, {scheme}"
        # The schemes differ in nothing but colours.
        for violation in violations(page, EVERY_RULE if scheme == "light" else COLOURS):
            looked.faults.append(f"{where}: {violation}")
    root = "document.documentElement"
    too_wide = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    if too_wide > 0:
        looked.faults.append(f"at {width} px: {too_wide} px too wide")


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe finds, a line for each element."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def _note_console(looked: Looked, message: ConsoleMessage) -> None:
    # The browser itself reports the status of a page that is not there.
    if message.type == "error" and "status of 404" not in message.text:
        looked.faults.append(f"console: {message.text}")


def _note_request(looked: Looked, demo: Demo, request: Request) -> None:
    if not request.url.startswith((f"{demo.url}/", "data:")):
        looked.faults.append(f"asks another host: {request.url}")
