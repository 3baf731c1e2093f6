"""Which place of the words concerned is meant."""

from __future__ import annotations

import pytest

from webapp.base.kernel.errors import Invalid
from webapp.features.instruments.rules.anchors import Span
from webapp.features.review.rules.words import choose_place

TWICE = (Span(14, 18), Span(42, 46))


def test_the_only_place_needs_no_choice() -> None:
    assert choose_place([Span(3, 9)], None) == Span(3, 9)


def test_words_that_do_not_stand_there_are_refused_at_their_field() -> None:
    with pytest.raises(Invalid) as invalid:
        choose_place([], None)
    assert (invalid.value.code, invalid.value.field) == ("review.words_absent", "words")


@pytest.mark.parametrize("start", [None, 3])
def test_several_places_are_offered_as_a_choice(start: int | None) -> None:
    with pytest.raises(Invalid) as invalid:
        choose_place(TWICE, start)
    assert invalid.value.code == "review.words_several"
    assert invalid.value.facts == {"places": 2}


def test_the_chosen_place_is_taken() -> None:
    assert choose_place(TWICE, 42) == Span(42, 46)
