from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.outlets.search.rules.texts import texts
from webapp.outlets.search.rules.asking import matches, read
from webapp.outlets.search.rules.words import words_of


@given(st.text(max_size=200))
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    assert matches(read(typed), words_of("migrants")) in (True, False)


@given(texts, st.data())
def test_every_word_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    words = words_of(text)
    assume(words)
    word = data.draw(st.sampled_from(words))
    assert matches(read(word), words)


@given(texts, st.data())
def test_every_beginning_of_a_word_finds_it(text: str, data: st.DataObject) -> None:
    words = [word for word in words_of(text) if len(word) > 1]
    assume(words)
    word = data.draw(st.sampled_from(words))
    beginning = word[: data.draw(st.integers(2, len(word)))]
    assume(words_of(beginning) == (beginning,))
    assert matches(read(beginning), words_of(text))


@given(texts, texts, texts)
def test_a_passage_in_quotation_marks_finds_the_text_around_it(before: str, passage: str, after: str) -> None:
    assume(words_of(passage) and not set(passage) & set('"“”„‟«»＂「」『』'))
    assert matches(read(f'"{passage}"'), (*words_of(before), *words_of(passage), *words_of(after)))


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("migr", "Migrants at risk", True),
        ("conges", "Les congés payés", True),
        ("grants", "Migrants at risk", False),
        ("risk migrants", "Migrants at risk", True),
        ("migrants papers", "Migrants at risk", False),
        ('"at risk"', "Migrants at risk", True),
        ('"risk at"', "Migrants at risk", False),
        ('"migr"', "Migrants at risk", False),
        ("« at risk »", "Migrants at risk", True),
        ("migrants -papers", "Migrants at risk", True),
        ("migrants -risk", "Migrants at risk", False),
        ('migrants -"at risk"', "Migrants at risk", False),
        ("post-crisis", "in the post-crisis phase", True),
        ("post-crisis", "crisis post", False),
        ("MAC/VP/2026/1/Rev.1", "document MAC/VP/2026/1/Rev.1", True),
        ("MAC/VP/2026/1/Rev.2", "document MAC/VP/2026/1/Rev.1", False),
        ("3", "number 31", False),
        ("移民", "移民危機", True),
        ("民移", "移民危機", False),
        ("อพยพ", "ผู้อพยพ", True),
        ("المه", "المهاجرين", True),
        ("مهاجر", "المهاجرين", True),
        ("المهاجر", "مهاجرين", True),
        ("والمهاجرين", "للمهاجرين", True),
        ('"', "anything", False),
        ("-papers", "anything", False),
        ('AND OR NOT NEAR( * ^ : "', "and or not near", True),
    ],
)
def test_what_is_asked_for(typed: str, text: str, found: bool) -> None:
    assert matches(read(typed), words_of(text)) is found
