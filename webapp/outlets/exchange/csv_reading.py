"""A table that somebody made with whatever program: its encoding, its separator, its lines. Never an exception.

What had to be guessed is told, so that the reader of a preview looks at it.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

SEPARATORS = (",", ";", "\t")
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How an .xlsx or .ods file begins, and an .xls file."""
SAMPLE = 400
"""Bytes by which UTF-16 without a mark is known."""
UNREADABLE = "\ufffd"
"""What stands for a byte that is no character."""


class Encoding(StrEnum):
    """How the bytes were read."""

    TYPED = "typed"
    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    WINDOWS_1252 = "windows-1252"


@dataclass(frozen=True)
class Row:
    """The cells of a line; `line` is where it begins in the file, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Broken:
    """Where the table cannot be read on: a quotation mark that is not closed, or words behind a closed one."""

    line: int


@dataclass(frozen=True)
class Table:
    """The lines of a table, those without any words left out."""

    encoding: Encoding
    separator: str
    rows: tuple[Row, ...]
    broken: Broken | None = None


def is_spreadsheet(data: bytes) -> bool:
    """Whether the file is a spreadsheet and no table in plain text."""
    return data.startswith(SPREADSHEETS)


def read_bytes(data: bytes, columns: Collection[str]) -> Table:
    """The table of a file; `columns` are the names by whose number in its head the separator is known."""
    encoding, text = decode(data)
    return read_text(text, columns, encoding)


def read_text(text: str, columns: Collection[str], encoding: Encoding = Encoding.TYPED) -> Table:
    """The table of a text."""
    text = text.removeprefix("\ufeff")
    announced, text = _announced(text)
    separator = announced or _separator(text, columns)
    rows: list[Row] = []
    broken = None
    for found in _lines(text, separator, 2 if announced else 1):
        if isinstance(found, Broken):
            broken = found
        elif any(cell.strip() for cell in found.cells):
            rows.append(found)
    return Table(encoding, separator, tuple(rows), broken)


def decode(data: bytes) -> tuple[Encoding, str]:
    """The words of the bytes: as their mark says, else as UTF-8, else as Windows-1252, which is a guess."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding.UTF_16, data.decode("utf-16", "replace")
    unmarked = _utf_16_without_mark(data[:SAMPLE])
    if unmarked:
        return Encoding.UTF_16, data.decode(unmarked, "replace")
    try:
        return Encoding.UTF_8, data.decode("utf-8-sig")
    except UnicodeDecodeError:
        marked = data.startswith(codecs.BOM_UTF8)
    if marked:
        return Encoding.UTF_8, data.decode("utf-8-sig", "replace")
    return Encoding.WINDOWS_1252, data.decode("cp1252", "replace")


def _utf_16_without_mark(sample: bytes) -> str | None:
    """Latin letters in UTF-16 have a zero byte each: the second (little-endian), or the first."""
    half = len(sample) // 2
    if half < 2 or sample.count(0) * 4 < len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"


def _announced(text: str) -> tuple[str | None, str]:
    """The separator that some programs say in a first line of their own: `sep=;`."""
    first, _, rest = text.partition("\n")
    first = first.strip("\r ")
    if first.lower().startswith("sep=") and first[4:5] in SEPARATORS:
        return first[4], rest
    return None, text


def _separator(text: str, columns: Collection[str]) -> str:
    """The separator that finds most of the columns in the first line."""

    def found(separator: str) -> tuple[int, int]:
        head = next((row for row in _lines(text, separator, 1) if isinstance(row, Row)), None)
        cells = head.cells if head else ()
        return sum(cell.strip().lower() in columns for cell in cells), len(cells)

    return max(SEPARATORS, key=found)


def _lines(text: str, separator: str, first: int) -> Iterator[Row | Broken]:
    """The lines as RFC 4180 divides them: a quoted cell may hold line ends. A fault ends the table."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = first
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Broken(begins)
            return
        yield Row(begins, tuple(cells))
        begins = first + reader.line_num
