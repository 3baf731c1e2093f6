"""A PostgreSQL server for tests: TEST_DATABASE_URL, else one of our own from the machine's programs.

Our own lives in a temporary folder, listens on a Unix socket there, does not wait for the disk, and is shared by
all test processes of this user: the first starts it, the last one to leave stops it.
`python -m tests.support.postgres` ends with status 0 where a server can be had.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

OWNER = "concord"
SYSTEM_USER = "postgres"
"""Whom the server runs as where we are root: PostgreSQL refuses root."""

# What a killed server had confirmed is still there (the operating system keeps it); only a power cut would lose it.
FAST = (
    "fsync=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=64MB",
    "listen_addresses=",
)


class NoPostgres(Exception):
    """No PostgreSQL can be had on this machine; the message says what would help."""


@dataclass(frozen=True)
class Server:
    """A running server. `folder` is None where it is somebody else's (TEST_DATABASE_URL)."""

    url: str
    folder: Path | None
    shared: bool

    def url_for(self, database: str) -> str:
        """The address of a database on this server, as SQLAlchemy and psycopg read it."""
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{quote(database)}"))

    def create_database(self, name: str, template: str | None = None) -> None:
        """Make a database, empty or as a copy of another that nobody is connected to."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(template or "template0")
        )
        self._do(statement)

    def drop_database(self, name: str) -> None:
        """Take a database away, whoever is connected to it."""
        self._do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Leave the server: a private one stops, a shared one when nobody else uses it."""
        if self.folder is None:
            return
        if not self.shared:
            halt(self.folder)
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        with alone(self.folder):
            note_of(self.folder, os.getpid()).unlink(missing_ok=True)
            if not users(self.folder):
                halt(self.folder)

    def kill(self) -> None:
        """End a private server like a power failure of its process: SIGKILL to every process of it."""
        folder = self._private_folder()
        for process in server_processes(folder):
            os.kill(process, signal.SIGKILL)
        while is_up(folder):
            time.sleep(0.05)

    def start_again(self) -> None:
        """Start a private server that was killed or stopped."""
        launch(self._private_folder())

    def _private_folder(self) -> Path:
        if self.folder is None or self.shared:
            raise NoPostgres("Only a private server may be killed: start_server(shared=False).")
        return self.folder

    def _do(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)


def start_server(*, shared: bool = True) -> Server:
    """A server for tests. A private one (`shared=False`) may be killed and started again; raises NoPostgres."""
    given = os.environ.get("TEST_DATABASE_URL", "").strip()
    if given and shared:
        return Server(given, None, shared=True)
    if not shared:
        folder = Path(tempfile.mkdtemp(prefix="concord-pg-"))
        prepare(folder)
        launch(folder)
        return Server(url_of(folder), folder, shared=False)
    folder = Path(tempfile.gettempdir()) / f"concord-pg-tests-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    with alone(folder):
        prepare(folder)
        if not is_up(folder):
            launch(folder)
        note_of(folder, os.getpid()).touch()
    return Server(url_of(folder), folder, shared=True)


def create_database_from_template(server: Server, name: str, template: str) -> str:
    """Make (anew) a copy of the template and return its address."""
    server.drop_database(name)
    server.create_database(name, template=template)
    return server.url_for(name)


def url_of(folder: Path) -> str:
    """The address of our own server in this folder."""
    return f"postgresql://{OWNER}@/postgres?host={folder}"


def programs() -> Path:
    """The folder of initdb and pg_ctl; raises NoPostgres."""
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    if tool := shutil.which("pg_config"):
        said = subprocess.run([tool, "--bindir"], capture_output=True, text=True, check=False).stdout.strip()
        candidates.insert(0, Path(said))
    for candidate in candidates:
        if (candidate / "initdb").exists():
            return candidate
    raise NoPostgres("PostgreSQL is missing: apt-get install postgresql, or set TEST_DATABASE_URL.")


def prepare(folder: Path) -> None:
    """Make the data folder once, owned by whom the server runs as."""
    if (folder / "data" / "PG_VERSION").exists():
        return
    shutil.rmtree(folder / "data", ignore_errors=True)
    if os.getuid() == 0:
        shutil.chown(folder, SYSTEM_USER, SYSTEM_USER)
    command = ["-D", str(folder / "data"), "-U", OWNER, "--auth", "trust", "--no-sync"]
    run("initdb", [*command, "--encoding", "UTF8", "--locale", "C.UTF-8"])


def launch(folder: Path) -> None:
    """Start the server of this folder and wait until it accepts connections."""
    options = " ".join(f"-c {setting}" for setting in (*FAST, f"unix_socket_directories={folder}"))
    # A killed server leaves these behind.
    for left in (*folder.glob(".s.PGSQL.*"), folder / "data" / "postmaster.pid"):
        left.unlink(missing_ok=True)
    run(
        "pg_ctl",
        ["start", "-w", "-s", "-D", str(folder / "data"), "-l", str(folder / "log"), "-o", options],
    )


def halt(folder: Path) -> None:
    """Stop the server of this folder, dropping its connections."""
    if is_up(folder):
        run("pg_ctl", ["stop", "-w", "-s", "-m", "immediate", "-D", str(folder / "data")])


def run(program: str, arguments: list[str]) -> None:
    """Run one of PostgreSQL's programs as a user it accepts; raises NoPostgres with what it said."""
    as_whom: dict[str, Any] = {}
    if os.getuid() == 0:
        as_whom = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
    with tempfile.TemporaryFile() as said:
        # The server keeps the output of pg_ctl open: a file, since a pipe would never end.
        done = subprocess.run(
            [str(programs() / program), *arguments],
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            check=False,
            start_new_session=True,
            **as_whom,
        )
        if done.returncode != 0:
            said.seek(0)
            raise NoPostgres(f"{program} failed: {said.read().decode(errors='replace')}")


def main_process(folder: Path) -> int | None:
    """The process id of the server of this folder, or None where it does not run."""
    try:
        number = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        command = Path(f"/proc/{number}/cmdline").read_bytes().decode(errors="replace")
    except (OSError, ValueError, IndexError):
        return None
    # The number may by now belong to somebody else.
    return number if str(folder / "data") in command else None


def server_processes(folder: Path) -> list[int]:
    """The server of this folder and the processes it started, the main one first."""
    number = main_process(folder)
    if number is None:
        return []
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return [number, *map(int, children)]


def is_up(folder: Path) -> bool:
    """Whether the server of this folder runs."""
    return main_process(folder) is not None


def note_of(folder: Path, process: int) -> Path:
    """The file that says that this test process uses the server."""
    return folder / f"used-by-{process}"


def users(folder: Path) -> list[Path]:
    """The notes of test processes that still live; those of dead ones are removed."""
    living = []
    for note in folder.glob("used-by-*"):
        if Path(f"/proc/{note.name.rpartition('-')[2]}").exists():
            living.append(note)
        else:
            note.unlink(missing_ok=True)
    return living


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one test process at a time looks after what is shared in this folder."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    try:
        os.environ.get("TEST_DATABASE_URL") or programs()
    except NoPostgres as problem:
        sys.exit(str(problem))
