"""What a head of delegation must be able to do by keyboard alone, once without any script and once with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SETTINGS, Demo
from tests.browser.keyboard import choose, follow, push, reach, tick, unfold, write
from tests.browser.places import ACTS
from webapp.demo.accounts import PASSWORD

pytestmark = pytest.mark.browser

WORDS = "that purpose alone"


@dataclass(frozen=True)
class Reader:
    """Somebody at the keyboard; `script` is whether the browser runs any."""

    page: Page
    script: bool


@pytest.fixture(params=[False, True], ids=["without script", "with script"])
def reader(request: pytest.FixtureRequest, fresh_demo: Demo, browser: Browser) -> Iterator[Reader]:
    """The first page of somebody who is not signed in."""
    context = browser.new_context(java_script_enabled=request.param, **SETTINGS)
    page = context.new_page()
    page.goto(fresh_demo.url)
    yield Reader(page, request.param)
    context.close()


def test_a_head_reads_comments_hands_in_takes_a_position_and_breaks_silence_by_keyboard(
    reader: Reader,
) -> None:
    sign_in(reader.page)
    read_the_changes(reader.page)
    open_the_form_for(reader.page, "3.4")
    if reader.script:
        name_the_words_by_selecting_them(reader.page)
    else:
        write(reader.page, "The words concerned", WORDS)
    comment(reader.page)
    hand_in(reader.page)
    take_a_position(reader.page)
    break_silence(reader.page)


def sign_in(page: Page) -> None:
    follow(page, "Sign in")
    write(page, "E-mail address", ACTS)
    reach(page, page.get_by_label("Password"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("for you")


def read_the_changes(page: Page) -> None:
    follow(page, "Open your draft")
    follow(page, "Text")
    follow(page, "Compare revisions")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What changed from the zero draft to Rev.1")
    expect(page.locator("del").first).to_contain_text("deleted: ")
    expect(page.locator("ins").first).to_contain_text("inserted: ")


def open_the_form_for(page: Page, number: str) -> None:
    follow(page, "Waiting for me")
    follow(page, "Open your draft")
    follow(page, "Comment in the text")
    reach(page, page.get_by_label("Go to a provision"))
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/text/1#p{number}")
    follow(page, f"Comment ({number})")
    page.wait_for_url("**open=**")
    page.get_by_role("textbox", name="Comment", exact=True).wait_for()


def name_the_words_by_selecting_them(page: Page) -> None:
    """As caret browsing selects them: no pointer takes part."""
    select(page, WORDS)
    expect(page.get_by_role("textbox", name="The words concerned", exact=True)).to_have_value(WORDS)
    reach(page, page.get_by_role("link", name="Comment on the selected words"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Comment", exact=True)).to_be_focused()


def select(page: Page, words: str) -> None:
    page.evaluate(
        """words => {
          for (const text of document.querySelectorAll(".prov > .txt p")) {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.data.indexOf(words);
              if (at < 0) continue;
              getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
              return;
            }
          }
          throw new Error("these words stand nowhere");
        }""",
        words,
    )


def comment(page: Page) -> None:
    field = page.get_by_role("textbox", name="Comment", exact=True)
    if field.evaluate("field => field !== document.activeElement"):
        reach(page, field)
    page.keyboard.type("Say whose purpose.")
    push(page, "Add to your draft")
    expect(page.get_by_text("Say whose purpose.")).to_be_visible()


def hand_in(page: Page) -> None:
    follow(page, "Our contribution")
    push(page, "Look over and hand in")
    push(page, "Hand in for United States")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Received")
    expect(page.locator("mark", has_text=WORDS)).to_be_visible()


def take_a_position(page: Page) -> None:
    follow(page, "Decisions")
    follow(page, "Shall principle 4, a way out and a way home, be agreed?")
    choose(page, "no objection")
    push(page, "Look at it once more")
    push(page, "Take the position")
    expect(page.get_by_role("listitem").filter(has_text="United States").first).to_contain_text(
        "no objection"
    )


def break_silence(page: Page) -> None:
    follow(page, "Decisions")
    follow(page, "Shall principle 2, warning in time, be agreed?")
    unfold(page, "Break silence")
    tick(page, "2.1")
    write(page, "Reason", "Say by whom the warning comes.")
    push(page, "Go on to confirm")
    expect(page.get_by_role("heading", level=1)).to_have_text("Break silence?")
    push(page, "Break silence now")
    expect(page.get_by_text("Your break of silence is recorded")).to_be_visible()
