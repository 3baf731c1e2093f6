"""Mails go by themselves, however often the task runs."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest
from flask import Flask

from config import Settings
from tests.factories.cast import Cast
from tests.outlets.notifications.happenings import deliveries, handed_in, happen, react, set_stage
from tests.support.smtp_sink import SmtpSink, smtp_sink
from webapp.base.kernel.settings import KEY


@pytest.fixture
def tasks(
    app: Flask, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    """The tasks; the Celery application makes its own settings when it is first imported."""
    monkeypatch.setenv("INSTANCE_DIR", str(tmp_path_factory.mktemp("worker")))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return importlib.import_module("workers.notifications")


@pytest.fixture
def sink(app: Flask, settings: Settings) -> Iterator[SmtpSink]:
    """A mail server that the application knows."""
    with smtp_sink() as running:
        app.extensions[KEY] = replace(settings, smtp_url=running.url)
        yield running
        app.extensions[KEY] = settings


def test_mails_that_wait_are_sent_once(cast: Cast, tasks: ModuleType, sink: SmtpSink) -> None:
    happen((stage := set_stage(cast)), handed_in(stage))
    react()
    for _ in range(3):
        tasks.send_due.run()
    assert len(sink.accepted) == 2
    assert {row.state for row in deliveries(channel="mail")} == {"sent"}
