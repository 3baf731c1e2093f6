"""A table of participants on its way in: entries, and every fault with its line, its column and what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from webapp.base.access.actor import SeatRole
from webapp.base.kernel.cleaning import clean_line
from webapp.base.kernel.errors import Invalid
from webapp.features.participants.rules import check_code, clean_tags
from webapp.features.participants.rules.importing import MOST_ROWS, Entry, Fault
from webapp.features.people.rules import clean_address
from webapp.outlets.exchange.csv_reading import UNREADABLE, Row, Table
from webapp.outlets.exchange.csv_tables import is_formula, plain
from webapp.outlets.exchange.participants.columns import (
    BETWEEN_TAGS,
    COLUMNS,
    CONSTITUENCIES,
    NEEDED,
    SEATS,
    STANDINGS,
)

LIMITS: Mapping[str, int] = {
    "code": 10, "organisation": 200, "tags": 200, "person": 200, "email": 254,
}  # fmt: skip
LONGEST_CELL = 200

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True)
class ReadTable:
    """What a table says. With a fault nothing of it is done."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...] = ()
    """Names of columns that mean nothing here."""


def read_participants(table: Table) -> ReadTable:
    """The entries of a table; a line with a fault is among the faults alone."""
    if not table.rows:
        return ReadTable((), (Fault(_end(table), "", _empty(table)),))
    head, rows = table.rows[0], table.rows[1:]
    names = [_name(cell) for cell in head.cells]
    faults = _faults_of_head(head, names)
    if table.broken is not None:
        faults.append(Fault(table.broken.line, "", "participants.import_broken"))
    if not rows and not faults:
        faults.append(Fault(head.line, "", "participants.import_empty"))
    if len(rows) > MOST_ROWS:
        faults.append(Fault(rows[MOST_ROWS].line, "", "participants.import_too_long", {"most": MOST_ROWS}))
    if faults:
        return ReadTable((), tuple(faults))
    read = [_LineReader(row, names).entry() for row in rows]
    return ReadTable(
        entries=tuple(entry for entry, found in read if not found),
        faults=tuple(fault for _, found in read for fault in found),
        ignored=tuple(name for name in names if name and name not in COLUMNS),
    )


def _empty(table: Table) -> str:
    return "participants.import_broken" if table.broken else "participants.import_empty"


def _end(table: Table) -> int:
    return table.broken.line if table.broken else 1


def _name(cell: str) -> str:
    """The name of a column, however it is written: `E-mail` is `email`."""
    return cell.strip().lower().replace("-", "")


def _faults_of_head(head: Row, names: list[str]) -> list[Fault]:
    missing = [
        Fault(head.line, name, "participants.import_column_missing", {"column": name})
        for name in NEEDED
        if name not in names
    ]
    twice = {name for name in names if name in COLUMNS and names.count(name) > 1}
    return missing + [
        Fault(head.line, name, "participants.import_column_twice", {"column": name}) for name in sorted(twice)
    ]


class _LineReader:
    """Reads the cells of a line one by one and remembers what is wrong with them."""

    def __init__(self, row: Row, names: list[str]) -> None:
        self.row = row
        self.cells = dict(zip(names, row.cells, strict=False))
        self.too_many = any(cell.strip() for cell in row.cells[len(names) :])
        self.faults: list[Fault] = []

    def entry(self) -> tuple[Entry, list[Fault]]:
        """The entry, and its faults; with a fault the entry means nothing."""
        if self.too_many:
            self._fault("", "participants.import_more_cells")
        entry = Entry(
            code=self._checked("code", _code),
            name=self._words("organisation"),
            constituency=self._one_of("constituency", CONSTITUENCIES),
            standing=self._one_of("standing", STANDINGS),
            tags=tuple(clean_tags(self._words("tags").split(BETWEEN_TAGS))),
            person=self._words("person"),
            email=self._checked("email", clean_address),
            seat=self._one_of("seat", SEATS),
            line=self.row.line,
        )
        if not self.faults:
            self._check_person(entry)
        return entry, self.faults

    def _check_person(self, entry: Entry) -> None:
        """A person has name, address and seat, or the line names nobody."""
        if not entry.code:
            self._fault("code", "participants.import_no_code")
        given: Mapping[str, str | SeatRole | None] = {
            "person": entry.person, "email": entry.email, "seat": entry.seat,
        }  # fmt: skip
        if any(given.values()):
            for column in (column for column, value in given.items() if not value):
                self._fault(column, f"participants.import_no_{column}")

    def _words(self, column: str) -> str:
        """The words of a cell, cleaned; raises nothing, but remembers."""
        cell = self.cells.get(column, "")
        if UNREADABLE in cell:
            self._fault(column, "participants.import_unreadable")
        elif is_formula(cell) and plain(cell) == cell:
            self._fault(column, "participants.import_formula")
        else:
            try:
                return clean_line(plain(cell), LIMITS.get(column, LONGEST_CELL))
            except Invalid as error:
                self._fault(column, error.code, error.facts)
        return ""

    def _checked(self, column: str, check: Callable[[str], str]) -> str:
        words = self._words(column)
        try:
            return check(words) if words else ""
        except Invalid as error:
            self._fault(column, error.code, error.facts)
            return ""

    def _one_of(self, column: str, offered: Mapping[str, Kind]) -> Kind | None:
        words = self._words(column).lower().replace("_", " ")
        if words and words not in offered:
            facts = {"words": words, "offered": list(offered)}
            self._fault(column, "participants.import_not_offered", facts)
        return offered.get(words)

    def _fault(self, column: str, code: str, facts: Mapping[str, object] | None = None) -> None:
        self.faults.append(Fault(self.row.line, column, code, facts or {}))


def _code(typed: str) -> str:
    code = typed.upper()
    check_code(code)
    return code
