from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.enums import ElementKind as K
from webapp.features.instruments.rules.numbering import ElementNumbers, ElementOutline, number_elements


def test_principles_are_numbered_and_titles_are_not() -> None:
    outline = [
        ElementOutline(K.PREAMBLE, 2),
        ElementOutline(K.PRINCIPLE, 1),
        ElementOutline(K.GUIDELINE, 1),
        ElementOutline(K.PRINCIPLE, 2),
        ElementOutline(K.PRACTICE, 1),
        ElementOutline(K.ANNEX, 1),
    ]
    assert number_elements(outline) == (
        ElementNumbers("", ("P.1", "P.2")),
        ElementNumbers("1", ("1.1",)),
        ElementNumbers("G1", ("G1.1",)),
        ElementNumbers("2", ("2.1", "2.2")),
        ElementNumbers("PR1", ("PR1.1",)),
        ElementNumbers("", ("A.1",)),
    )


def test_provisions_of_titles_run_on_through_all_elements_of_the_kind() -> None:
    outline = [ElementOutline(K.ANNEX, 2), ElementOutline(K.SCOPE, 1), ElementOutline(K.ANNEX, 1)]
    assert [element.provisions for element in number_elements(outline)] == [
        ("A.1", "A.2"),
        ("S.1",),
        ("A.3",),
    ]


@given(st.lists(st.builds(ElementOutline, st.sampled_from(K), st.integers(0, 4)), max_size=12))
def test_no_number_occurs_twice_in_a_text(outline: list[ElementOutline]) -> None:
    numbered = number_elements(outline)
    provisions = [number for element in numbered for number in element.provisions]
    elements = [element.number for element in numbered if element.number]
    assert len(set(provisions)) == len(provisions) == sum(element.provisions for element in outline)
    assert len(set(elements)) == len(elements)
    assert not set(elements) & set(provisions)
