"""Is this HTML valid? A strict reader for the parts of the standard that templates get wrong."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "input", "link", "meta", "img", "circle", "path", "rect"})
PHRASING = frozenset(
    {"span", "b", "ins", "del", "mark", "em", "a", "time", "small", "bdi", "code", "label", "strong"}
)
BLOCKS = frozenset(
    {"p", "div", "section", "ul", "ol", "dl", "form", "table", "h1", "h2", "h3", "fieldset", "article"}
)
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "form")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.referred: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self.faults.append(f"{tag}: an attribute twice")
        self.faults += [f"{tag}: inline {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "script" and "src" not in given:
            self.faults.append("inline script")
        if "id" in given:
            self.ids.append(given["id"] or "")
        for name in REFERENCES:
            self.referred += (given.get(name) or "").split()
        if tag in BLOCKS and any(name in PHRASING or name == "p" for name in self.open):
            self.faults.append(f"{tag} inside {self.open}")
        if tag == "form" and "form" in self.open:
            self.faults.append("a form inside a form")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open}")
        else:
            self.open.pop()


def faults(html: str) -> list[str]:
    """Everything that is wrong with a page or a part of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = list(reader.faults)
    found += [f"<{tag}> is never closed" for tag in reader.open]
    found += [f"id {one} twice" for one in {one for one in reader.ids if reader.ids.count(one) > 1}]
    found += [f"id {one!r}" for one in reader.ids if not one or " " in one]
    return found + [f"nothing has the id {one}" for one in reader.referred if one not in reader.ids]
