"""The main job: from a zero draft to an agreed principle, played through the pages."""

from __future__ import annotations

from tests.journeys import drafting, founding
from tests.journeys.world import World


def test_from_a_zero_draft_to_an_agreed_principle(world: World) -> None:
    founding.found(world)
    drafting.draft(world)
