from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from deploy.part import Part
from deploy.watch import NotReady, Watch
from tests.deploy.programs import SLEEPER, python
from tests.support.processes import wait_until


class Told:
    """A watch over a temporary folder that starts again without waiting, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.watch = Watch(
            os.environ, folder, folder / "log", self.said.append, pause=lambda last, lived: 0.1
        )

    def pid(self, index: int = 0) -> int | None:
        """The process of the part started as number `index`, while it runs."""
        self.watch.look()
        child = self.watch.places[index].child
        return child.pid if child is not None and child.is_running() else None


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


def test_a_killed_part_is_started_again_and_others_are_left_alone(told: Told) -> None:
    told.watch.start(python("first", SLEEPER))
    told.watch.start(python("second", SLEEPER))
    first, second = told.pid(0), told.pid(1)
    assert first
    assert second
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: told.pid(0) not in (None, first), "restart", 10)
    assert told.pid(1) == second
    assert [line for line in told.said if "signal SIGKILL" in line and "starts again" in line]
    told.watch.ask_to_stop()
    told.watch.stop()


def test_parts_stop_in_the_opposite_order_and_none_stays(told: Told) -> None:
    for name in ("broker", "web", "worker"):
        told.watch.start(python(name, SLEEPER))
    pids = [told.pid(index) for index in range(3)]
    told.watch.ask_to_stop()
    told.watch.stop()
    assert told.said[-3:] == ["worker stopped.", "web stopped.", "broker stopped."]
    assert not [pid for pid in pids if pid and Path(f"/proc/{pid}").exists()]


def test_a_part_is_waited_for_before_the_next_one(told: Told, tmp_path: Path) -> None:
    mark = tmp_path / "ready"
    code = f"import time, pathlib; time.sleep(0.5); pathlib.Path({str(mark)!r}).touch()\n{SLEEPER}"
    slow = python("slow", code)
    told.watch.start(Part(slow.name, slow.command, mark.exists))
    assert mark.exists()
    told.watch.stop()


def test_a_step_that_fails_shows_the_end_of_its_log(told: Told) -> None:
    with pytest.raises(NotReady, match=r"(?s)migration failed \(exit status 1\).*no such table"):
        told.watch.run(python("migration", "raise SystemExit('no such table')"))


def test_a_step_that_succeeds_leaves_nothing_to_watch(told: Told) -> None:
    told.watch.run(python("demo", "print('loaded')"))
    assert told.watch.places == []


def test_a_step_ends_at_once_when_a_stop_is_asked(told: Told) -> None:
    threading.Timer(0.3, told.watch.ask_to_stop).start()
    began = time.monotonic()
    told.watch.run(python("demo", SLEEPER))
    assert time.monotonic() - began < 5


def test_nothing_is_started_again_once_a_stop_is_asked(told: Told) -> None:
    told.watch.start(python("web", SLEEPER))
    pid = told.pid()
    assert pid
    told.watch.ask_to_stop()
    os.kill(pid, signal.SIGKILL)
    time.sleep(0.5)
    assert told.pid() is None
    told.watch.stop()
