import pytest

from webapp.base.kernel.errors import Invalid
from webapp.features.instruments.rules.symbols import check_stem, label, next_ordinal, symbol


def test_the_zero_draft_bears_the_stem_and_later_ones_their_number() -> None:
    assert [symbol("MAC/VP/2026/1", ordinal) for ordinal in (0, 1, 12)] == [
        "MAC/VP/2026/1",
        "MAC/VP/2026/1/Rev.1",
        "MAC/VP/2026/1/Rev.12",
    ]
    assert [label(0), label(3)] == ["zero draft", "Rev.3"]


def test_an_ordinal_once_used_never_comes_back() -> None:
    assert next_ordinal([]) == 0
    assert next_ordinal([0]) == 1
    assert next_ordinal([0, 4]) == 5


@pytest.mark.parametrize("stem", ["MAC/VP/2026/1", "A/CONF.231/3", "E-W/2"])
def test_a_stem_of_capitals_and_digits_is_accepted(stem: str) -> None:
    assert check_stem(stem) == stem


@pytest.mark.parametrize("stem", ["", "MAC", "mac/vp", "MAC//1", "/MAC/1", "MAC/1/", "MAC/1\n", "MAC/V P"])
def test_any_other_stem_is_refused(stem: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_stem(stem)
    assert refused.value.code == "symbol.malformed"


def test_a_stem_that_the_register_cannot_hold_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        check_stem("A/" + "B" * 60)
    assert refused.value.facts == {"length": 62, "limit": 60}
