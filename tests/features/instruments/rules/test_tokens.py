import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.tokens import is_word, tokenise, without_ignorables


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a migrant’s long-term stay", ("a", " ", "migrant’s", " ", "long-term", " ", "stay")),
        ("3.1, (b)", ("3", ".", "1", ",", " ", "(", "b", ")")),
        ("one  two\n\nthree", ("one", "  ", "two", "\n", "\n", "three")),
        ("المُهاجِرُونَ وَأُسَرُهُم", ("المُهاجِرُونَ", " ", "وَأُسَرُهُم")),
        ("می\u200cخواهم", ("می\u200cخواهم",)),
        ("各国应确保。", ("各", "国", "应", "确", "保", "。")),
        ("データ", ("デ", "ー", "タ")),
        ("ผู้ย้าย", ("ผู้", "ย้", "า", "ย")),
        ("ខ្មែរ", ("ខ្មែ", "រ")),
        ("ລາວ", ("ລ", "າ", "ວ")),
        ("မြန်မာ", ("မြ", "န်", "မာ")),
        ("IOM移民", ("IOM", "移", "民")),
        ("👩\u200d👩\u200d👧!", ("👩\u200d👩\u200d👧", "!")),
    ],
)
def test_a_text_is_cut_as_its_readers_would(text: str, tokens: tuple[str, ...]) -> None:
    assert tokenise(text) == tokens


def test_direction_marks_belong_to_the_token_before_them_and_part_no_word() -> None:
    assert tokenise("\u200eab\u200fc (d)\u200e") == ("\u200eab\u200fc", " ", "(", "d", ")\u200e")
    assert tokenise("\u200e") == ("\u200e",)
    assert without_ignorables("\u061ca\u2067b\u2069\u200c") == "ab\u200c"


def test_punctuation_and_blanks_are_no_words() -> None:
    assert [is_word(token) for token in ("shall", "3", "字", ",", " ", "\n", "—")] == [True] * 3 + [False] * 4


@given(st.text())
def test_tokens_join_to_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert "".join(tokens) == text
    assert all(tokens)


@given(st.text(alphabet="aé ,-’字ก็مُ\u200e\u200f\u2067\n"))
def test_direction_marks_do_not_change_where_a_text_without_markup_is_cut(text: str) -> None:
    assert "".join(map(without_ignorables, tokenise(text))) == without_ignorables(text)
