"""Measuring: short batches, works and floors in turn, so that what else the machine does falls on all of them alike."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tests.benchmarks.browser import Answer, Browser
from tests.benchmarks.furnishing import Place
from tests.benchmarks.meter import Memory, Stopwatch, memory
from tests.benchmarks.stand import Stand
from tests.benchmarks.statements import statements_of
from tests.benchmarks.works import FLOOR_REQUESTS, Errand, Work

CONNECTIONS = 2


@dataclass(frozen=True)
class Pace:
    """How many requests a batch has, and how many batches there are.

    Before anything counts, `warm_up` requests on connections of their own let every worker compile its templates.
    """

    requests: int = 60
    batches: int = 7
    warm_up: int = 8


@dataclass
class Measured:
    """Figures of one work or floor: CPU seconds per request, a value per batch; wall seconds, one per request."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    wire: int = 0
    statements: int | None = None

    @property
    def cpu_ms(self) -> float:
        """CPU per request in milliseconds, the median of all batches."""
        return statistics.median(self.cpu) * 1000

    @property
    def median_ms(self) -> float:
        """Until half of the answers were there."""
        return statistics.median(self.wall) * 1000

    @property
    def p95_ms(self) -> float:
        """Until 19 of 20 answers were there."""
        ordered = sorted(self.wall)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] * 1000


@dataclass(frozen=True)
class Ratio:
    """How many times the floor: the median of all batches, and the least and the most of them."""

    value: float
    least: float
    most: float


def ratio(measured: Measured, floor: Measured) -> Ratio:
    """Batch by batch, each to the floor's batch beside it."""
    found = [one / other for one, other in zip(measured.cpu, floor.cpu, strict=True)]
    return Ratio(statistics.median(found), min(found), max(found))


@dataclass
class Runner:
    """A request that can be sent again and again over some kept connections."""

    ask: Callable[[Browser], Answer]
    prepare: Callable[[Browser], None] | None
    browsers: Sequence[Browser]
    measured: Measured = field(default_factory=Measured)

    def warm_up(self, times: int) -> None:
        """Over several connections, so that each worker has done it."""
        for _ in range(times):
            browser = self.browsers[0].again()
            self._once(browser)
            browser.close()

    def batch(self, processes: Iterable[int], requests: int) -> None:
        """So many requests, one after the other, in turn over the connections."""
        watch = Stopwatch(processes)
        for browser in self.browsers:
            browser.close()
        if self.prepare is None:
            watch.start()
        for number in range(requests):
            browser = self.browsers[number % len(self.browsers)]
            if self.prepare is not None:
                self.prepare(browser)
                watch.start()
            answer = self.ask(browser)
            self.measured.wall.append(answer.seconds)
            self.measured.wire = answer.wire
            if self.prepare is not None:
                watch.stop()
        if self.prepare is None:
            watch.stop()
        self.measured.cpu.append(watch.seconds / requests)

    def _once(self, browser: Browser) -> Answer:
        if self.prepare is not None:
            self.prepare(browser)
        return self.ask(browser)


def floor_runners(stand: Stand, keys: Iterable[str]) -> dict[str, Runner]:
    """The floors, each ready to be measured."""
    browsers = [Browser(stand.floor_port) for _ in range(CONNECTIONS)]
    return {key: Runner(FLOOR_REQUESTS[key], None, browsers) for key in keys}


def runner(stand: Stand, work: Work, place: Place) -> Runner:
    """A work at a place, with its person signed in, its answer looked at and its statements counted."""
    browser = Browser(stand.port)
    browser.sign_in(place.email(work.delegation))
    errand = Errand(place, token=browser.token(f"/i/{place.slug}/rounds/{place.open_round}/contribution/add"))
    prepare = work.prepare
    made = Runner(
        ask=lambda asker: work.ask(asker, errand),
        prepare=None if prepare is None else lambda asker: prepare(asker, errand),
        browsers=[browser, *(browser.again() for _ in range(CONNECTIONS - 1))],
    )
    work.check(made._once(browser), errand)
    made.measured.statements = statements_of(stand.app, browser.cookies, work, errand)
    return made


def measure(stand: Stand, runners: Sequence[Runner], floors: Sequence[Runner], pace: Pace) -> None:
    """Run them all in turn."""
    stand.settle()
    for one in (*floors, *runners):
        one.warm_up(pace.warm_up)
    processes = [*stand.workers(), *stand.workers(of_floors=True), *stand.backends()]
    for _ in range(pace.batches):
        for one in (*floors, *runners):
            one.batch(processes, pace.requests)


def memory_of(processes: Iterable[int]) -> Memory:
    """What each of these processes holds, on the average."""
    found = [memory(process) for process in processes]
    return Memory(
        statistics.mean(one.resident for one in found), statistics.mean(one.shared_out for one in found)
    )
