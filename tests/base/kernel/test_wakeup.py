from __future__ import annotations

import socket
import time

from webapp.base.kernel.wakeup import _Bell


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_an_absent_broker_costs_less_than_a_second_and_nothing_else() -> None:
    bell = _Bell()
    bell.connect(f"redis://127.0.0.1:{closed_port()}/0")
    began = time.monotonic()
    for _ in range(20):
        bell.ring()
    assert time.monotonic() - began < 1


def test_a_broker_that_hangs_costs_at_most_a_second() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        bell = _Bell()
        bell.connect(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        began = time.monotonic()
        bell.ring()
        assert time.monotonic() - began < 1.5
