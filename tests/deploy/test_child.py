from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from deploy.child import Child
from tests.deploy.programs import DEAF, PARENT, SLEEPER, python
from tests.support.processes import wait_until


def child(tmp_path: Path, code: str, **options: float) -> Child:
    return Child(python("some", code, **options), os.environ, tmp_path, tmp_path)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_child_has_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it(tmp_path: Path) -> None:
    one = child(tmp_path, SLEEPER)
    assert os.getsid(one.pid) == one.pid
    assert one.stop() == -signal.SIGTERM


def test_it_is_told_how_a_program_ended(tmp_path: Path) -> None:
    one, other = child(tmp_path, "raise SystemExit(3)"), child(tmp_path, SLEEPER)
    other.process.kill()
    wait_until(lambda: not one.is_running() and not other.is_running(), "end", 10)
    assert one.how_it_ended() == "exit status 3"
    assert other.how_it_ended() == "signal SIGKILL"
    assert (one.clear_away(), other.clear_away()) == (3, -signal.SIGKILL)


def test_a_program_that_does_not_heed_the_request_is_killed(tmp_path: Path) -> None:
    one = child(tmp_path, DEAF, stop_seconds=0.3)
    wait_until(lambda: one.log.read_text() == "deaf\n", "program", 10)
    began = time.monotonic()
    assert one.stop() == -signal.SIGKILL
    assert time.monotonic() - began < 5


def test_what_a_program_leaves_behind_is_cleared_away_with_it(tmp_path: Path) -> None:
    one = child(tmp_path, PARENT)
    wait_until(lambda: one.log.read_text().endswith("\n"), "grandchild", 10)
    grandchild = int(one.log.read_text())
    os.kill(one.pid, signal.SIGKILL)
    wait_until(lambda: not one.is_running(), "end", 10)
    assert is_alive(grandchild)
    one.clear_away()
    wait_until(lambda: not is_alive(grandchild), "end of the grandchild", 10)
