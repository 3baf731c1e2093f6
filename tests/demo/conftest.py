"""The demo, loaded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.databases import TestDatabase
from webapp.base.kernel.db import db
from webapp.demo.loader import load


@pytest.fixture(scope="module")
def loaded(whole_app: Flask, database: TestDatabase) -> Flask:
    """The application with the demo, loaded once for a module whose tests only read it."""
    with whole_app.app_context():
        db.session.remove()
        db.engine.dispose()
        database.reset()
        assert load()
        db.session.remove()
        db.engine.dispose()
    # Outside of the context: within it, requests of different people would share what Flask keeps for one.
    return whole_app


@pytest.fixture
def demo(loaded: Flask) -> Iterator[Session]:
    """A reading session on the demo."""
    with loaded.app_context():
        yield db.session()
        db.session.remove()
        db.engine.dispose()
