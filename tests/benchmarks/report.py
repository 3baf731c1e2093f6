"""The tables of a run, as they are printed and as docs/benchmarks.md keeps them. Every figure in them was measured."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks import goals
from tests.benchmarks.goals import FLOORS
from tests.benchmarks.growth import BASE, Grown
from tests.benchmarks.measuring import Measured, Pace, ratio
from tests.benchmarks.meter import Memory
from tests.benchmarks.works import Work

PICTURE = "benchmarks-growth.svg"


@dataclass(frozen=True)
class Run:
    """Everything that a run found out. What was not asked for is empty."""

    at: dt.datetime
    pace: Pace
    floors: Mapping[str, Measured]
    works: Sequence[tuple[Work, Measured]]
    workers: Memory
    floor_workers: Memory
    grown: Sequence[Grown]


def report(run: Run) -> str:
    """The whole report in Markdown."""
    return "\n".join(
        [
            "# Benchmarks",
            "",
            *_about(run),
            "",
            *_table(_work_rows(run)),
            "",
            *_floors(run),
            "",
            *_memory(run),
            *_growth(run),
            "",
        ]
    )


def _about(run: Run) -> Iterator[str]:
    load = os.getloadavg()[0]
    yield (
        f"Written by `make bench` on {run.at:%d %B %Y, %H:%M} UTC. Python {platform.python_version()},"
        f" {os.cpu_count()} cores, load of the machine at the end {load:.1f}. Figures of one run; ratios are the"
        " ones to compare."
    )
    yield ""
    yield (
        f"An initiative of {BASE.delegations} delegations, a text of {BASE.provisions} provisions in"
        f" {BASE.revisions} revisions, {BASE.comments:,} comments, {BASE.entries:,} entries in the journal, a second"
        " round that is open. PostgreSQL and gunicorn with the settings of production; one request at a time, gzip"
        f" asked for, {run.pace.batches} batches of {run.pace.requests} requests, floors and works in turn."
    )
    yield ""
    yield (
        "CPU is what the web workers and the database's backends used for a request, by the kernel's own clock of"
        " each process. The ratio is that to the CPU of a floor in the same run: the median of the batches, with"
        " the least and the most. The database does not wait for the disk here, so times are without it."
    )


def _work_rows(run: Run) -> Iterator[Sequence[str]]:
    yield (
        "work", "floor", "CPU", "ratio", "goal", "stretch", "median", "p95", "SQL", "on the wire",
    )  # fmt: skip
    for work, found in run.works:
        times = ratio(found, run.floors[work.floor.key])
        goal = work.goal
        yield (
            work.words,
            work.floor.key,
            f"{found.cpu_ms:.1f} ms",
            f"**×{times.value:.1f}** ({times.least:.1f} to {times.most:.1f})",
            _aim(times.value, goal.ratio) if goal else "",
            _aim(times.value, goal.stretch) if goal else "",
            f"{found.median_ms:.1f} ms",
            f"{found.p95_ms:.1f} ms",
            f"{found.statements}" + (f" of at most {goal.statements}" if goal else ""),
            f"{found.wire / 1000:.1f} kB",
        )


def _floors(run: Run) -> Iterator[str]:
    yield "## The floors of the same run"
    yield ""
    yield from _table(
        [
            ("floor", "what it does", "CPU", "median", "p95", "on the wire"),
            *(
                (
                    floor.key,
                    floor.words,
                    f"{found.cpu_ms:.2f} ms",
                    f"{found.median_ms:.1f} ms",
                    f"{found.p95_ms:.1f} ms",
                    f"{found.wire / 1000:.1f} kB",
                )
                for floor in FLOORS
                if (found := run.floors.get(floor.key)) is not None
            ),
        ]
    )


def _memory(run: Run) -> Iterator[str]:
    yield "## Memory per web worker, after the load"
    yield ""
    own, floor = run.workers, run.floor_workers
    yield from _table(
        [
            ("", "Concord", "goal", "stretch", "bare Flask"),
            (
                "shared pages counted in part (PSS)",
                f"**{own.shared_out:.0f} MiB**",
                _aim(own.shared_out, goals.MEMORY, "MiB"),
                _aim(own.shared_out, goals.MEMORY_STRETCH, "MiB"),
                f"{floor.shared_out:.0f} MiB",
            ),
            (
                "every page counted (RSS)",
                f"{own.resident:.0f} MiB",
                "",
                "",
                f"{floor.resident:.0f} MiB",
            ),
        ]
    )


def _growth(run: Run) -> Iterator[str]:
    if not run.grown:
        return
    yield ""
    yield "## Growth of the text page"
    yield ""
    yield from _table(
        [
            ("where there are", "times the base", "CPU", "factor", "goal", "stretch", "SQL", "on the wire"),
            *(_growth_row(one) for one in run.grown),
        ]
    )
    yield ""
    yield "Provisions are what the page shows: with ten times as many it is ten times as long."
    yield ""
    yield f"![CPU of the text page where one thing is ten times as much]({PICTURE})"


def _growth_row(one: Grown) -> Sequence[str]:
    counts = one.step.what == "comments" and one.step.times == 10
    return (
        f"{one.step.what}",
        f"×{one.step.times:g}",
        f"{one.measured.cpu_ms:.1f} ms",
        f"**×{one.factor:.2f}**",
        _aim(one.factor, goals.GROWTH) if counts else "",
        _aim(one.factor, goals.GROWTH_STRETCH) if counts else "",
        str(one.measured.statements),
        f"{one.measured.wire / 1000:.1f} kB",
    )


def _aim(value: float, aim: float, unit: str = "") -> str:
    """An aim and how far away it is."""
    said = f"{aim:g} {unit}".strip() if unit else f"×{aim:g}"
    if value <= aim:
        return f"{said}, reached"
    return f"{said}, {value / aim - 1:.0%} above"


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table that is also readable as it stands: columns are padded."""
    kept = [list(row) for row in rows]
    widths = [max(len(row[column]) for row in kept) for column in range(len(kept[0]))]
    for place, row in enumerate(kept):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        if place == 0:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
