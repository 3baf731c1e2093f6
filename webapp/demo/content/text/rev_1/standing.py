"""What of Rev.1 is taken from the zero draft by its key: as it stood, or in other words."""

from __future__ import annotations

from dataclasses import replace

from webapp.demo.content.shapes import Element, Provision, Strength
from webapp.demo.content.text import zero_draft

STANDING = {provision.key: provision for element in zero_draft.ELEMENTS for provision in element.provisions}


def reworded(key: str, text: str, *, strength: Strength | None = None) -> Provision:
    """The provision of the zero draft in other words and, where given, in another strength."""
    before = STANDING[key]
    responsibility = before.responsibility
    if responsibility is not None and strength is not None:
        responsibility = replace(responsibility, strength=strength)
    return replace(before, text=text, responsibility=responsibility)


def with_provisions(element: Element, *provisions: Provision) -> Element:
    """The element of the zero draft with these provisions, in this order."""
    return replace(element, provisions=provisions)
