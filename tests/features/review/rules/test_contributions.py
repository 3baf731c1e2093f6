"""Register numbers, and the block that is handed in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from webapp.features.review.rules.contributions import (
    Block,
    BlockComment,
    block_hash,
    canonical,
    numbers_for,
    read_block,
    register_number,
    write_block,
)

COMMENT = BlockComment(
    "d1", 14, "R2/MWUF/014", "p1", "3.1", "substantive", "", "ar", "من يُبلّغ؟", "Rosa Quispe"
)
BLOCK = Block("With thanks to the co-chairs.", (COMMENT,))


def test_a_register_number_names_round_and_delegation() -> None:
    assert register_number(2, "MWUF", 14) == "R2/MWUF/014"
    assert register_number(12, "USA", 1203) == "R12/USA/1203"


def test_new_comments_get_the_next_numbers_in_reading_order() -> None:
    assert numbers_for([("c", None), ("a", 1), ("b", None)], [1]) == {"c": 2, "a": 1, "b": 3}


def test_the_number_of_a_removed_comment_is_never_given_again() -> None:
    assert numbers_for([("a", 1), ("c", None)], [1, 2]) == {"a": 1, "c": 3}


@given(st.lists(st.booleans(), max_size=20), st.integers(min_value=0, max_value=50))
def test_numbers_are_kept_and_never_given_twice(kept: list[bool], removed: int) -> None:
    drafts = [(f"d{at}", at + 1 if old else None) for at, old in enumerate(kept)]
    numbers = numbers_for(drafts, range(removed))
    assert len(set(numbers.values())) == len(drafts)
    fresh = [numbers[name] for name, number in drafts if number is None]
    assert all(number >= removed for number in fresh)


def test_a_block_survives_storing() -> None:
    assert read_block(json.loads(json.dumps(write_block(BLOCK)))) == BLOCK


def test_anybody_can_recompute_the_hash_from_the_bytes() -> None:
    assert hashlib.sha256(canonical(BLOCK)).hexdigest() == block_hash(BLOCK)
    assert "من يُبلّغ؟".encode() in canonical(BLOCK)


def test_every_word_counts_for_the_hash() -> None:
    other = replace(BLOCK, comments=(replace(COMMENT, body="من يبلغ؟"),))
    assert block_hash(other) != block_hash(BLOCK)
