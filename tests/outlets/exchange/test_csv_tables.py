from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.outlets.exchange.csv_tables import FORMULA, harmless, write_table

cells = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"))


def read(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


@given(st.lists(st.lists(cells, min_size=2, max_size=2)))
def test_what_is_written_reads_back(rows: list[list[str]]) -> None:
    back = read(write_table(["a", "b"], rows))
    assert [[cell.removeprefix("'") for cell in row] for row in back[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n=1"])
def test_a_cell_never_becomes_a_formula(cell: str) -> None:
    assert not read(write_table(["a"], [[cell]]))[1][0].lstrip().startswith(FORMULA)


def test_ordinary_words_stay_as_they_are() -> None:
    assert harmless("“A border” is too wide.") == "“A border” is too wide."
