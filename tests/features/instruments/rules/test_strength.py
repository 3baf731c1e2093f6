import pytest

from webapp.features.instruments.rules.diff import compare
from webapp.features.instruments.rules.enums import Strength
from webapp.features.instruments.rules.strength import (
    Direction,
    StrengthChange,
    direction,
    strength_changes,
    strength_words,
)

UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE


def told(before: str, after: str, lang: str = "en") -> list[tuple[str | None, str | None, Direction]]:
    changes = strength_changes(compare(before, after), lang)
    return [(change.before, change.after, change.direction) for change in changes]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("States should help.", "States shall help.", [("should", "shall", UP)]),
        ("States must help.", "States may help.", [("must", "may", DOWN)]),
        ("States must help.", "States shall help.", [("must", "shall", NONE)]),
        ("States help.", "States should help.", [(None, "should", NONE)]),
        ("States shall help.", "States help.", [("shall", None, NONE)]),
        ("States should help.", "States should always help.", []),
        ("States SHOULD help.", "States SHALL help.", [("should", "shall", UP)]),
        ("It met in April 2026.", "It met in May 2026.", []),
        ("States may act. Others should.", "States should act. Others may.",
         [("may", "should", UP), ("should", "may", DOWN)]),
    ],
)  # fmt: skip
def test_a_change_of_strength_is_told_with_its_direction(
    before: str, after: str, expected: list[tuple[str | None, str | None, Direction]]
) -> None:
    assert told(before, after) == expected


def test_a_shall_that_slips_in_among_many_other_words_is_told() -> None:
    before = "Employers who hold papers should hand them back at the first official warning."
    after = "Any employer or recruiter in possession of a passport shall return it without being asked."
    assert told(before, after) == [("should", "shall", UP)]


def test_a_strength_word_that_only_moved_along_with_others_is_not_told() -> None:
    before = "Carriers with empty seats may sell them later."
    after = "Where seats are empty those who run ships may give them away."
    assert told(before, after) == []


def test_two_strengths_that_change_places_in_one_rewritten_passage_are_told() -> None:
    before = "shall should"
    after = "should shall"
    assert told(before, after)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Les États devraient aider.", "Les États doivent aider.", ("devraient", "doivent", UP)),
        ("L’employeur doit aider.", "L’employeur peut aider.", ("doit", "peut", DOWN)),
    ],
)
def test_french_is_read_as_well(before: str, after: str, expected: tuple[str, str, Direction]) -> None:
    assert told(before, after, "fr-CH") == [expected]


def test_spanish_is_read_as_well() -> None:
    assert told("Los Estados deberían ayudar.", "Los Estados deberán ayudar.", "es") == [
        ("deberían", "deberán", UP),
    ]


def test_a_language_without_a_table_tells_nothing() -> None:
    assert strength_changes(compare("shall", "may"), "zh") == ()


def test_words_are_compared_only_where_the_changes_touch() -> None:
    changes = compare("States shall act, and others act too.", "States act, and others may act too.")
    assert strength_changes(changes, "en") == (
        StrengthChange("shall", None, NONE),
        StrengthChange(None, "may", NONE),
    )


def test_strength_words_are_given_in_order_and_the_month_is_none_of_them() -> None:
    assert strength_words("In May States Shall, and others may\u200e, act.", "en") == ("shall", "may")


def test_a_strength_without_counterpart_has_no_direction() -> None:
    assert direction(None, Strength.SHALL) is NONE
    assert direction(Strength.MAY, Strength.SHOULD) is UP
    assert direction(Strength.SHALL, Strength.SHALL) is NONE
