"""A table of participants on its way out."""

from __future__ import annotations

from collections.abc import Iterable

from webapp.features.participants.rules.importing import Entry
from webapp.outlets.exchange.csv_tables import write_table
from webapp.outlets.exchange.participants.columns import BETWEEN_TAGS, COLUMNS, words_of


def write_participants(entries: Iterable[Entry]) -> bytes:
    """The table with its head; reading it gives the same entries."""
    return write_table(COLUMNS, map(cells, entries))


def cells(entry: Entry) -> tuple[str, ...]:
    """A line, in the order of the columns."""
    return (
        entry.code,
        entry.name,
        words_of(entry.constituency) if entry.constituency else "",
        words_of(entry.standing) if entry.standing else "",
        f"{BETWEEN_TAGS} ".join(entry.tags),
        entry.person,
        entry.email,
        words_of(entry.seat) if entry.seat else "",
    )
