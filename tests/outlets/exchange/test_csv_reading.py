from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.outlets.exchange.csv_reading import Encoding, Row, read_bytes, read_text

COLUMNS = ("code", "organisation")
TEXT = "code,organisation\r\nMWUF,Fédération\r\n"
ROWS = (Row(1, ("code", "organisation")), Row(2, ("MWUF", "Fédération")))


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", Encoding.UTF_8),
        ("utf-8-sig", Encoding.UTF_8),
        ("utf-16", Encoding.UTF_16),
        ("utf-16-le", Encoding.UTF_16),
        ("utf-16-be", Encoding.UTF_16),
        ("cp1252", Encoding.WINDOWS_1252),
    ],
)
def test_every_usual_encoding_is_read_and_told(encoding: str, told: Encoding) -> None:
    table = read_bytes(TEXT.encode(encoding), COLUMNS)
    assert (table.encoding, table.rows) == (told, ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_usual_separator_is_found(separator: str) -> None:
    table = read_text(TEXT.replace(",", separator), COLUMNS)
    assert (table.separator, table.rows) == (separator, ROWS)


def test_a_separator_that_is_announced_holds_and_lines_are_counted_on() -> None:
    table = read_text("sep=;\r\ncode;organisation\r\nMWUF;A, B\r\n", COLUMNS)
    assert table.rows == (Row(2, ("code", "organisation")), Row(3, ("MWUF", "A, B")))


def test_a_quoted_cell_holds_line_ends_and_the_next_line_keeps_its_number() -> None:
    table = read_text('code,organisation\nA,"one\ntwo"\n\nB,three\n', COLUMNS)
    assert table.rows[1:] == (Row(2, ("A", "one\ntwo")), Row(5, ("B", "three")))


@pytest.mark.parametrize("broken", ['"never closed', '"closed" and words'])
def test_what_cannot_be_read_is_told_with_its_line(broken: str) -> None:
    table = read_text(f"code,organisation\nA,B\nC,{broken}\n", COLUMNS)
    assert table.broken is not None
    assert table.broken.line == 3
    assert len(table.rows) == 2


@given(st.binary(max_size=400))
def test_no_bytes_at_all_are_an_exception(data: bytes) -> None:
    read_bytes(data, COLUMNS)


@given(st.text(max_size=400))
def test_no_text_at_all_is_an_exception(text: str) -> None:
    read_text(text, COLUMNS)
