"""The tour, walked with its pictures taken for docs/tour."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from config import ROOT
from tests.browser.conftest import SETTINGS
from tests.browser.looks.studio import Row
from tests.browser.tour import walk

SIZE: ViewportSize = {"width": 1024, "height": 720}


def look_at_the_tour(browser: Browser, url: str, docs: Path = ROOT / "docs") -> Row:
    """Walk the tour; what it does not reach any more is a finding."""
    row = Row("the tour")
    context = browser.new_context(**SETTINGS, viewport=SIZE)

    def taken(page: Page, name: str) -> None:
        row.views += 1
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=docs / name, animations="disabled")

    try:
        walk(context.new_page(), url, taken)
    except AssertionError as error:
        row.faults.append(str(error))
    context.close()
    return row
