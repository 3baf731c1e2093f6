from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from tests.journeys.world import World
from tests.support.smtp_sink import smtp_sink
from webapp.base.kernel.settings import KEY


@pytest.fixture
def world(
    app: Flask, moved_clock: Callable[[dt.timedelta | dt.datetime], None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """A world with forms protected as they are in earnest."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    before = app.extensions[KEY]
    with smtp_sink() as sink:
        yield World(app, sink, moved_clock)
    app.extensions[KEY] = before
