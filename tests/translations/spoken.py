"""What a page says to its reader: every text and every spoken attribute, with the element that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "line", "use"})
SILENT = frozenset({"script", "style", "code", "kbd", "pre", "samp"})
"""What nobody reads, and what is typed as it stands in every language; `.mono` is so as well."""
QUOTING = frozenset({"blockquote", "textarea", "option"})
"""Elements that hold what people wrote; so does every element that names its language."""
SPOKEN = frozenset(
    {"title", "alt", "placeholder", "aria-label", "aria-description", "aria-valuetext", "summary", "label"}
)
SCRIPT_SAYS = "data-"
UNSAID = frozenset(
    {
        "data-now",
        "data-at",
        "data-keep",
        "data-act",
        "data-keys",
        "data-options",
        "data-passkey",
        "data-theme",
    }
)
"""Attributes for the script that hold no sentence."""


@dataclass(frozen=True)
class Said:
    """Words of a page. `quoted` are words of a text block, which say their own language."""

    words: str
    place: str
    quoted: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[Said] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        within = bool(self.open) and self.open[-1][1]
        quoted = within or tag in QUOTING or ("lang" in given and tag != "html")
        if tag not in VOID:
            coded = "mono" in given.get("class", "").split()
            self.open.append(("code" if coded else tag, quoted))
        self.said += [Said(given[name], f"{tag} {name}", quoted) for name in spoken_attributes(tag, given)]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] not in (tag, "code"):
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not {tag for tag, _ in self.open} & SILENT:
            within = self.open[-1] if self.open else ("", False)
            self.said.append(Said(data, " ".join(tag for tag, _ in self.open[-3:]), within[1]))


def spoken_attributes(tag: str, given: dict[str, str]) -> Iterator[str]:
    """The attributes whose values somebody sees or hears, now or from the script."""
    for name in given:
        of_button = name == "value" and tag == "input" and given.get("type") in ("submit", "button", "reset")
        described = name == "content" and given.get("name") == "description"
        by_script = name.startswith(SCRIPT_SAYS) and name not in UNSAID
        if name in SPOKEN or of_button or described or by_script:
            yield name


def said_on(page: str) -> list[Said]:
    """Everything that the page says."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.said
