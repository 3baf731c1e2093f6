"""A stage on which things happen, and a mail server that keeps what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from config import Settings
from tests.factories.cast import Cast
from tests.outlets.notifications.happenings import Stage, set_stage
from tests.support.smtp_sink import SmtpSink, smtp_sink


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """What exists before anything happens."""
    return set_stage(cast)


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    """A mail server."""
    with smtp_sink() as running:
        yield running


@pytest.fixture
def mailing(settings: Settings, sink: SmtpSink) -> Settings:
    """Settings with that mail server."""
    return replace(settings, smtp_url=sink.url, public_url="https://concord.example/of")
