"""The stage as a fixture."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.decisions.stage import Stage, make_stage


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """The cast with an issued text of two principles."""
    return make_stage(cast)
