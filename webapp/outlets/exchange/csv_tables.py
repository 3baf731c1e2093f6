"""Tables as CSV (RFC 4180), in UTF-8 with a mark by which spreadsheets know it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute instead of showing."""


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with its head. Cells that would be read as formulas begin with an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in head])
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return (MARK + text.getvalue()).encode()


def harmless(cell: str) -> str:
    """The cell as a spreadsheet shows it, and never as something that it computes."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(FORMULA) else cell
