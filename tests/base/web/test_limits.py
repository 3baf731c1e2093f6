"""Rate limits count in memory where their server is away, and nobody waits for it."""

from __future__ import annotations

import dataclasses
import socket
import time

import pytest

from config import Settings
from tests.base.web.conftest import make_app
from webapp.base.web.extensions import limit_storage


@pytest.mark.parametrize(
    ("broker", "counter"),
    [
        (None, "memory://"),
        ("redis://127.0.0.1:6379/0", "redis://127.0.0.1:6379/0"),
        ("redis+socket:///run/concord/broker.sock?virtual_host=0", "redis+unix:///run/concord/broker.sock"),
    ],
)
def test_the_counter_is_the_brokers_server(broker: str | None, counter: str) -> None:
    assert limit_storage(broker) == counter


def test_a_counter_that_does_not_answer_is_replaced_by_memory_at_once(settings: Settings) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(1)
        port = deaf.getsockname()[1]
        client = make_app(
            dataclasses.replace(settings, redis_url=f"redis://127.0.0.1:{port}/0")
        ).test_client()
        began = time.monotonic()
        first, second = client.get("/limited"), client.get("/limited")
    assert (first.status_code, second.status_code) == (200, 429)
    # Generous for a busy machine: the client's own retries would take several seconds.
    assert time.monotonic() - began < 2
