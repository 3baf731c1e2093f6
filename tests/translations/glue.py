"""Sentences that are put together from parts: another language would have another order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.translations.pseudo import CLOSES, OPENS, WIDE
from tests.translations.spoken import SILENT, VOID

INLINE = frozenset(
    {"a", "b", "bdi", "em", "i", "mark", "small", "span", "strong", "time", "abbr", "q", "sub", "sup"}
)
DIVIDES = re.compile(r"[·|,;:.!?(){}\[\]…–—→/“”«»\n]")
NARROW = {wide: code for code, wide in WIDE.items()}
LEADING = re.compile(
    r"\b(?:a|after|and|are|at|before|between|by|due|for|from|(?<!sign )in|is|of|on|or|since|than|the|to|until|was|with)$"
)
"""Words after which an English sentence goes on."""
Part = tuple[bool, str]
"""Whether it came through gettext, and the words."""


class _Flows(HTMLParser):
    """The page's words, block by block; what stands between two blocks is never read in one breath."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.flows: list[str] = [""]
        self.silent = 0
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        given = dict(attrs)
        if tag not in INLINE or "vh" in (given.get("class") or "").split() or given.get("class") == "con":
            self.flows.append("")
        if tag not in VOID:
            self.hidden.append(given.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        css = self.hidden.pop() if self.hidden else ""
        if tag not in INLINE or "vh" in css.split():
            self.flows.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.flows[-1] += data


def glued(page: str) -> list[str]:
    """The places where translated words and data follow each other in one sentence."""
    reader = _Flows()
    reader.feed(page)
    reader.close()
    return [place for flow in reader.flows for place in _glued(list(parts_of(flow)))]


def parts_of(flow: str) -> Iterator[Part]:
    """What came through gettext, whole, and what stands between."""
    depth, begun = 0, 0
    for place, character in enumerate(flow):
        if character == OPENS:
            if depth == 0:
                yield False, flow[begun:place]
                begun = place + 1
            depth += 1
        elif character == CLOSES and depth:
            depth -= 1
            if depth == 0:
                yield True, flow[begun:place]
                begun = place + 1
    yield False, flow[begun:]


def _glued(parts: list[Part]) -> Iterator[str]:
    spoken = [part for part in parts if part[0] or part[1].strip()]
    for before, after in itertools.pairwise(spoken):
        if _leads_on(before) and not DIVIDES.match(after[1].strip()):
            yield f"{before[1]} | {after[1]}"[:160]
        elif _ends_another(after) and not DIVIDES.search(before[1].rstrip()[-1:]):
            yield f"{before[1]} | {after[1]}"[-160:]


def _leads_on(part: Part) -> bool:
    """“It closes on”: the sentence cannot end here."""
    words = " ".join(part[1].translate(NARROW).lower().split())
    return part[0] and LEADING.search(words) is not None


def _ends_another(part: Part) -> bool:
    """“took a position.”: the sentence cannot begin here."""
    return part[0] and part[1][:1].islower() and part[1].rstrip()[-1:] in (".", "?")
