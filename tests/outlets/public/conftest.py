"""The texts of the tests of public pages."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.decisions.stage import Stage, make_stage
from tests.features.drafting.acts import Draft, begin
from tests.features.publishing.acts import publish
from webapp.features.publishing.rules import ItemKind


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """An instrument in the making."""
    return begin(cast)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """A text of two principles, and the shortest way to decisions about it."""
    return make_stage(cast)


@pytest.fixture
def published(draft: Draft) -> Draft:
    """An instrument whose zero draft is published, and whose Rev.1 is issued and not published."""
    publish(draft.cast, ItemKind.REVISION, draft.issue().id)
    draft.edit(draft.warning, "States shall say kestrelrevision in time.")
    draft.issue()
    draft.edit(draft.warning, "States shall say kestrelrolling in time.")
    return draft
