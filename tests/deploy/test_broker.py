from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis

from deploy.broker import LONGEST_SOCKET_PATH, Broker, embedded_broker, server_program, socket_place
from deploy.child import Child
from deploy.part import free_port, port_is_taken
from tests.support.processes import wait_until


@contextmanager
def running(broker: Broker, folder: Path) -> Iterator[redis.Redis]:
    assert broker.part is not None
    assert broker.url is not None
    child = Child(broker.part, os.environ, folder, folder / "log")
    try:
        wait_until(broker.part.is_ready, "broker", 15)
        yield redis.Redis(unix_socket_path=broker.url.removeprefix("redis+socket://"))
    finally:
        child.stop()
        broker.clear_away()


def test_the_broker_keeps_what_it_was_given_when_it_is_started_again(tmp_path: Path) -> None:
    for turn in ("first", "second"):
        with running(embedded_broker(tmp_path, server_program()), tmp_path) as client:
            if turn == "first":
                client.set("word", "kept")
            assert client.get("word") == b"kept"


def test_the_socket_is_for_its_owner_only_and_no_port_is_open(tmp_path: Path) -> None:
    broker = embedded_broker(tmp_path, server_program())
    with running(broker, tmp_path) as client:
        assert broker.url is not None
        mode = Path(broker.url.removeprefix("redis+socket://")).stat().st_mode
        assert stat.S_IMODE(mode) == 0o700
        assert client.info("server")["tcp_port"] == 0


@pytest.mark.parametrize("name", ["x" * LONGEST_SOCKET_PATH, "a folder", "Dokumente für alle"])
def test_a_path_that_no_socket_can_have_gets_a_short_temporary_folder(tmp_path: Path, name: str) -> None:
    data = tmp_path / name
    data.mkdir()
    path, temporary = socket_place(data)
    assert temporary is not None
    assert path.parent == temporary
    assert len(str(path)) <= LONGEST_SOCKET_PATH
    temporary.rmdir()


def test_without_any_server_messages_wait_in_a_folder(tmp_path: Path) -> None:
    broker = embedded_broker(tmp_path, None)
    assert broker.part is None
    assert broker.environ() == {"BROKER_FOLDER": str(tmp_path / "broker-files")}
    assert (tmp_path / "broker-files").is_dir()


def test_a_taken_port_is_noticed() -> None:
    port = free_port()
    assert not port_is_taken("127.0.0.1", port)
    with socket.create_server(("127.0.0.1", port)):
        assert port_is_taken("127.0.0.1", port)
