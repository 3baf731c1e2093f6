import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.anchors import Span, find_words, mark
from webapp.features.instruments.rules.notation import Bracket, Words, parse, plain

CODES = frozenset({"PHL", "IOM"})


def found(text: str, words: str) -> list[str]:
    return [text[span.start : span.end] for span in find_words(text, words, CODES)]


def test_several_places_are_all_given_in_reading_order() -> None:
    text = "States of origin help States of transit."
    assert find_words(text, "States of", CODES) == (Span(0, 9), Span(22, 31))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("No one should be\nturned  away.", "be turned away", ["be\nturned  away"]),
        ("the délégation", "de\u0301le\u0301gation", ["délégation"]),
        ("A\u200e (b)\u200f c", "A (b) c", ["A\u200e (b)\u200f c"]),
        ("يَجِبُ على الدول", "على الدول", ["على الدول"]),
        ("各国应确保移民获得援助", "移民", ["移民"]),
        ("ผู้ย้ายถิ่นควรได้รับ", "ควร", ["ควร"]),
        ("a port and transport", "port", ["port"]),
        ("by transport", "port", ["port"]),
        ("to seek *and ensure* access", "seek and ensure", ["seek *and ensure"]),
        (r"see \[note\] here", "[note]", [r"\[note\]"]),
        ("States act.", "Nobody", []),
        ("States act.", "states", []),
        ("States act.", "  \u200e ", []),
        ("", "a", []),
    ],
)
def test_words_are_found_exactly_but_for_blanks_and_direction_marks(
    text: str, words: str, expected: list[str]
) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize("words", ["should ensure", "ensure it", "PHL", "ensureseek", "[ensure"])
def test_nothing_is_found_across_the_edge_of_a_bracket_or_in_its_names(words: str) -> None:
    assert found("States should [ensure -- PHL][seek] it", words) == []


def test_words_inside_an_alternative_are_found() -> None:
    text = "States should [ensure -- PHL][seek to ensure -- IOM] it"
    assert find_words(text, "ensure", CODES) == (Span(15, 21), Span(38, 44))


def test_marks_cut_the_runs_and_overlap_where_the_spans_do() -> None:
    text = "one *two three* four"
    spans = find_words(text, "one two", CODES) + find_words(text, "two three four", CODES)
    (words,) = mark(text, spans, CODES).parts
    assert isinstance(words, Words)
    assert [(run.text, run.emphasis, run.marks) for run in words.runs] == [
        ("one ", False, (0,)),
        ("two", True, (0, 1)),
        (" three", True, (1,)),
        (" four", False, (1,)),
    ]


def test_marks_inside_an_alternative_leave_its_names_alone() -> None:
    text = r"[a \* b -- IOM]"
    (bracket,) = mark(text, find_words(text, "* b", CODES), CODES).parts
    assert isinstance(bracket, Bracket)
    (only,) = bracket.alternatives
    assert [(run.text, run.marks) for run in only.words.runs] == [("a ", ()), ("* b", (0,))]
    assert only.names == ("IOM",)


provision = st.sampled_from(
    [
        r"a *b c* \[a\] b \* [a b -- IOM][... -- PHL][] a b.",
        "a *b**c* a\\ b",
        "States  [may][*shall*] may.",
    ]
)


@given(provision, st.text(alphabet="abc Stesmy[]*.\\", min_size=1, max_size=6))
def test_marking_what_was_found_shows_the_same_text_and_those_words(text: str, words: str) -> None:
    for span in find_words(text, words, CODES):
        tree = mark(text, [span], CODES)
        assert plain(tree, names=True) == plain(parse(text, CODES), names=True)
        runs = [
            run
            for part in tree.parts
            for group in ([one.words for one in part.alternatives] if isinstance(part, Bracket) else [part])
            for run in group.runs
        ]
        marked = "".join(run.text for run in runs if run.marks)
        assert marked.split() == words.split()
