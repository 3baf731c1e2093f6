from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.features.instruments.rules.texts import principle, provision, text_of
from webapp.features.instruments.rules.enums import ElementKind
from webapp.features.instruments.rules.finding import find_places
from webapp.features.instruments.rules.snapshot import SnapshotElement

KINDS = {kind: kind.value.capitalize() for kind in ElementKind} | {ElementKind.PRINCIPLE: "Principe"}
TEXT = text_of(
    SnapshotElement("e0", ElementKind.PREAMBLE, "", "Préambule", (provision("a", "P.1"),)),
    principle("e1", "1", provision("b", "1.1"), provision("c", "1.2"), title="A way out, a way home"),
    principle("e2", "2", provision("d", "2.1"), title="A way to papers"),
    principle("e3", "12", *(provision(f"x{n}", f"12.{n}") for n in range(1, 12)), title="Families"),
)


def anchors(asked: str) -> list[str]:
    return [place.anchor for place in find_places(TEXT, asked, KINDS)]


@pytest.mark.parametrize(
    ("asked", "anchor"),
    [
        ("1.1", "p1.1"),
        (" 1.1. ", "p1.1"),
        ("§ 12.11", "p12.11"),
        ("§12.11", "p12.11"),
        ("paragraph 1.2", "p1.2"),
        ("Principle 1.2", "p1.2"),
        ("p.1", "pP.1"),
        ("2", "e3"),
        ("principle 2", "e3"),
        ("PRINCIPE 2", "e3"),
        ("Principe 2: A way to papers", "e3"),
        ("preambule", "e1"),
        ("families", "e4"),
        ("papers way", "e3"),
        ("famil", "e4"),
    ],
)
def test_a_number_a_name_or_words_of_a_heading_lead_to_one_place(asked: str, anchor: str) -> None:
    assert anchors(asked) == [anchor]


def test_words_of_several_headings_offer_all_of_them_in_reading_order() -> None:
    assert anchors("a way") == ["e2", "e3"]


def test_a_number_that_was_begun_offers_what_begins_so() -> None:
    assert anchors("principle 1.") == ["e2"]
    assert anchors("P.") == ["pP.1"]


@pytest.mark.parametrize("asked", ["", "  ", "9.9", "elephants", "§"])
def test_what_is_not_there_is_not_guessed(asked: str) -> None:
    assert anchors(asked) == []


@given(st.text(max_size=30))
def test_nothing_that_can_be_typed_is_an_exception(asked: str) -> None:
    find_places(TEXT, asked, KINDS)


@given(st.sampled_from([one.number for one in TEXT.provisions]))
def test_every_provision_is_found_by_its_number(number: str) -> None:
    assert anchors(number) == [f"p{number}"]
