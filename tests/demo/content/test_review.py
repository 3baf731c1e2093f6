"""The demo's rounds: words, authors, answers."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

from tests.demo.content.lookups import (
    DELEGATIONS,
    PEOPLE,
    REVISIONS,
    ROUND_ONE,
    ROUND_THREE,
    ROUND_TWO,
    comments,
    contributions,
    provisions,
    speaks_for,
)
from webapp.base.access.actor import OfficeKind
from webapp.demo.content import DEMO
from webapp.demo.content.shapes import CommentKind, Disposition
from webapp.features.instruments.rules.anchors import find_words
from webapp.features.instruments.rules.enums import ElementKind
from webapp.features.instruments.rules.numbering import ElementOutline, number_elements
from webapp.features.review.rules import comments as rules

NUMBER = re.compile(r"\b\d{1,2}\.\d\b")


def numbers_of(revision: str) -> set[str]:
    elements = REVISIONS[revision].elements
    outline = [ElementOutline(ElementKind(item.kind), len(item.provisions)) for item in elements]
    return {number for element in number_elements(outline) for number in element.provisions}


def test_round_one_holds_138_answered_comments_and_round_two_12_handed_in_and_7_waiting() -> None:
    first = [comment for item in ROUND_ONE.contributions for comment in item.comments]
    handed_in = [comment for item in ROUND_TWO.contributions if item.handed_in for comment in item.comments]
    (waiting,) = [item for item in ROUND_TWO.contributions if not item.handed_in]
    assert len(first) == 138
    assert all(comment.answer for comment in first)
    assert len(handed_in) == 12
    assert (waiting.delegation, len(waiting.comments)) == ("MWUF", 7)
    assert not any(comment.answer for item in ROUND_TWO.contributions for comment in item.comments)


def test_every_delegation_spoke_in_round_one_and_once_only() -> None:
    for review_round in DEMO.rounds:
        codes = [item.delegation for item in review_round.contributions]
        assert len(set(codes)) == len(codes)
    assert {item.delegation for item in ROUND_ONE.contributions} == set(DELEGATIONS)


def test_the_words_concerned_stand_in_their_provision_exactly_once() -> None:
    for revision, comment in comments():
        if comment.provision is None:
            assert not comment.words
        else:
            text = provisions(revision)[comment.provision].text
            assert not comment.words or comment.words in text, comment
            assert not comment.words or len(find_words(text, comment.words, DELEGATIONS)) == 1, comment


def test_some_comments_are_in_french_and_in_arabic_and_each_says_its_language() -> None:
    languages = Counter(comment.language for _, comment in comments())
    assert languages == {"en": 156, "fr": 5, "ar": 2}
    for _, comment in comments():
        assert bool(re.search("[\u0600-\u06ff]", comment.body)) == (comment.language == "ar")


def test_all_kinds_of_comment_and_all_dispositions_of_a_real_round_occur() -> None:
    first = [comment for item in ROUND_ONE.contributions for comment in item.comments]
    assert {comment.kind for comment in first} == {"general", "substantive", "editorial"}
    assert len({comment.answer.disposition for comment in first if comment.answer}) == 8


def test_a_number_that_is_spoken_of_is_a_number_of_the_text() -> None:
    numbers = {number for revision in REVISIONS for number in numbers_of(revision)}
    for _, comment in comments():
        said = comment.body + " " + (comment.answer.reason if comment.answer else "")
        assert set(NUMBER.findall(said)) <= numbers, comment


def test_dispositions_and_kinds_are_those_that_a_round_knows() -> None:
    assert {str(kind) for kind in get_args(CommentKind)} == set(rules.CommentKind)
    assert {str(word) for word in get_args(Disposition)} == set(rules.Disposition) - {
        rules.Disposition.WITHDRAWN
    }


def test_comments_come_from_the_own_delegation_and_are_handed_in_by_a_head_or_alternate() -> None:
    for _, contribution in contributions():
        assert all(
            PEOPLE[comment.author].delegation == contribution.delegation for comment in contribution.comments
        )
        assert (contribution.handed_in_by is None) == (contribution.handed_in is None)
        assert contribution.handed_in_by is None or speaks_for(
            contribution.handed_in_by, contribution.delegation
        )


def test_nobody_answers_the_comments_of_the_own_delegation() -> None:
    for contribution in (*ROUND_ONE.contributions, *ROUND_THREE.contributions):
        assert contribution.answered_by is not None
        officer = PEOPLE[contribution.answered_by]
        assert officer.office is OfficeKind.SECRETARIAT
        assert officer.delegation != contribution.delegation


def test_rounds_are_planned_and_concluded_by_the_secretariat() -> None:
    for review_round in DEMO.rounds:
        assert PEOPLE[review_round.planned_by].office is OfficeKind.SECRETARIAT
        assert (
            review_round.concluded_by is None
            or PEOPLE[review_round.concluded_by].office is OfficeKind.SECRETARIAT
        )
