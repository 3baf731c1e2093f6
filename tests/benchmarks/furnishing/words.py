"""Words for texts and comments: always the same, and about as long as real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator

WHO = (
    "States",
    "Employers",
    "Recruitment agencies",
    "Relief organisations",
    "Consulates",
    "Countries of transit",
)
MODAL = ("should", "shall", "may", "should")
WHAT = (
    "warn migrants early and in words that they know",
    "keep copies of papers where their owners can reach them",
    "open their shelters to everybody who is in danger, whatever papers they hold",
    "let consular staff visit whoever asks for them",
    "pay the wages that were earned before the crisis began",
    "help families to find each other across borders",
    "share what they know about numbers and needs without naming anybody",
    "plan ways out that do not depend on a single border",
)
WHEN = (
    "before a crisis begins",
    "from the first hour of an emergency",
    "as long as the emergency lasts",
    "until everybody has returned or has found a new place",
    "together with those who are concerned",
)


def sentences(seed: str) -> Iterator[str]:
    """Sentences without end; the same seed gives the same ones."""
    # Chance here only spreads words; nothing secret depends on it.
    chance = random.Random(seed)
    while True:
        pick = chance.choice
        yield f"{pick(WHO)} {pick(MODAL)} {pick(WHAT)}, {pick(WHEN)}."


def text_of(seed: str, count: int) -> str:
    """So many sentences."""
    found = sentences(seed)
    return " ".join(next(found) for _ in range(count))
