from __future__ import annotations

from webapp.base.kernel.ids import ALPHABET, LENGTH, new_id


def test_an_identifier_is_short_and_safe_in_an_address() -> None:
    made = new_id()
    assert len(made) == LENGTH
    assert set(made) <= set(ALPHABET)


def test_letters_that_are_taken_for_figures_do_not_occur() -> None:
    assert not set("ilou") & set(ALPHABET)
    assert len(set(ALPHABET)) == 32


def test_identifiers_tell_no_order_and_do_not_repeat() -> None:
    made = [new_id() for _ in range(2000)]
    assert len(set(made)) == len(made)
    assert made != sorted(made)
