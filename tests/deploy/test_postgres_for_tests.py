from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest

from tests.support.postgres import NoPostgres, Server, create_database_from_template, programs, start_server

SHARE = "from tests.support.postgres import start_server; s = start_server(); print(s.url); s.stop()"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A private server, which may be killed."""
    try:
        programs()
    except NoPostgres as problem:
        # `make test` names what a machine lacks; where CI runs, nothing may be left out.
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(problem))
    made = start_server(shared=False)
    yield made
    made.stop()


def test_a_database_made_from_a_template_has_its_tables(server: Server) -> None:
    server.create_database("template")
    with psycopg.connect(server.url_for("template")) as connection:
        connection.execute("CREATE TABLE word (text text)")
    for _ in range(2):
        url = create_database_from_template(server, "copy", "template")
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT count(*) FROM word").fetchone() == (0,)
            connection.execute("INSERT INTO word VALUES ('left over')")


def test_a_killed_server_still_holds_what_was_committed(server: Server) -> None:
    server.create_database("survivor")
    with psycopg.connect(server.url_for("survivor")) as connection:
        connection.execute("CREATE TABLE word AS SELECT 'kept' AS text")
    server.kill()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url_for("survivor"))
    server.start_again()
    with psycopg.connect(server.url_for("survivor")) as connection:
        assert connection.execute("SELECT text FROM word").fetchone() == ("kept",)


def test_the_shared_server_stays_while_somebody_uses_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    mine = start_server()
    other = subprocess.run([sys.executable, "-c", SHARE], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == mine.url
    with psycopg.connect(mine.url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(NoPostgres):
        mine.kill()
    mine.stop()


def test_a_given_server_is_used_and_never_stopped(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", server.url)
    given = start_server()
    given.stop()
    with psycopg.connect(given.url_for("postgres")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
