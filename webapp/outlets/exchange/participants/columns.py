"""The columns of a table of participants, and the words that stand in them. The same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from webapp.base.access.actor import Constituency, SeatRole, Standing

Kind = TypeVar("Kind", bound=StrEnum)

COLUMNS = ("code", "organisation", "constituency", "standing", "tags", "person", "email", "seat")
"""As they are written; on the way in they may stand in any order, and those that are not needed may be missing."""
NEEDED = ("code",)
BETWEEN_TAGS = ","
"""As in the form of a single delegation."""

EXAMPLE = (
    ("UNW", "Union of Nurses", "civil society", "member", "trade union", "Noor Aziz", "noor.aziz@union.example", "head"),
    ("UNW", "", "", "", "", "Wim Dekker", "wim.dekker@union.example", "adviser"),
)  # fmt: skip
"""Two lines that show how it is meant: what is said once of a delegation need not be said again."""


def words_of(value: StrEnum) -> str:
    """A constituency, a standing or a seat as it stands in a cell: `international organisation`."""
    return value.value.replace("_", " ")


def _by_words(kind: type[Kind]) -> Mapping[str, Kind]:
    return {words_of(value): value for value in kind}


CONSTITUENCIES = _by_words(Constituency)
STANDINGS = _by_words(Standing)
SEATS = _by_words(SeatRole)
