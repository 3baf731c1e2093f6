"""The tour of docs/tour.md, walked as it is written: every sentence that asks for something is done by a browser.

    Sign in as **Name**             the button of that account on the sign-in page
    follow **words**                a link; where several have the same words, the first
    press **words**                 a button
    unfold **words**                what is folded
    choose **words**                one of several answers
    write “words” under **label**   a field
    see **words**                   they stand on the page, if need be after a few seconds
    ![what it shows](tour/name.png) a picture

Words in bold are what stands on the page, to the letter.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from config import ROOT

TOUR = ROOT / "docs" / "tour.md"
STEP = re.compile(
    r"(?P<verb>Sign in as|[Ff]ollow|[Pp]ress|[Uu]nfold|[Cc]hoose|[Ss]ee) \*\*(?P<words>[^*]+)\*\*"
    r"|[Ww]rite “(?P<typed>[^”]+)” under \*\*(?P<label>[^*]+)\*\*"
    r"|!\[[^\]]*\]\((?P<picture>[^)]+)\)"
)
PATIENCE_SECONDS = 60.0
Taken = Callable[[Page, str], None]
"""Takes the picture of this name."""


@dataclass(frozen=True)
class Step:
    """One thing to do: a verb of the table above, its words, and what is written."""

    verb: str
    words: str
    typed: str = ""


def steps(document: Path = TOUR) -> Iterator[Step]:
    """What the tour asks for, in order."""
    # A sentence may go on in the next line.
    text = re.sub(r"\s*\n\s*", " ", document.read_text(encoding="utf-8"))
    for found in STEP.finditer(text):
        if found["picture"]:
            yield Step("picture", found["picture"])
        elif found["label"]:
            yield Step("write", found["label"], found["typed"])
        else:
            yield Step(found["verb"].lower(), found["words"])


def walk(page: Page, url: str, taken: Taken) -> None:
    """Do everything that the tour asks for; raises an error that names the first step that cannot be done."""
    page.set_default_timeout(15_000)
    for step in steps():
        try:
            _do(page, url, step, taken)
        except Exception as error:
            words = " ".join(page.locator("main").inner_text().split())[:600]
            raise AssertionError(f"The tour stops at {step} on {page.url}: {words}") from error


def _do(page: Page, url: str, step: Step, taken: Taken) -> None:
    if step.verb == "sign in as":
        _sign_in(page, url, step.words)
    elif step.verb == "see":
        _see(page, step.words)
    elif step.verb == "picture":
        taken(page, step.words)
    elif step.verb == "write":
        _shown(page.get_by_label(step.words)).fill(step.typed)
    elif step.verb == "choose":
        _chosen(page, step.words)
    else:
        _shown(_control(page, step)).click()


def _control(page: Page, step: Step) -> Locator:
    if step.verb == "unfold":
        return page.locator("summary").filter(has_text=step.words)
    # A way may end with a count that its words on the page do not hold.
    name = re.compile(rf"^\s*{re.escape(step.words)}(\s*\d+)?\s*$")
    return page.get_by_role("link" if step.verb == "follow" else "button", name=name)


def _shown(several: Locator) -> Locator:
    return several.filter(visible=True).first


def _chosen(page: Page, words: str) -> None:
    exactly = re.compile(rf"^\s*{re.escape(words)}")
    control = page.get_by_role("radio", name=exactly).or_(page.get_by_role("checkbox", name=exactly))
    control.first.check()


def _sign_in(page: Page, url: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{url}/sign-in")
    page.get_by_role("button", name=f"as {name}").first.click()
    page.locator("form[data-forgets]").wait_for()


def _see(page: Page, words: str) -> None:
    """Wait for the words: what falls due is done by the worker, and shown by the page once it is opened again."""
    wanted = page.get_by_text(words).filter(visible=True).first
    until = time.monotonic() + PATIENCE_SECONDS
    while not wanted.is_visible() and time.monotonic() < until:
        page.wait_for_timeout(1000)
        if not page.locator("form[method=post] textarea").count():
            page.reload()
    expect(wanted).to_be_visible()
