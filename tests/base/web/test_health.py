from __future__ import annotations

import dataclasses
import datetime as dt
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from config import Settings, load_settings
from tests.support.databases import SqliteDatabase
from webapp.app import create_app
from webapp.base.kernel.db import db
from webapp.base.kernel.heartbeat import Heartbeat
from webapp.base.kernel.settings import KEY
from webapp.base.kernel.unit_of_work import unit_of_work


@pytest.fixture(name="app")
def _app(tmp_path: Path) -> Iterator[Flask]:
    """A whole application with a migrated database and a broker made of files."""
    database = SqliteDatabase(tmp_path)
    database.reset()
    app = create_app(
        load_settings(
            {
                "CONCORD_MODE": "demo",
                "DATABASE_URL": database.url,
                "SECRET_KEY": "x" * 40,
                "INSTANCE_DIR": str(tmp_path),
                "BROKER_FOLDER": str(tmp_path / "broker"),
            }
        )
    )
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def beat(seconds_ago: float) -> None:
    with unit_of_work() as work:
        at = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=seconds_ago)
        work.session.merge(Heartbeat(part="beat", at=at))


def ready(app: Flask) -> tuple[int, dict[str, str]]:
    answer = app.test_client().get("/health/ready")
    assert answer.json is not None
    return answer.status_code, answer.json["checks"]


def with_broker(app: Flask, redis_url: str | None) -> None:
    settings: Settings = app.extensions[KEY]
    app.extensions[KEY] = dataclasses.replace(settings, redis_url=redis_url, broker_folder=None)


def test_it_lives_whatever_is_broken(app: Flask) -> None:
    with_broker(app, None)
    answer = app.test_client().get("/health/live")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_it_is_ready_when_everything_is_as_it_should_be(app: Flask) -> None:
    beat(1)
    assert ready(app) == (200, dict.fromkeys(("database", "migrations", "broker", "beat"), "ok"))


@pytest.mark.parametrize("seconds", [None, 90])
def test_it_is_not_ready_without_a_fresh_beat(app: Flask, seconds: int | None) -> None:
    if seconds is not None:
        beat(seconds)
    status, checks = ready(app)
    assert (status, checks["beat"], checks["database"]) == (503, "not ok", "ok")


def test_it_is_not_ready_while_a_migration_is_missing(app: Flask) -> None:
    beat(1)
    with unit_of_work() as work:
        work.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    status, checks = ready(app)
    assert (status, checks["migrations"]) == (503, "not ok")


def test_an_absent_or_silent_broker_is_noticed_within_a_second(app: Flask) -> None:
    beat(1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with_broker(app, f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        began = time.monotonic()
        status, checks = ready(app)
        assert time.monotonic() - began < 2
    assert (status, checks["broker"]) == (503, "not ok")
    assert ready(app)[1]["broker"] == "not ok"


def test_a_lost_database_is_told_and_nothing_of_what_is_inside(app: Flask, tmp_path: Path) -> None:
    db.engine.dispose()
    for path in tmp_path.glob("concord.sqlite3*"):
        path.unlink()
    (tmp_path / "concord.sqlite3").mkdir()
    answer = app.test_client().get("/health/ready")
    assert answer.status_code == 503
    assert answer.json == {
        "status": "not ready",
        "checks": {"database": "not ok", "migrations": "not ok", "broker": "ok", "beat": "not ok"},
    }
