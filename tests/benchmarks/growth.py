"""Growth: the text page where one thing is ten times as much, to the same page where nothing is."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.benchmarks.furnishing import Place, Size, furnish
from tests.benchmarks.measuring import Measured, Pace, measure, runner
from tests.benchmarks.stand import Stand
from tests.benchmarks.works import WORKS

BASE = Size()


@dataclass(frozen=True)
class Step:
    """An initiative in which one thing is more, or less, than in the base."""

    slug: str
    what: str
    times: float
    size: Size


STEPS: tuple[Step, ...] = (
    Step("few", "comments", 0.1, replace(BASE, comments=200, thread=20)),
    Step("many", "comments", 10, replace(BASE, comments=20_000)),
    Step("talkative", "journal entries", 10, replace(BASE, entries=20_000)),
    Step("crowded", "delegations", 10, replace(BASE, delegations=400)),
    Step("patient", "revisions", 10, replace(BASE, revisions=20)),
    Step("long", "provisions", 10, replace(BASE, provisions=600)),
)


@dataclass(frozen=True)
class Grown:
    """A step with what its page cost, and how many times the page of the base that is."""

    step: Step
    measured: Measured
    factor: float


def measure_growth(stand: Stand, base: Place, pace: Pace, steps: Sequence[Step] = STEPS) -> list[Grown]:
    """Write each initiative and read its text page, in turn with the base's."""
    text = next(work for work in WORKS if work.key == "text")
    places = [base, *(furnish(step.slug, step.size) for step in steps)]
    first, *others = runners = [runner(stand, text, place) for place in places]
    measure(stand, runners, [], pace)
    return [
        Grown(step, one.measured, factor(one.measured, first.measured))
        for step, one in zip(steps, others, strict=True)
    ]


def factor(measured: Measured, base: Measured) -> float:
    """Batch by batch, each to the base's batch beside it: the median."""
    return statistics.median(one / other for one, other in zip(measured.cpu, base.cpu, strict=True))
