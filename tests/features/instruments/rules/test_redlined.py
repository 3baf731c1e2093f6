"""A text as a redline in its own layout: everything of the newer text, and everything that went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.features.instruments.rules.texts import principle, provision, text_of
from webapp.features.instruments.rules.redlined import as_it_stands, redlined
from webapp.features.instruments.rules.snapshot import Snapshot
from webapp.features.instruments.rules.text_changes import TextChanges

KEYS = "abcdef"


@st.composite
def texts(draw: st.DrawFn) -> Snapshot:
    """Any of six provisions in any of three elements, in any order."""
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, len(KEYS)))]
    places = {key: draw(st.integers(0, 2)) for key in keys}
    elements = draw(st.permutations(range(3)))[: draw(st.integers(0, 3))]
    return text_of(
        *(
            principle(
                f"e{element}",
                str(place + 1),
                *(
                    provision(key, f"{place + 1}.{index + 1}", draw(st.sampled_from(["One.", "Two."])))
                    for index, key in enumerate(key for key in keys if places[key] == element)
                ),
            )
            for place, element in enumerate(elements)
        )
    )


@given(texts(), texts())
def test_nothing_of_either_text_is_left_out(before: Snapshot, after: Snapshot) -> None:
    shown = [one for element in redlined(TextChanges(before, after)) for one in element.provisions]
    standing = [one.provision for one in shown if one.change is None or one.change.after is not None]
    gone = {one.provision.id for one in shown if one.change is not None and one.change.after is None}
    assert sorted(one.id for one in standing) == sorted(one.id for one in after.provisions)
    assert gone == {one.id for one in before.provisions} - {one.id for one in after.provisions}
    assert len(shown) == len(standing) + len(gone)


@given(texts(), texts())
def test_elements_and_provisions_keep_the_order_of_the_newer_text(before: Snapshot, after: Snapshot) -> None:
    found = redlined(TextChanges(before, after))
    kept = {element.id: element for element in after.elements}
    assert [one.element.id for one in found if one.element.id in kept] == list(kept)
    for one in found:
        if one.element.id in kept:
            standing = [row.provision for row in one.provisions if row.provision in after.provisions]
            assert tuple(standing) == kept[one.element.id].provisions


@given(texts())
def test_a_text_against_itself_is_as_it_stands(text: Snapshot) -> None:
    assert redlined(TextChanges(text, text)) == as_it_stands(text)


def test_a_deleted_provision_stands_after_the_one_before_it() -> None:
    before = text_of(principle("e", "1", *(provision(key, f"1.{n}") for n, key in enumerate("abc", 1))))
    after = text_of(principle("e", "1", provision("a", "1.1"), provision("c", "1.2")))
    (element,) = redlined(TextChanges(before, after))
    assert [one.provision.id for one in element.provisions] == ["a", "b", "c"]


def test_an_element_that_went_shows_with_its_words() -> None:
    before = text_of(principle("e", "1", provision("a", "1.1")), principle("f", "2", provision("b", "2.1")))
    after = text_of(principle("f", "1", provision("b", "1.1")))
    first, second = redlined(TextChanges(before, after))
    assert first.change is not None
    assert first.change.after is None
    assert [one.provision.id for one in first.provisions] == ["a"]
    assert [one.provision.number for one in second.provisions] == ["1.1"]
