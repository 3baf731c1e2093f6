"""Fixtures of the whole suite. The database is SQLite, or PostgreSQL with `--database postgresql`."""

from __future__ import annotations

import datetime as dt
import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from config import Settings, load_settings
from tests.factories.cast import Cast, make_cast
from tests.support.databases import TestDatabase, make_database
from webapp.app import create_app
from webapp.base.kernel.clock import ClockOffset
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people.models import SignInSession

SECRET = "tests-only-secret-tests-only-secret"


class OwnContext(FlaskClient):
    """A client whose every request has an application context of its own, as in the web server."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        with self.application.app_context():
            return super().open(*args, **kwargs)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default=os.environ.get("TEST_DATABASE", "sqlite"),
        help="the database under the tests",
    )


@pytest.fixture(scope="session")
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestDatabase]:
    """The database of this test process, with all migrations applied."""
    made = make_database(request.config.getoption("--database"), tmp_path_factory)
    yield made
    made.drop()


@pytest.fixture(scope="session")
def settings(database: TestDatabase, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of the application under test."""
    return load_settings(
        {
            "CONCORD_MODE": "demo",
            "DATABASE_URL": database.url,
            "SECRET_KEY": SECRET,
            "INSTANCE_DIR": str(tmp_path_factory.mktemp("instance")),
            "PUBLIC_URL": "http://localhost",
        }
    )


@pytest.fixture(scope="session")
def whole_app(settings: Settings) -> Flask:
    """One application for all tests of this process."""
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
    app.test_client_class = OwnContext
    return app


@pytest.fixture
def app(whole_app: Flask, database: TestDatabase) -> Iterator[Flask]:
    """The application on an empty database, within its context."""
    with whole_app.app_context():
        db.session.remove()
        db.engine.dispose()
        database.reset()
        yield whole_app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A reading session of the test's own. Call `session.rollback()` to see what was written meanwhile."""
    with Session(db.engine) as session:
        yield session


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The usual people and delegations."""
    return make_cast()


@pytest.fixture
def moved_clock(app: Flask) -> Callable[[dt.timedelta | dt.datetime], None]:
    """Move the application's clock by a duration from the real one, or to a moment."""

    def move(to: dt.timedelta | dt.datetime) -> None:
        by = to if isinstance(to, dt.timedelta) else to - dt.datetime.now(dt.UTC)
        # Up to a whole second, so that a moment to which the clock is moved has come.
        seconds = math.ceil(by.total_seconds())
        with unit_of_work() as work:
            row = work.session.get(ClockOffset, 1)
            if row is None:
                work.session.add(ClockOffset(id=1, seconds=seconds))
            else:
                row.seconds = seconds

    return move


@pytest.fixture
def client_for(app: Flask, cast: Cast) -> Callable[[str], FlaskClient]:
    """A client signed in as somebody of the cast."""

    def sign_in(name: str) -> FlaskClient:
        with unit_of_work() as work:
            now = work.now()
            row = SignInSession(
                person_id=cast.people[name], created_at=now, expires_at=now + dt.timedelta(days=400)
            )
            work.session.add(row)
            work.session.flush()
            session_id = row.id
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = session_id
            cookie["_fresh"] = True
        return client

    return sign_in


@pytest.fixture
def repository() -> Path:
    """The root of the project."""
    return Path(__file__).resolve().parent.parent
