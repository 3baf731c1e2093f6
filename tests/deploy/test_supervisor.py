"""The whole installation under its supervisor, as `make run` starts it."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from deploy.part import free_port
from tests.support.processes import wait_until

pytestmark = pytest.mark.processes

READY_SECONDS = 120.0


@dataclass
class Running:
    """A supervisor with its folder and what it printed so far."""

    process: subprocess.Popen[bytes]
    folder: Path
    port: int

    def said(self) -> str:
        return (self.folder / "said").read_text()

    def wait_for(self, words: str, count: int = 1) -> None:
        try:
            wait_until(lambda: self.said().count(words) >= count, f"“{words}”", READY_SECONDS)
        except TimeoutError as error:
            raise TimeoutError(f"{error}\n{self.said()}") from None

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def pid_of(self, name: str) -> int:
        return int(re.findall(rf"^{name} started \(process (\d+)\)", self.said(), re.MULTILINE)[-1])

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)


@contextmanager
def supervisor(repository: Path, folder: Path) -> Iterator[Running]:
    port = free_port()
    folder.mkdir(exist_ok=True)
    environ = {"PATH": os.environ["PATH"], "INSTANCE_DIR": str(folder), "PORT": str(port)}
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.supervisor"],
            cwd=repository,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Running(process, folder, port)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(60)


def processes_of(folder: Path) -> list[psutil.Process]:
    """Every process that works on this instance folder."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("INSTANCE_DIR") == str(folder):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found


def test_one_command_brings_everything_up_repairs_it_and_stops_cleanly(
    repository: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "instance"
    with supervisor(repository, folder) as running:
        running.wait_for("Ctrl-C stops everything")
        assert f"Concord is ready: http://127.0.0.1:{running.port}" in running.said()
        assert "@" in running.said(), "the accounts of the demo are printed"
        for name in ("broker", "web", "worker", "beat", "mailbox"):
            os.kill(running.pid_of(name), signal.SIGKILL)
            running.wait_for(f"{name} started", count=2)
        wait_until(running.answers, "answer after every part was killed", READY_SECONDS)
        assert running.stop() == 0
    assert processes_of(folder) == []


def test_a_second_start_keeps_the_data_and_loads_nothing_again(repository: Path, tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    for turn in ("first", "second"):
        with supervisor(repository, folder) as running:
            running.wait_for("Ctrl-C stops everything")
            assert running.stop(signal.SIGTERM) == 0
        with sqlite3.connect(folder / "concord.sqlite3") as database:
            if turn == "first":
                database.execute("CREATE TABLE mark AS SELECT count(*) AS people FROM person")
            ((before, now),) = database.execute("SELECT people, (SELECT count(*) FROM person) FROM mark")
    assert before == now > 0


def test_nothing_stays_behind_when_the_supervisor_itself_is_killed(repository: Path, tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    with supervisor(repository, folder) as running:
        running.wait_for("web started")
        running.process.kill()
        wait_until(lambda: processes_of(folder) == [], "end of every process", 30)
