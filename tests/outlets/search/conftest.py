"""The texts of the tests of the search."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.decisions.stage import Stage, make_stage
from tests.features.drafting.acts import Draft, begin
from tests.features.review.text import TextUnderReview


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """An instrument in the making."""
    return begin(cast)


@pytest.fixture
def under_review(draft: Draft) -> TextUnderReview:
    """That text, issued."""
    return TextUnderReview(draft.instrument_id, draft.issue().id, (draft.warning, draft.papers))


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """A text of two principles that can be decided."""
    return make_stage(cast)
