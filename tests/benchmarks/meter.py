"""What processes use: CPU by the clock that the kernel keeps for each of them, and memory."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SETTLES_SECONDS = 0.004
"""A server writes its log and gives back its connection after the answer has left."""
_PROCESS_CLOCK = 2
"""CPUCLOCK_SCHED in linux/posix-timers.h: user and system time of all threads, in nanoseconds."""
KIB_PER_MIB = 1024


@dataclass(frozen=True)
class Memory:
    """What a process holds in memory, in MiB. `shared_out` counts a page that n processes share as 1/n (PSS)."""

    resident: float
    shared_out: float


def cpu_seconds(process: int) -> float:
    """The CPU that a process has used so far; 0 where it has ended. See clock_getcpuclockid(3)."""
    try:
        return time.clock_gettime((~process << 3) | _PROCESS_CLOCK)
    except OSError:
        return 0.0


def children(process: int) -> list[int]:
    """The processes that a process started."""
    return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def memory(process: int) -> Memory:
    """What a process holds now, from proc(5), smaps_rollup."""
    found = {}
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]:
        name, value = line.split(":")
        found[name] = int(value.split()[0]) / KIB_PER_MIB
    return Memory(found["Rss"], found["Pss"])


class Stopwatch:
    """Adds up the CPU of some processes, while it runs."""

    def __init__(self, processes: Iterable[int]) -> None:
        self.processes = tuple(processes)
        self.seconds = 0.0
        self._before = 0.0

    def start(self) -> None:
        """From now on it counts."""
        self._before = self._sum()

    def stop(self) -> None:
        """What was used since the start is added, once the servers have come to rest."""
        time.sleep(SETTLES_SECONDS)
        self.seconds += self._sum() - self._before

    def _sum(self) -> float:
        return sum(map(cpu_seconds, self.processes))
