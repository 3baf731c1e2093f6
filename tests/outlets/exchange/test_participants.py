"""A table of participants as it is read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.base.access.actor import Constituency, SeatRole, Standing
from webapp.base.kernel.cleaning import clean_line
from webapp.features.participants.rules import clean_tags
from webapp.features.participants.rules.importing import MOST_ROWS, Entry
from webapp.outlets.exchange.csv_reading import read_bytes, read_text
from webapp.outlets.exchange.participants.columns import COLUMNS, EXAMPLE
from webapp.outlets.exchange.participants.reading import ReadTable, read_participants
from webapp.outlets.exchange.participants.writing import cells, write_participants

HEAD = "code;organisation;constituency;standing;tags;person;email;seat\n"


def read(text: str) -> ReadTable:
    return read_participants(read_text(text, COLUMNS))


def faults(text: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.code.rpartition(".")[2]) for one in read(text).faults]


lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30).map(
    lambda words: clean_line(words, 200)
)
tags = st.lists(lines.map(lambda words: words.replace(",", "")), max_size=3).map(
    lambda several: tuple(clean_tags(several))
)
people = st.one_of(
    st.just(("", "", None)),
    st.tuples(
        lines.filter(bool),
        st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True),
        st.sampled_from(list(SeatRole)),
    ),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    person, email, seat = draw(people)
    return Entry(
        code=draw(st.from_regex(r"[A-Z0-9]{2,10}", fullmatch=True)),
        name=draw(lines),
        constituency=draw(st.sampled_from([None, *Constituency])),
        standing=draw(st.sampled_from([None, *Standing])),
        tags=draw(tags),
        person=person,
        email=email,
        seat=seat,
    )


@given(st.lists(entries(), min_size=1, max_size=6))
def test_what_is_written_is_read_back(table: list[Entry]) -> None:
    back = read_participants(read_bytes(write_participants(table), COLUMNS))
    assert (list(back.entries), back.faults) == (table, ())


@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=6), st.sampled_from([HEAD, ""]))
def test_no_table_at_all_is_an_exception(rows: list[list[str]], head: str) -> None:
    read(head + "\n".join(";".join(row) for row in rows))


@given(st.binary(max_size=300))
def test_no_file_at_all_is_an_exception(data: bytes) -> None:
    read_participants(read_bytes(HEAD.encode() + data, COLUMNS))


def test_the_example_reads_without_a_fault() -> None:
    table = "\n".join(";".join(line) for line in (COLUMNS, *EXAMPLE))
    assert read(table).faults == ()
    assert [cells(entry) for entry in read(table).entries] == list(EXAMPLE)


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("A;Anybody;state;member;;;;", "code", "code_shape"),
        (";Anybody;state;member;;;;", "code", "import_no_code"),
        ("ABC;Anybody;planet;member;;;;", "constituency", "import_not_offered"),
        ("ABC;Anybody;state;guest;;;;", "standing", "import_not_offered"),
        ("ABC;;;;;Noor Aziz;noor at union;head", "email", "not_an_address"),
        ("ABC;;;;;Noor Aziz;;head", "email", "import_no_email"),
        ("ABC;;;;;;noor@union.example;head", "person", "import_no_person"),
        ("ABC;;;;;Noor Aziz;noor@union.example;", "seat", "import_no_seat"),
        ("ABC;=1+1;state;member;;;;", "organisation", "import_formula"),
        ("ABC;N\ufffdon;state;member;;;;", "organisation", "import_unreadable"),
        ("ABC;Bell\x07;state;member;;;;", "organisation", "control_character"),
        (f"ABC;{'long ' * 50};state;member;;;;", "organisation", "too_long"),
        ("ABC;Anybody;state;member;;;;;more", "", "import_more_cells"),
    ],
)
def test_a_fault_has_its_line_its_column_and_its_reason(line: str, column: str, code: str) -> None:
    assert faults(f"{HEAD}PHL\n{line}\n") == [(3, column, code)]


def test_a_head_without_the_code_or_with_a_column_twice_is_a_fault() -> None:
    assert faults("organisation\nAnybody\n") == [(1, "code", "import_column_missing")]
    assert faults("code,seat,seat\nABC,,\n") == [(1, "seat", "import_column_twice")]


def test_an_empty_table_and_one_that_is_too_long_are_faults() -> None:
    assert faults("") == [(1, "", "import_empty")]
    assert faults(HEAD) == [(1, "", "import_empty")]
    too_long = HEAD + "ABC\n" * (MOST_ROWS + 1)
    assert faults(too_long) == [(MOST_ROWS + 2, "", "import_too_long")]


def test_columns_stand_in_any_order_in_any_case_and_foreign_ones_are_told() -> None:
    found = read("E-Mail\tSeat\tPerson\tCode\tShoe size\nnoor@union.example\tHead\tNoor\tmwuf\t38\n")
    assert found.entries == (Entry("MWUF", person="Noor", email="noor@union.example", seat=SeatRole.HEAD),)
    assert found.ignored == ("shoe size",)


def test_words_that_were_kept_from_being_a_formula_come_back_as_they_were() -> None:
    assert read(f"{HEAD}ABC;'=Sum of us;state;member;;;;\n").entries[0].name == "=Sum of us"
