"""The main job: from a zero draft to an agreed principle, played through the pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.journeys import deciding, drafting, founding, reviewing
from tests.journeys.world import World

ROUND_OPENS = dt.timedelta(days=1)
ROUND_IS_OVER = dt.timedelta(days=12)


def test_from_a_zero_draft_to_an_agreed_principle(world: World, tmp_path: Path) -> None:
    this_morning = dt.datetime.now(reviewing.OFFICIAL).replace(hour=9, minute=0, second=0, microsecond=0)
    founding.found(world)
    drafting.draft(world)
    reviewing.review(world, this_morning + ROUND_OPENS)
    world.later(this_morning + ROUND_IS_OVER)
    deciding.decide(world, this_morning + ROUND_IS_OVER, tmp_path)
    everything_is_on_record(world)


def everything_is_on_record(world: World) -> None:
    """Everybody has an inbox, the journal tells what happened, and the two commands find nothing amiss."""
    reader = world.people["Ines Okafor"]
    reader.go("/inbox")
    assert reader.reads("silence")
    reader.go("/i/mac/journal")
    assert reader.reads("broke silence")
    for command in (["journal", "verify"], ["reconcile"]):
        ran = world.app.test_cli_runner().invoke(args=command)
        assert ran.exit_code == 0, ran.output
