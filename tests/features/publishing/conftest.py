"""The text of the tests of publishing."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.decisions.stage import Stage, make_stage
from tests.features.drafting.acts import Draft, begin


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """An instrument in the making."""
    return begin(cast)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """A text of two principles, and the shortest way to decisions about it."""
    return make_stage(cast)
