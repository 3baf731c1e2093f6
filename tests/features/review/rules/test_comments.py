"""Kinds, dispositions and reasons."""

from __future__ import annotations

import pytest

from webapp.base.kernel.errors import Invalid
from webapp.features.review.forms.wording import DISPOSITIONS, KINDS
from webapp.features.review.rules import comments
from webapp.features.review.rules.comments import CommentKind, Disposition


@pytest.mark.parametrize("value", ["", "perhaps"])
def test_an_answer_needs_a_disposition_from_the_list(value: str) -> None:
    with pytest.raises(Invalid) as invalid:
        comments.read_disposition(value)
    assert invalid.value.field == "disposition"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_disposition_needs_a_reason(reason: str) -> None:
    with pytest.raises(Invalid) as invalid:
        comments.check_reason(reason)
    assert invalid.value.field == "reason"


def test_every_disposition_and_kind_has_its_words() -> None:
    assert set(DISPOSITIONS) == set(Disposition)
    assert set(KINDS) == set(CommentKind)
