from __future__ import annotations

from webapp.base.kernel.kept import Kept


def test_an_answer_is_made_once() -> None:
    kept: Kept[str, object] = Kept(most=2)
    first = kept.get("a", object)
    assert kept.get("a", object) is first
    assert kept.get("b", object) is not first


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept: Kept[str, object] = Kept(most=2)
    first, second = kept.get("a", object), kept.get("b", object)
    kept.get("a", object)
    kept.get("c", object)
    assert kept.get("a", object) is first
    assert kept.get("b", object) is not second


def test_a_question_that_could_not_be_answered_is_asked_again() -> None:
    kept: Kept[str, int] = Kept(most=2)

    def fails() -> int:
        raise LookupError

    for make, answer in ((fails, None), (lambda: 3, 3)):
        try:
            found: int | None = kept.get("a", make)
        except LookupError:
            found = None
        assert found == answer
