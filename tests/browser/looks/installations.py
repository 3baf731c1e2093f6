"""The installations that are looked at: the demo, one whose records are damaged, one whose database is away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from config import ROOT
from deploy.part import free_port
from deploy.parts import mailbox
from tests.browser.conftest import Demo, copy
from tests.browser.looks.staged import play
from tests.browser.places import made_by_the_demo
from tests.support.processes import Installation


def load(folder: Path) -> Path:
    """The SQLite file of the demo as it is loaded, and its mailbox beside it."""
    database = folder / "loaded.sqlite3"
    with Installation(folder / "demo", {"DATABASE_URL": f"sqlite:///{database}"}) as installation:
        installation.migrate()
        done = installation.command("demo", "load")
        assert done.returncode == 0, done.stderr
    return database


@contextmanager
def demo(folder: Path, like: Path) -> Iterator[Demo]:
    """The demo as it is loaded, with the acts of STAGED played."""
    database = folder / "demo.sqlite3"
    copy(like, database)
    with Installation(folder / "demo", {"DATABASE_URL": f"sqlite:///{database}"}) as installation:
        installation.start("broker", "web")
        made = made_by_the_demo(database)
        yield Demo(
            installation.url, {**made, **play(installation, database, made), "database": str(database)}
        )


@contextmanager
def broken(folder: Path, like: Path) -> Iterator[str]:
    """A copy of the demo in whose records a byte was changed: its address."""
    database = folder / "broken.sqlite3"
    copy(like, database)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE initiative SET procedure = '{'")
    with Installation(folder / "broken", {"DATABASE_URL": f"sqlite:///{database}"}) as installation:
        installation.start("broker", "web")
        yield installation.url


@contextmanager
def whole(folder: Path, like: Path) -> Iterator[str]:
    """A copy of the demo with everything that `make run` starts, for who goes on from here: its address."""
    folder.mkdir()
    database, port = folder / "whole.sqlite3", free_port()
    copy(like, database)
    environ = {"DATABASE_URL": f"sqlite:///{database}", "SMTP_URL": f"smtp://127.0.0.1:{port}"}
    with Installation(folder / "whole", environ) as installation:
        installation.start_part(mailbox(port))
        installation.start()
        yield installation.url


@contextmanager
def away(folder: Path) -> Iterator[str]:
    """An installation whose database does not answer: its address."""
    nowhere = "postgresql://concord@127.0.0.1:9/concord"
    with Installation(folder / "away", {"DATABASE_URL": nowhere}) as installation:
        installation.start("broker", "web")
        yield installation.url


def readers(database: Path) -> dict[str, str]:
    """For each shipped language but the one of the sentences, somebody of the demo who reads in it."""
    shipped = sorted(path.parent.name for path in (ROOT / "webapp" / "translations").glob("*/LC_MESSAGES"))
    query = "SELECT email FROM person JOIN seat ON seat.person_id = person.id WHERE locale = ? AND role = 'head' LIMIT 1"
    with closing(sqlite3.connect(database)) as connection:
        found = {language: connection.execute(query, (language,)).fetchone() for language in shipped}
    return {language: row[0] for language, row in found.items() if row}
