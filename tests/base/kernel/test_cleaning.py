import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.base.kernel.cleaning import clean_line, clean_text
from webapp.base.kernel.errors import Invalid

ACCEPTED = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t"))


def test_composed_and_decomposed_letters_become_the_same_text() -> None:
    assert clean_text("de\u0301le\u0301gation", 100) == "délégation"


def test_ends_of_lines_become_one_kind_and_blanks_before_them_go() -> None:
    assert clean_text("one \r\ntwo\t\rthree\u2028four \n\n", 100) == "one\ntwo\nthree\nfour"


def test_empty_lines_around_a_text_go_and_those_within_it_stay() -> None:
    assert clean_text("\n \none\n\ntwo\n", 100) == "one\n\ntwo"


def test_a_line_holds_single_blanks_only() -> None:
    assert clean_line(" \tone\r\n two\u00a0 three ", 100) == "one two three"


@pytest.mark.parametrize("kept", ["مي\u200cخواهم", "\u200fنص\u200e", "क\u200dष", "\u2067abc\u2069", "a\tb"])
def test_direction_marks_joiners_and_tabs_stay(kept: str) -> None:
    assert clean_text(kept, 100) == kept


@pytest.mark.parametrize(
    ("text", "code", "position", "character"),
    [
        ("ab\x07c", "text.control_character", 2, "U+0007"),
        ("\x00", "text.control_character", 0, "U+0000"),
        ("a\x85", "text.control_character", 1, "U+0085"),
        ("a\ud800b", "text.lone_surrogate", 1, "U+D800"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_place(
    text: str, code: str, position: int, character: str
) -> None:
    for clean in (clean_text, clean_line):
        with pytest.raises(Invalid) as refused:
            clean(text, 100)
        assert refused.value.code == code
        assert refused.value.facts == {"position": position, "character": character}


def test_a_text_as_long_as_the_limit_is_accepted_and_a_longer_one_refused() -> None:
    assert clean_text("e\u0301" * 5 + "  ", 5) == "é" * 5
    with pytest.raises(Invalid) as refused:
        clean_text("six...", 5)
    assert refused.value.code == "text.too_long"
    assert refused.value.facts == {"length": 6, "limit": 5}


@given(ACCEPTED)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for clean in (clean_text, clean_line):
        once = clean(text, 10_000)
        assert clean(once, 10_000) == once
        assert unicodedata.is_normalized("NFC", once)
