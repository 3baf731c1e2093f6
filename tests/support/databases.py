"""Databases for tests: an empty one with all migrations, made again before each test."""

from __future__ import annotations

import os
import shutil
from abc import ABC, abstractmethod
from pathlib import Path

import pytest
from flask_migrate import upgrade

from config import load_settings
from webapp.app import create_app
from webapp.base.kernel.db import db


class TestDatabase(ABC):
    """A database that can be made empty again."""

    __test__ = False
    url: str

    @abstractmethod
    def reset(self) -> None:
        """Make it as it was after the migrations."""

    @abstractmethod
    def drop(self) -> None:
        """Take it away."""


class SqliteDatabase(TestDatabase):
    """A file, copied from a migrated template before each test."""

    def __init__(self, folder: Path) -> None:
        self.template = folder / "template.sqlite3"
        self.path = folder / "concord.sqlite3"
        self.url = f"sqlite:///{self.path}"
        migrate(f"sqlite:///{self.template}", folder)

    def reset(self) -> None:
        # A new file each time: a connection that somebody still holds keeps the old one and harms nobody.
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(self.template, self.path)

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)


class PostgresDatabase(TestDatabase):
    """A database made from a migrated template before each test."""

    def __init__(self, folder: Path) -> None:
        from tests.support.postgres import start_server

        self.server = start_server()
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self.name = f"concord_{worker}_{os.getpid()}"
        self.template = f"{self.name}_template"
        self.url = self.server.url_for(self.name)
        self.server.create_database(self.template)
        migrate(self.server.url_for(self.template), folder)

    def reset(self) -> None:
        self.server.drop_database(self.name)
        self.server.create_database(self.name, template=self.template)

    def drop(self) -> None:
        self.server.drop_database(self.name)
        self.server.drop_database(self.template)
        self.server.stop()


def migrate(url: str, folder: Path) -> None:
    """Bring a database to the newest migration."""
    settings = load_settings(
        {"CONCORD_MODE": "demo", "DATABASE_URL": url, "SECRET_KEY": "x" * 40, "INSTANCE_DIR": str(folder)}
    )
    app = create_app(settings)
    with app.app_context():
        upgrade()
        db.engine.dispose()


def make_database(kind: str, factory: pytest.TempPathFactory) -> TestDatabase:
    """The database of this kind for this test process."""
    folder = factory.mktemp("database")
    return SqliteDatabase(folder) if kind == "sqlite" else PostgresDatabase(folder)
