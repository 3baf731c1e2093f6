"""The text of the tests of the matrix."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.drafting.acts import Draft, begin


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """An instrument in the making."""
    return begin(cast)
