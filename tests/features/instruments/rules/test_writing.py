import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.writing import TextFault, clean


def test_composed_and_decomposed_letters_become_the_same_text() -> None:
    assert clean("de\u0301le\u0301gation", 100) == "délégation"


def test_ends_of_lines_become_one_kind_and_blanks_before_them_go() -> None:
    assert clean("one \r\ntwo\t\rthree\u2028four \n\n", 100) == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("kept", ["مي\u200cخواهم", "\u200fنص\u200e", "क\u200dष", "\u2067abc\u2069", "a\tb"])
def test_direction_marks_joiners_and_tabs_stay(kept: str) -> None:
    assert clean(kept, 100) == kept


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
    with pytest.raises(TextFault) as refused:
        clean(text, 100)
    assert refused.value.code == code
    assert refused.value.facts == {"position": position, "character": character}


def test_a_text_as_long_as_the_limit_is_accepted_and_a_longer_one_refused() -> None:
    assert clean("e\u0301" * 5 + "  ", 5) == "é" * 5
    with pytest.raises(TextFault) as refused:
        clean("six...", 5)
    assert refused.value.code == "text.too_long"
    assert refused.value.facts == {"length": 6, "limit": 5}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t")))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text, 10_000)
    assert clean(once, 10_000) == once
    assert unicodedata.is_normalized("NFC", once)
