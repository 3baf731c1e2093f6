from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules import alignment
from webapp.features.instruments.rules.alignment import gaps, longest_first, price

few_words = st.lists(st.sampled_from(["a", "b", "c", " ", "  ", "\n", ","]), max_size=40)


@given(few_words, few_words)
def test_what_lies_outside_the_gaps_is_the_same_in_both(before: list[str], after: list[str]) -> None:
    kept_before, kept_after = list(before), list(after)
    for gap in reversed(gaps(before, after)):
        del kept_before[gap.i1 : gap.i2]
        del kept_after[gap.j1 : gap.j2]
    assert kept_before == kept_after


@given(few_words)
def test_a_text_has_no_gaps_against_itself(tokens: list[str]) -> None:
    assert gaps(tokens, tokens) == []


def test_too_few_steps_leave_stretches_unmatched_and_too_many_change_nothing() -> None:
    before, after = list("abcdefgh"), list("abxdefyh")
    assert longest_first(before, after, 0) == []
    one_search = price(before, after)
    assert [match.size for match in longest_first(before, after, one_search)] == [3]
    assert [match.size for match in longest_first(before, after, 10_000)] == [2, 3, 1]


def test_the_same_word_many_times_costs_more_than_there_is_and_is_left_whole() -> None:
    before, after = ["x", "may"] * 10_000, ["may", "x"] * 10_000
    assert price(before, after) > alignment.STEPS
    assert longest_first(before, after, alignment.STEPS) == []


def test_six_thousand_words_with_a_change_in_every_hundred_cost_less_than_there_is() -> None:
    before = [f"w{(place * place + 7 * place) % 997}" for place in range(6_000)]
    after = ["other" if place % 100 == 50 else word for place, word in enumerate(before)]
    assert len(gaps(before, after)) == 60
