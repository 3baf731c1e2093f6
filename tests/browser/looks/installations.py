"""The installations that are looked at: the demo, one whose records are damaged, one whose database is away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from config import ROOT
from tests.browser.conftest import Demo
from tests.browser.looks.staged import play
from tests.browser.places import made_by_the_demo
from tests.support.processes import Installation


@contextmanager
def demo(folder: Path) -> Iterator[Demo]:
    """The demo as it is loaded, with the acts of STAGED played."""
    database = folder / "demo.sqlite3"
    with Installation(folder / "demo", {"DATABASE_URL": f"sqlite:///{database}"}) as installation:
        installation.migrate()
        done = installation.command("demo", "load")
        assert done.returncode == 0, done.stderr
        installation.start("broker", "web")
        made = made_by_the_demo(database)
        yield Demo(
            installation.url, {**made, **play(installation, database, made), "database": str(database)}
        )


@contextmanager
def broken(folder: Path, like: Path) -> Iterator[str]:
    """A copy of the demo in whose records a byte was changed: its address."""
    database = folder / "broken.sqlite3"
    with closing(sqlite3.connect(like)) as source, closing(sqlite3.connect(database)) as copy:
        source.backup(copy)
        copy.execute("UPDATE initiative SET procedure = '{'")
        copy.commit()
    with Installation(folder / "broken", {"DATABASE_URL": f"sqlite:///{database}"}) as installation:
        installation.start("broker", "web")
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
