from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.diff import LONGEST, Change, ChangeKind, compare, is_changed
from webapp.features.instruments.rules.tokens import without_ignorables

SIGNS = {ChangeKind.EQUAL: "{}", ChangeKind.DELETE: "−{}−", ChangeKind.INSERT: "+{}+"}


def redline(before: str, after: str) -> str:
    return "".join(SIGNS[change.kind].format(change.text) for change in compare(before, after))


def joined(changes: tuple[Change, ...], *kinds: ChangeKind) -> str:
    return "".join(change.text for change in changes if change.kind in kinds)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("States may act.", "States shall act.", "States −may−+shall+ act."),
        ("a b c", "a c", "a −b −c"),
        ("the migrants and the host", "the migrants and the families and the host",
         "the migrants and the +families and the +host"),
        ("One. Two. Three.", "One. Two. Two and a half. Three.", "One. Two. +Two and a half. +Three."),
        ("Cats, dogs run.", "Birds, fish run.", "−Cats, dogs−+Birds, fish+ run."),
        ("one\ntwo", "three\nfour", "−one−+three+\n−two−+four+"),
        ("[ensure][seek] it", "[guard][try] it", "[−ensure−+guard+][−seek−+try+] it"),
        ("各国应确保获得援助。", "各国应当努力确保能获得援助。", "各国应+当努力+确保+能+获得援助。"),
        ("ควรได้รับ", "ต้องได้รับ", "−ควร−+ต้อง+ได้รับ"),
        ("يَجِبُ على الدول", "يَنبغي على الدول", "−يَجِبُ−+يَنبغي+ على الدول"),
        ("كُتِبَ النص", "كَتَبَ النص", "−كُتِبَ−+كَتَبَ+ النص"),
        ("a  b", "a b", "a−  −+ +b"),
        ("", "new", "+new+"),
        ("old", "", "−old−"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_redline_reads_as_if_a_person_had_marked_it(before: str, after: str, expected: str) -> None:
    assert redline(before, after) == expected


def test_one_word_left_between_two_long_changes_is_no_island() -> None:
    before = "They left every belonging behind and walked home through fields."
    after = "Nobody who flees danger carries and should need many papers."
    assert redline(before, after) == f"−{before[:-1]}−+{after[:-1]}+."


def test_direction_marks_are_no_change_and_stay_in_the_text() -> None:
    assert compare("a (b)", "a\u200e (b)\u200f") == (Change(ChangeKind.EQUAL, "a\u200e (b)\u200f"),)
    assert compare("", "\u200e") == (Change(ChangeKind.EQUAL, "\u200e"),)


any_text = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ab ,.\n[]字ก็مُ\u200e\u200f", max_size=80),
    st.lists(st.sampled_from(["shall", "should", "the", "State,", "act", "\n"]), max_size=60).map(" ".join),
)


@given(any_text, any_text)
def test_both_texts_can_be_read_back_from_their_comparison(before: str, after: str) -> None:
    changes = compare(before, after)
    assert joined(changes, ChangeKind.EQUAL, ChangeKind.INSERT) == after
    was = joined(changes, ChangeKind.EQUAL, ChangeKind.DELETE)
    assert without_ignorables(was) == without_ignorables(before)


@given(any_text, any_text)
def test_a_deletion_stands_before_its_insertion_and_no_two_changes_of_a_kind_touch(
    before: str, after: str
) -> None:
    kinds = [change.kind for change in compare(before, after)]
    for one, other in pairwise(kinds):
        assert one is not other
        assert (one, other) != (ChangeKind.INSERT, ChangeKind.DELETE)


@given(any_text)
def test_nothing_changed_in_a_text_against_itself(text: str) -> None:
    assert not is_changed(compare(text, text))


@given(any_text, any_text)
def test_nothing_changed_only_where_the_texts_are_alike(before: str, after: str) -> None:
    alike = without_ignorables(before) == without_ignorables(after)
    assert is_changed(compare(before, after)) is not alike


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("may " * 20_000, "may " * 19_999 + "shall "),
        ("x may " * 10_000, "may x " * 10_000),
        ("a," * 10_000 + "q", "c," * 10_000 + "r"),
        ("States may act.", "and so on " * LONGEST),
        ("\n" * 30_000, " " * 30_000 + "a"),
    ],
)  # fmt: skip
def test_a_hopeless_comparison_gives_a_coarse_answer_in_which_nothing_is_lost(
    before: str, after: str
) -> None:
    changes = compare(before, after)
    assert len(changes) <= 4
    assert joined(changes, ChangeKind.EQUAL, ChangeKind.INSERT) == after
    assert joined(changes, ChangeKind.EQUAL, ChangeKind.DELETE) == before
