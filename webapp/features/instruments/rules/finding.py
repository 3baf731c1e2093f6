"""Which place of a text somebody means by “3.1”, “Principle 3” or words of a heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from .enums import ElementKind
from .snapshot import Snapshot

_PROVISION: Final = re.compile(r"[a-z]*\d*\.\d+")
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True)
class FoundPlace:
    """A place of a text: its anchor on the page, its number where it has one, and the title that it has or stands under."""

    anchor: str
    number: str
    kind: ElementKind
    words: str
    is_element: bool = False


def find_places(text: Snapshot, asked: str, kinds: Mapping[ElementKind, str]) -> tuple[FoundPlace, ...]:
    """Every place that may be meant, in reading order; one where it is certain.

    `kinds` are the kinds of elements in the reader's language. A number or a whole name is certain; else headings
    that hold every word that was asked for, each from its beginning; else the provisions whose number was begun.
    """
    sought = _folded(asked)
    if not sought:
        return ()
    meant = {sought, sought.rstrip("."), _number_in(sought)}
    exact = [place for place, names in _elements(text, kinds) if meant & names]
    exact += [place for place in _provisions(text) if _folded(place.number) in meant]
    if exact:
        return tuple(exact)
    elements = [place for place, _names in _elements(text, kinds)]
    headings = [one for one in elements if _holds(f"{kinds[one.kind]} {one.number} {one.words}", sought)]
    begun = _number_in(sought).rstrip(".")
    return tuple(
        headings or (one for one in _provisions(text) if _folded(one.number).startswith(f"{begun}."))
    )


def _number_in(sought: str) -> str:
    """The number behind a word for it: “§ 3.1”, “paragraph 3.1”, “principle 3.1”."""
    last = sought.rpartition(" ")[2].lstrip("§").rstrip(".")
    return last if _PROVISION.fullmatch(last) or "§" in sought else sought


def _elements(text: Snapshot, kinds: Mapping[ElementKind, str]) -> Iterator[tuple[FoundPlace, set[str]]]:
    for position, element in enumerate(text.elements, start=1):
        place = FoundPlace(f"e{position}", element.number, element.kind, element.title, is_element=True)
        kind = kinds[element.kind]
        names = {element.title, f"{kind} {element.number}: {element.title}"}
        names |= {element.number, f"{kind} {element.number}", f"{element.kind} {element.number}"}
        yield place, {folded for folded in map(_folded, names) if folded}


def _provisions(text: Snapshot) -> Iterator[FoundPlace]:
    for element in text.elements:
        for one in element.provisions:
            yield FoundPlace(f"p{one.number}", one.number, element.kind, element.title)


def _holds(heading: str, sought: str) -> bool:
    words = _folded(heading).split(" ")
    return all(any(word.startswith(part) for word in words) for part in sought.split(" "))


def _folded(words: str) -> str:
    """The words however they are typed: compatible forms, accents and capitals alike, single blanks."""
    spread = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return _BLANKS.sub(" ", re.sub(r"[,:;“”\"«»]", " ", bare)).strip()
