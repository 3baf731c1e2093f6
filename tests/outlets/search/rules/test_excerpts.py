from __future__ import annotations

import unicodedata

from hypothesis import given

from tests.outlets.search.rules.texts import texts
from webapp.outlets.search.rules.asking import read
from webapp.outlets.search.rules.excerpts import LENGTH, excerpt, marked

LONG = (
    "Before anything else. " * 40
    + "States should warn migrants early, in words they know. "
    + "And after. " * 60
)


def told(text: str, typed: str) -> str:
    pieces = excerpt(text, read(typed)).pieces
    return "".join(f"<{piece.text}>" if piece.marked else piece.text for piece in pieces)


@given(texts, texts)
def test_a_marked_text_is_the_text(text: str, typed: str) -> None:
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    assert "".join(piece.text for piece in marked(text, read(typed))) == plain
    assert all(piece.text for piece in marked(text, read(typed)))


def test_an_excerpt_is_cut_around_what_was_asked_for() -> None:
    found = excerpt(LONG, read("migr"))
    assert (found.begins, found.ends) == (False, False)
    assert [piece.text for piece in found.pieces if piece.marked] == ["migrants"]
    assert sum(len(piece.text) for piece in found.pieces) <= LENGTH


def test_an_excerpt_begins_and_ends_with_whole_words() -> None:
    pieces = excerpt(LONG, read("migr")).pieces
    whole = "".join(piece.text for piece in pieces)
    assert f" {whole} ".replace(". ", " ").split()[0] in LONG.replace(".", "").split()
    assert LONG[LONG.index(whole) + len(whole)] in " ,."


def test_without_the_words_an_excerpt_is_the_beginning() -> None:
    found = excerpt(LONG, read("elsewhere"))
    assert found.begins
    assert not any(piece.marked for piece in found.pieces)


def test_words_are_marked_as_they_are_written() -> None:
    assert told("Les congés payés", "conges") == "Les <congés> payés"
    assert told("in the post-crisis phase", "post-crisis phase") == "in the <post-crisis> <phase>"
    assert told("移民危機", "民危") == "移<民危>機"
    assert told("إعلان المهاجرين", "مهاجر") == "إعلان <المهاجرين>"
