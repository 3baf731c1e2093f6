"""A text under review."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.review.text import TextUnderReview, make_text


@pytest.fixture
def text(cast: Cast) -> TextUnderReview:
    """An issued revision with two provisions."""
    return make_text(cast)
