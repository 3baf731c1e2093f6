"""A run: the servers, the data, the works that were asked for, and what came out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence

from tests.benchmarks.furnishing import Place, Size, furnish
from tests.benchmarks.growth import BASE, STEPS, Grown, Step, measure_growth
from tests.benchmarks.measuring import Pace, Runner, floor_runners, measure, memory_of, runner
from tests.benchmarks.report import Run
from tests.benchmarks.stand import Stand, stand
from tests.benchmarks.works import WORKS, Work

GROWTH = "growth"
NAMES = (*(work.key for work in WORKS), GROWTH)

Say = Callable[[str], None]


def run(
    names: Collection[str] = NAMES,
    *,
    size: Size = BASE,
    pace: Pace | None = None,
    steps: Sequence[Step] = STEPS,
    say: Say = lambda _: None,
) -> Run:
    """Measure the works of these names, and the growth if its name is among them."""
    pace = pace or Pace()
    with stand() as servers, servers.app.app_context():
        say("Writing an initiative ...")
        place = furnish("base", size)
        works = {work: runner(servers, work, place) for work in WORKS if work.key in names}
        floors = floor_runners(servers, {work.floor.key for work in works})
        # What writes comes last: it must not change the pages that others read.
        for writes in (False, True):
            _measure(
                servers,
                {work: one for work, one in works.items() if work.writes is writes},
                floors,
                pace,
                say,
            )
        grown = _growth(servers, place, steps, pace, say) if GROWTH in names else []
        return Run(
            at=dt.datetime.now(dt.UTC),
            pace=pace,
            floors={key: one.measured for key, one in floors.items()},
            works=[(work, one.measured) for work, one in works.items()],
            workers=memory_of(servers.workers()),
            floor_workers=memory_of(servers.workers(of_floors=True)),
            grown=grown,
        )


def _measure(
    servers: Stand, works: Mapping[Work, Runner], floors: Mapping[str, Runner], pace: Pace, say: Say
) -> None:
    if not works:
        return
    say(f"Measuring {', '.join(work.key for work in works)} ...")
    keys = dict.fromkeys(work.floor.key for work in works)
    measure(servers, list(works.values()), [floors[key] for key in keys], pace)


def _growth(servers: Stand, place: Place, steps: Sequence[Step], pace: Pace, say: Say) -> list[Grown]:
    say("Writing larger initiatives, and measuring how the text page grows ...")
    return measure_growth(servers, place, pace, steps)
