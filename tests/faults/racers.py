"""Processes that do the same thing at the same moment, each with an application and connections of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import BrokenBarrierError
from typing import Any

PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Ran:
    """How one racer's act ended: its result, or the name and code of the error."""

    result: Any = None
    error: str | None = None


Act = Callable[..., Any]


class Racers:
    """Some processes at a starting line."""

    def __init__(self, environ: Mapping[str, str], number: int = 2) -> None:
        context = multiprocessing.get_context("spawn")
        self.barrier = context.Barrier(number)
        self.lines: list[Connection] = []
        self.processes: list[SpawnProcess] = []
        for _ in range(number):
            ours, theirs = context.Pipe()
            process = context.Process(target=_race, args=(dict(environ), theirs, self.barrier), daemon=True)
            process.start()
            self.lines.append(ours)
            self.processes.append(process)

    def run(self, *acts: tuple[Act, tuple[Any, ...]]) -> list[Ran]:
        """Let each racer do its act at once; acts are functions of a module, called within an application."""
        for line, act in zip(self.lines, acts, strict=True):
            line.send(act)
        results = []
        for line in self.lines:
            assert line.poll(PATIENCE_SECONDS), "a racer did not come in"
            results.append(line.recv())
        return results

    def stop(self) -> None:
        """Send the racers home."""
        for line, process in zip(self.lines, self.processes, strict=True):
            line.send(None)
            process.join(10)
            if process.is_alive():
                process.kill()
                process.join()


@contextmanager
def racers(environ: Mapping[str, str], number: int = 2) -> Iterator[Racers]:
    """Racers for the length of a test."""
    made = Racers(environ, number)
    try:
        yield made
    finally:
        made.stop()


def _race(environ: dict[str, str], line: Connection, barrier: Any) -> None:
    from config import load_settings
    from webapp.app import create_app
    from webapp.base.kernel.errors import CodedError

    app = create_app(load_settings(environ))
    while (work := line.recv()) is not None:
        act, arguments = work
        try:
            barrier.wait(PATIENCE_SECONDS)
            with app.app_context():
                line.send(Ran(act(*arguments)))
        except CodedError as error:
            line.send(Ran(error=error.code))
        except BrokenBarrierError:
            line.send(Ran(error="the other racer did not start"))
        except Exception as error:
            line.send(Ran(error=repr(error)))
