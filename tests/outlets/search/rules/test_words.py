from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given

from tests.outlets.search.rules.texts import texts
from webapp.outlets.search.rules.words import fold, without_article, words_in, words_of


@given(texts)
def test_words_that_are_compared_are_their_own_words(text: str) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words


@given(texts)
@example("ᾳ")
@example("\u0344")
def test_every_form_of_unicode_has_the_same_words(text: str) -> None:
    forms = {form: words_of(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert forms["NFC"] == forms["NFD"] == words_of(text)


@given(texts)
def test_places_go_forward_and_hold_the_words(text: str) -> None:
    at = 0
    for found in words_in(text):
        assert at <= found.start < found.end <= len(text)
        assert found.word in fold(text[found.start : found.end])
        at = found.start


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Congés", "conges"),
        ("STRASSE", "straße"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("ＭＡＣ １２", "mac 12"),
        ("ﬁnal", "final"),
        ("cœur", "coeur"),
        ("Łódź", "lodz"),
        ("Ώρα", "ωρα"),
        ("ёлка", "елка"),
        ("وَثِيقَة", "وثيقه"),
        ("إعلان", "اعلان"),
        ("مسؤولية", "مسوولية"),
        ("شيء", "شئ"),
        ("مـــهاجر", "مهاجر"),
        ("کشور", "كشور"),
        ("٢٠٢٦", "2026"),
        ("ｶﾞ", "ガ"),
        ("か\u3099", "が"),
        ("می\u200cخواهم", "میخواهم"),
        ("co\u00adoperation", "cooperation"),
    ],
)
def test_what_is_written_in_two_ways_is_one_word(one: str, other: str) -> None:
    assert words_of(one) == words_of(other) != ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’égalité post-crise", ("l", "egalite", "post", "crise")),
        ("MAC/VP/2026/1/Rev.1", ("mac", "vp", "2026", "1", "rev", "1")),
        ("R1/MWUF/014", ("r1", "mwuf", "014")),
        ("移民危機", ("移", "民", "危", "機")),
        ("かが", ("か", "が")),
        ("ผู้อพยพ", ("ผู้", "อ", "พ", "ย", "พ")),
        ("½", ("1", "2")),
        ("[ ] — * …", ()),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_marks_that_make_another_letter_stay() -> None:
    assert words_of("か") != words_of("が")
    assert words_of("ก") != words_of("กิ")


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("المهاجرين", "مهاجرين"),
        ("والمهاجرين", "مهاجرين"),
        ("للمهاجرين", "مهاجرين"),
        ("الى", None),
        ("migrant", None),
    ],
)
def test_the_arabic_article_is_known(word: str, stem: str | None) -> None:
    assert without_article(word) == stem
