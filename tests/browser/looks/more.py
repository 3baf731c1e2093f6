"""What differs from looking at a page on a screen in English: paper, forced colours, other languages."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.looking import DESKTOP, HEIGHT, Looked, Scheme, look
from tests.browser.looks.roles import name_of
from tests.browser.looks.studio import Row, Studio, note, picture
from tests.browser.places import PLACES, Place

ON_PAPER = (
    "text",
    "text-opened",
    "compare-inline",
    "round-concluded",
    "decision-closed",
    "matrix",
    "receipt",
    "public-text",
)
IN_FORCED_COLOURS = ("text-opened", "decision-closed", "matrix")
IN_OTHER_LANGUAGES = (
    "sign-in",
    "start-head",
    "text",
    "round-open",
    "decision-closed",
    "matrix",
    "inbox",
    "public-text",
)
NEVER_ON_PAPER = "nav, .init, .site ul, .skip, .acts, button, input, textarea, select"


def look_at_more(studio: Studio) -> list[Row]:
    """Paper, forced colours and every further language that somebody of the demo reads in."""
    by_name = {place.name: place for place in PLACES}
    rows = [_on_paper(studio, by_name[name]) for name in ON_PAPER]
    rows += [_in_forced_colours(studio, by_name[name]) for name in IN_FORCED_COLOURS]
    for language, who in studio.session.readers.items():
        rows += [_in_language(studio, by_name[name], language, who) for name in IN_OTHER_LANGUAGES]
    return rows


def _on_paper(studio: Studio, place: Place) -> Row:
    """A PDF, as the browser prints it; nothing on it that is of no use on paper."""
    row, looked = Row(f"{place.name} on paper"), Looked()
    page = _opened(studio, place)
    page.emulate_media(media="print")
    folder = studio.session.folder / "paper"
    folder.mkdir(parents=True, exist_ok=True)
    page.pdf(path=folder / f"{place.name}.pdf", prefer_css_page_size=True)
    for one in page.locator(NEVER_ON_PAPER).all():
        if one.is_visible():
            looked.faults.append(f"on paper: {one.evaluate('it => it.outerHTML')[:120]}")
    return _done(row, place.who, looked, page)


def _in_forced_colours(studio: Studio, place: Place) -> Row:
    row = Row(f"{place.name} in forced colours")
    page = _opened(studio, place)
    page.emulate_media(forced_colors="active")
    picture(page, studio.session.folder / "forced-colours" / f"{place.name}.png")
    return _done(row, place.who, Looked(), page)


def _in_language(studio: Studio, place: Place, language: str, who: str) -> Row:
    row = Row(f"{place.name} in {language}")
    role = f"reads {language}" if place.who else "visitor"

    def seen(page: Page, width: int, scheme: Scheme) -> None:
        row.views += 1
        picture(page, studio.session.folder / language / f"{place.name}-{width}-{scheme}.png")

    demo = studio.session.demo
    context = studio.context(who if place.who else "", language)
    row.roles[role] = note(row, role, look(context, demo, place.path(demo.made), seen))
    return row


def _opened(studio: Studio, place: Place) -> Page:
    page = studio.context(place.who).new_page()
    page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    page.goto(studio.session.demo.url + place.path(studio.session.demo.made))
    return page


def _done(row: Row, who: str, looked: Looked, page: Page) -> Row:
    page.close()
    row.views += 1
    row.roles[name_of(who)] = note(row, name_of(who), looked)
    return row
