"""One command for a whole installation: `python -m deploy.supervisor`.

Broker, migration, demo, mailbox, web server, worker and beat, in this order, under one process that starts again
what ends and stops everything on Ctrl-C or SIGTERM.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from config import ROOT, InsecureSettings, Settings, load_settings
from deploy import parts
from deploy.broker import Broker, embedded_broker, server_program
from deploy.part import free_port, port_is_taken
from deploy.readiness import is_ready
from deploy.watch import LOOK_SECONDS, NotReady, Watch

PATIENCE_SECONDS = 90.0
LOGS_EVERY_SECONDS = 60.0


class AlreadyRunning(Exception):
    """Another supervisor works on the same instance folder."""


def main() -> int:
    """Run until asked to stop; the exit status says whether that was a clean end."""
    try:
        settings = load_settings(os.environ)
    except InsecureSettings as error:
        for fault in error.faults:
            say(fault)
        return 2
    try:
        with only_one(settings.instance_dir):
            return supervise(settings)
    except AlreadyRunning:
        say(f"Concord already runs from {settings.instance_dir}. Stop it first, or set INSTANCE_DIR.")
        return 1


def supervise(settings: Settings) -> int:
    """Start everything, keep it running, stop it."""
    if port_is_taken(settings.host, settings.port):
        other = settings.port + 1
        say(f"Port {settings.port} is taken by another program. Choose another: PORT={other} make run")
        return 1
    broker = None if settings.redis_url else embedded_broker(settings.instance_dir, server_program())
    watch = Watch(environ_for(settings, broker), ROOT, settings.instance_dir / "log", say)
    with stop_on_signals(watch):
        try:
            start_all(watch, settings, broker)
            keep_running(watch, settings)
        except NotReady as error:
            say(str(error))
            return 1
        finally:
            watch.stop()
            if broker is not None:
                broker.clear_away()
    say("Everything has stopped; the data are kept.")
    return 0


def environ_for(settings: Settings, broker: Broker | None) -> dict[str, str]:
    """The environment of every part: our own, and what was decided here."""
    environ = {
        **os.environ,
        "CONCORD_MODE": settings.mode,
        "INSTANCE_DIR": str(settings.instance_dir.resolve()),
        "PYTHONUNBUFFERED": "1",
    }
    if broker is not None:
        environ.update(broker.environ())
    return environ


def start_all(watch: Watch, settings: Settings, broker: Broker | None) -> None:
    """Everything in the order in which one needs the other."""
    if broker is not None and broker.part is None:
        say(
            "No Valkey or Redis was found: messages go through files, and mails may start a few seconds later."
        )
    if broker is not None and broker.part is not None:
        watch.start(broker.part)
    watch.run(parts.migration())
    if settings.is_demo:
        if not watch.stop_asked:
            watch.run(parts.demo_load())
        if settings.smtp_url is None and not watch.stop_asked:
            port = free_port()
            watch.environ["SMTP_URL"] = f"smtp://127.0.0.1:{port}"
            watch.start(parts.mailbox(port))
    for part in (parts.web(settings), parts.worker(), parts.beat(settings)):
        if not watch.stop_asked:
            watch.start(part)


def keep_running(watch: Watch, settings: Settings) -> None:
    """Look after the parts until a stop is asked; say the address once the application is ready."""
    started, logs_at, ready, told = time.monotonic(), time.monotonic(), False, False
    while not watch.stop_asked:
        watch.look()
        if not ready and is_ready(settings):
            ready = True
            announce(settings, watch)
        elif not ready and not told and time.monotonic() - started > PATIENCE_SECONDS:
            told = True
            say(f"Not everything works after {PATIENCE_SECONDS:.0f} seconds; look into {watch.log_folder}.")
        if time.monotonic() - logs_at > LOGS_EVERY_SECONDS:
            logs_at = time.monotonic()
            watch.keep_logs_small()
        time.sleep(LOOK_SECONDS)


def announce(settings: Settings, watch: Watch) -> None:
    """The address and, in the demo, the accounts."""
    say(f"\nConcord is ready: {settings.public_url}\n")
    if settings.is_demo:
        accounts = subprocess.run(
            parts.flask_command("demo", "accounts"),
            cwd=ROOT,
            env=watch.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )
        say(
            accounts.stdout
            if accounts.returncode == 0
            else "The accounts cannot be listed:\n" + accounts.stderr
        )
    say(f"Data and logs are in {settings.instance_dir}. Ctrl-C stops everything.")


@contextmanager
def only_one(instance_dir: Path) -> Iterator[None]:
    """Hold the instance folder; raises AlreadyRunning where somebody else does."""
    instance_dir.mkdir(parents=True, exist_ok=True)
    with (instance_dir / "supervisor.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning from None
        yield


@contextmanager
def stop_on_signals(watch: Watch) -> Iterator[None]:
    """Ctrl-C, SIGTERM and a closed terminal ask to stop; nothing is interrupted half-way."""

    def asked(number: int, frame: FrameType | None) -> None:
        watch.ask_to_stop()

    names = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {name: signal.signal(name, asked) for name in names}
    try:
        yield
    finally:
        for name in names:
            signal.signal(name, before[name])


def say(sentence: str) -> None:
    """One line for the operator."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
