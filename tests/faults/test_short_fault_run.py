"""A hundred comments handed in while the worker is killed, the broker flushed and restarted, and two beats run."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import redis

from deploy import parts
from tests.faults.hall import COMMENTS_EACH, DELEGATIONS, Hall, furnish, hand_in_everything, read_books
from tests.support.processes import Installation, wait_until
from tests.support.smtp_sink import SmtpSink, smtp_sink

pytestmark = pytest.mark.processes

HANDED_IN = DELEGATIONS * COMMENTS_EACH


@contextmanager
def installation(folder: Path, sink: SmtpSink, **environ: str) -> Iterator[Installation]:
    """A whole installation on SQLite, with mail to the sink."""
    url = f"sqlite:///{folder / 'concord.sqlite3'}"
    with Installation(folder, {"DATABASE_URL": url, "SMTP_URL": sink.url, **environ}) as made:
        made.migrate()
        yield made


def database(made: Installation) -> str:
    return made.settings.database_url.removeprefix("sqlite:///")


def waiting(made: Installation) -> int:
    """Reactions and mails that are still to come."""
    with sqlite3.connect(database(made)) as connection:
        reactions = connection.execute("SELECT count(*) FROM outbox WHERE state = 'waiting'").fetchone()[0]
        mails = connection.execute(
            "SELECT count(*) FROM delivery WHERE channel = 'mail' AND state IN ('waiting', 'claimed')"
        ).fetchone()[0]
    return int(reactions) + int(mails)


def second_beat(made: Installation) -> None:
    one = parts.beat(made.settings)
    command = tuple(word.replace("beat-schedule", "second-beat-schedule") for word in one.command)
    made.start_part(replace(one, name="second beat", command=command))


def flush(made: Installation) -> None:
    url = (made.settings.redis_url or "").replace("redis+socket://", "unix://")
    with suppress(redis.RedisError), redis.Redis.from_url(url, socket_timeout=2) as client:
        client.flushall()


def run_disturbed(made: Installation, hall: Hall) -> None:
    """Kill the worker, flush the broker, kill and restart it, over and over until the writing is done.

    The killing is done by the main thread: what a thread starts ends with that thread.
    """
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(hand_in_everything, hall, made.url)
        while not writing.done():
            time.sleep(1.5)
            made.kill("worker")
            flush(made)
            made.start("worker")
            time.sleep(1)
            made.kill("broker")
            made.start("broker")
        writing.result()


def test_nothing_is_lost_or_doubled_while_the_worker_and_the_broker_die(tmp_path: Path) -> None:
    with smtp_sink() as sink, installation(tmp_path / "instance", sink) as made:
        hall = furnish(made.settings)
        made.start()
        second_beat(made)
        run_disturbed(made, hall)
        for name in ("worker", "beat", "second beat"):
            assert made.is_running(name), made.log(name)
        wait_until(lambda: waiting(made) == 0, "everything is told", 120)
        books = read_books(hall, database(made), sink)
        assert len(hall.confirmed) == HANDED_IN
        assert (books.lost(), books.doubled_or_ghosts()) == ([], [])
        verified = made.command("journal", "verify")
        assert verified.returncode == 0, verified.stdout
        reconciled = made.command("reconcile")
        assert reconciled.returncode == 0, reconciled.stdout


def test_with_the_outbox_off_the_same_run_reports_losses(tmp_path: Path) -> None:
    with smtp_sink() as sink, installation(tmp_path / "instance", sink, OUTBOX="off") as made:
        hall = furnish(made.settings)
        made.start()
        hand_in_everything(hall, made.url)
        time.sleep(8)
        books = read_books(hall, database(made), sink)
        assert len([one for one in books.lost() if one.endswith("not in the mail")]) == HANDED_IN
        reconciled = made.command("reconcile")
        assert reconciled.returncode == 1
        assert "review.contribution_handed_in" in reconciled.stdout
