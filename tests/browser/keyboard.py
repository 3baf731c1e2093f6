"""Somebody who uses the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

FAR = 400
"""Presses of the tabulator after which a control counts as out of reach."""


def reach(page: Page, control: Locator) -> None:
    """Press the tabulator until the control has the focus."""
    control.wait_for()
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if control.evaluate("control => control === document.activeElement"):
            return
    raise AssertionError(f"The tabulator does not reach {control}.")


def follow(page: Page, name: str) -> None:
    """Reach a link and open it."""
    reach(page, page.get_by_role("link", name=name, exact=True).first)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def push(page: Page, name: str) -> None:
    """Reach a button and press it."""
    reach(page, page.get_by_role("button", name=name).first)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def write(page: Page, label: str, words: str) -> None:
    """Reach a field and type."""
    reach(page, page.get_by_role("textbox", name=label, exact=True))
    page.keyboard.type(words)


def unfold(page: Page, name: str) -> None:
    """Reach what is folded and open it."""
    reach(page, page.locator("summary", has_text=name).first)
    page.keyboard.press("Enter")


def tick(page: Page, name: str) -> None:
    """Reach a box and tick it."""
    reach(page, page.get_by_role("checkbox", name=name).first)
    page.keyboard.press("Space")


def choose(page: Page, name: str) -> None:
    """Reach a group of choices and go down to one of them."""
    wanted = page.get_by_role("radio", name=name)
    first = page.get_by_role("radio").first
    reach(page, first)
    page.keyboard.press("Space")
    while not wanted.is_checked():
        page.keyboard.press("ArrowDown")
        if first.is_checked():
            raise AssertionError(f"The arrows do not reach {name!r}.")
