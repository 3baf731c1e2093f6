"""Tables as CSV (RFC 4180), in UTF-8 with a mark by which spreadsheets know it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
QUOTE = "'"
"""Before a cell, it tells a spreadsheet that words follow."""
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
    return f"{QUOTE}{cell}" if is_formula(cell) else cell


def plain(cell: str) -> str:
    """What `harmless` was given: `plain(harmless(cell)) == cell` for every cell."""
    return cell[1:] if cell.startswith(QUOTE) and is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would compute the cell, whatever blanks or apostrophes stand before it."""
    return cell.lstrip(f"{QUOTE} \n").startswith(FORMULA)
