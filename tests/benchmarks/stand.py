"""The servers of a benchmark: PostgreSQL of our own, Concord and the floors behind the web server of production."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
from flask import Flask

from deploy.part import Part, answers_on_port, free_port
from tests.benchmarks import floors
from tests.benchmarks.furnishing.text import words_of
from tests.benchmarks.furnishing.words import text_of
from tests.benchmarks.meter import children
from tests.support.postgres import Server, start_server
from tests.support.processes import Installation
from webapp.app import create_app

CLIENT_BACKENDS = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = %s"
DATABASE = "concord"
FLOORS = "floors"


@dataclass(frozen=True)
class Stand:
    """Everything that runs. `app` is the same application in this process: it writes data and counts statements."""

    app: Flask
    installation: Installation
    server: Server
    floor_port: int

    @property
    def port(self) -> int:
        """Where Concord listens."""
        return self.installation.settings.port

    def workers(self, *, of_floors: bool = False) -> list[int]:
        """The processes that answer requests."""
        return children(self.installation.process(FLOORS if of_floors else "web"))

    def backends(self) -> list[int]:
        """The processes of the database that serve Concord or the floors."""
        return [*self._serving(DATABASE), *self._serving(FLOORS)]

    def settle(self) -> None:
        """Let the database learn what was written, as it does by itself in time, so that it does not begin meanwhile."""
        for database in (DATABASE, FLOORS):
            with psycopg.connect(self.server.url_for(database), autocommit=True) as connection:
                connection.execute("VACUUM ANALYZE")
                connection.execute("CHECKPOINT")

    def _serving(self, database: str) -> list[int]:
        with psycopg.connect(self.server.url) as connection:
            return [pid for (pid,) in connection.execute(CLIENT_BACKENDS, (database,))]


@contextmanager
def stand() -> Iterator[Stand]:
    """Start everything; ends it and takes it away afterwards."""
    server = start_server(shared=False)
    try:
        for database in (DATABASE, FLOORS):
            server.create_database(database)
        floors.furnish(
            server.url_for(FLOORS),
            [words_of(place, 0) for place in range(floors.PARAGRAPHS)],
            [text_of(f"comment {place}", 2) for place in range(floors.COMMENTS)],
        )
        with tempfile.TemporaryDirectory(prefix="concord-bench-") as folder:
            environ = {**production(server.url_for(DATABASE)), "FLOOR_DATABASE": server.url_for(FLOORS)}
            with Installation(Path(folder), environ) as made:
                made.migrate()
                yield _started(made, server)
    finally:
        server.stop()


def production(database_url: str) -> dict[str, str]:
    """The settings of an installation that serves people; its mails have nowhere to go, and nobody sends them."""
    return {
        "CONCORD_MODE": "production",
        "DATABASE_URL": database_url,
        "PUBLIC_URL": "https://concord.example",
        "TRUSTED_HOSTS": "127.0.0.1",
        "SMTP_URL": f"smtp://127.0.0.1:{free_port()}",
        "MAIL_FROM": "Concord <concord@concord.example>",
    }


def _started(made: Installation, server: Server) -> Stand:
    made.start("broker", "web")
    port = free_port()
    made.start_part(_floor_server(made.part("web"), made.settings.port, port))
    app = create_app(replace(made.settings, redis_url=None))
    return Stand(app, made, server, port)


def _floor_server(web: Part, port: int, own: int) -> Part:
    """The web server with everything as for Concord, but for the program and the port."""
    words = {"wsgi:app": f"{floors.__name__}:app", f"127.0.0.1:{port}": f"127.0.0.1:{own}"}
    return Part(
        FLOORS,
        tuple(words.get(word, word) for word in web.command),
        lambda: answers_on_port("127.0.0.1", own),
    )
