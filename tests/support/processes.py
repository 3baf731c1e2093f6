"""A whole installation in real processes, with the commands that the supervisor uses, each of which may be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from config import ROOT, Settings, load_settings
from deploy import parts
from deploy.broker import Broker, embedded_broker, server_program
from deploy.child import Child
from deploy.logs import last_lines
from deploy.part import Part, free_port

READY_SECONDS = 60.0


def wait_until(holds: Callable[[], bool], what: str, seconds: float = READY_SECONDS) -> None:
    """Wait for something to become true; raises TimeoutError naming it."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.05)


class Installation:
    """Broker, mailbox, web, worker and beat, started and stopped one by one. Use as a context manager."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        """`folder` becomes the instance folder; `environ` holds DATABASE_URL, SMTP_URL and whatever else differs."""
        folder.mkdir(parents=True, exist_ok=True)
        self.log_folder = folder / "log"
        self.environ = {
            "PATH": os.environ.get("PATH", ""),
            "CONCORD_MODE": "demo",
            "SECRET_KEY": "tests-only-secret-tests-only-secret",
            "PORT": str(free_port()),
            "INSTANCE_DIR": str(folder),
            "PYTHONUNBUFFERED": "1",
            **environ,
        }
        self.broker: Broker | None = None
        if "REDIS_URL" not in self.environ:
            self.broker = embedded_broker(folder, server_program())
            self.environ.update(self.broker.environ())
        self.children: dict[str, Child] = {}

    def __enter__(self) -> Installation:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_all()

    @property
    def settings(self) -> Settings:
        """The settings that every process of the installation reads."""
        return load_settings(self.environ)

    @property
    def url(self) -> str:
        """The address of the web server."""
        return f"http://127.0.0.1:{self.settings.port}"

    def part(self, name: str) -> Part:
        """The part of this name: broker, web, worker or beat."""
        if name == "broker":
            assert self.broker is not None, "the broker is somebody else's"
            assert self.broker.part is not None, "there is no broker program on this machine"
            return self.broker.part
        made = {"web": parts.web(self.settings), "worker": parts.worker(), "beat": parts.beat(self.settings)}
        return made[name]

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `flask --app wsgi ...` to its end and return what it said."""
        return subprocess.run(
            parts.flask_command(*words),
            cwd=ROOT,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def migrate(self) -> None:
        """Bring the database to the newest migration."""
        done = self.command("db", "upgrade")
        assert done.returncode == 0, done.stderr

    def start(self, *names: str) -> None:
        """Start parts and wait until each is ready, in the order given; without names, all of them."""
        for name in names or ("broker", "web", "worker", "beat"):
            self.start_part(self.part(name))
            if name == "worker":
                wait_until(lambda: bool(self.descendants("worker")), "children of the worker")

    def start_part(self, part: Part) -> None:
        """Start any program and wait until it is ready; raises TimeoutError with the end of its log."""
        child = Child(part, self.environ, ROOT, self.log_folder)
        self.children[part.name] = child
        try:
            wait_until(lambda: part.is_ready() or not child.is_running(), part.name)
        except TimeoutError as error:
            raise TimeoutError(f"{error}\n{self.log(part.name)}") from None
        if not child.is_running():
            raise TimeoutError(f"{part.name} ended: {child.how_it_ended()}\n{self.log(part.name)}")

    def process(self, name: str) -> int:
        """The process id of a started part."""
        return self.children[name].pid

    def descendants(self, name: str) -> list[int]:
        """The processes that a part started: web workers, children of the Celery worker."""
        pid = self.process(name)
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def signal(self, name: str, number: signal.Signals) -> None:
        """Send a signal to the part's own process: SIGKILL, or SIGSTOP to freeze and SIGCONT to go on."""
        os.kill(self.process(name), number)

    def kill(self, name: str) -> None:
        """SIGKILL to a part and to everything it started."""
        self.children.pop(name).clear_away()

    def stop(self, name: str) -> None:
        """End a part in its own order."""
        self.children.pop(name).stop()

    def is_running(self, name: str) -> bool:
        """Whether the part was started and lives."""
        return name in self.children and self.children[name].is_running()

    def log(self, name: str, lines: int = 40) -> str:
        """The end of a part's log."""
        return last_lines(self.log_folder / f"{name}.log", lines)

    def stop_all(self) -> None:
        """End every part, the last started first."""
        while self.children:
            self.children.popitem()[1].stop()
        if self.broker is not None:
            self.broker.clear_away()
