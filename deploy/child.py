"""One running program, in a session of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from deploy.logs import keep_small, log_path
from deploy.part import Part

_SET_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent() -> None:
    # Where the supervisor itself is killed, nothing may stay behind that holds the port or the data.
    if _libc is not None:
        _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)


class Child:
    """A started part. Nothing is reaped before its whole group is gone, so that no foreign process can be hit."""

    def __init__(self, part: Part, environ: Mapping[str, str], folder: Path, log_folder: Path) -> None:
        self.part = part
        self.log = log_path(log_folder, part.name)
        log_folder.mkdir(parents=True, exist_ok=True)
        keep_small(self.log)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                part.command,
                cwd=folder,
                env=dict(environ),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        self.started = time.monotonic()
        self.ended_at: float | None = None

    @property
    def pid(self) -> int:
        """The process id, which is the id of its session and group too."""
        return self.process.pid

    @property
    def lived(self) -> float:
        """Seconds from its start to now, or to when it was seen to have ended."""
        return (self.ended_at or time.monotonic()) - self.started

    def how_it_ended(self) -> str | None:
        """In words how the program ended, or None while it runs. Leaves it unreaped."""
        if self.process.returncode is not None:
            return "it was stopped"
        seen = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if seen is None:
            return None
        self.ended_at = self.ended_at or time.monotonic()
        if seen.si_code == os.CLD_EXITED:
            return f"exit status {seen.si_status}"
        return f"signal {signal.Signals(seen.si_status).name}"

    def is_running(self) -> bool:
        """Whether the program itself is alive."""
        return self.how_it_ended() is None

    def ask_to_end(self) -> None:
        """SIGTERM to the program alone: it ends its own children in its own order."""
        if self.process.returncode is None:
            os.kill(self.pid, signal.SIGTERM)

    def clear_away(self) -> int:
        """Kill whatever is left of the group and reap the program; returns its status as subprocess does."""
        if self.process.returncode is None:
            os.killpg(self.pid, signal.SIGKILL)
        return self.process.wait()

    def stop(self) -> int:
        """End the program: ask, wait as long as its part allows, then kill."""
        self.ask_to_end()
        deadline = time.monotonic() + self.part.stop_seconds
        while self.is_running() and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.clear_away()
