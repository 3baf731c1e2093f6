"""A part of an installation: one program that is kept running."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def at_once() -> bool:
    """For parts that nobody has to wait for."""
    return True


@dataclass(frozen=True)
class Part:
    """A program and how to tell that it is ready for the parts after it."""

    name: str
    command: tuple[str, ...]
    is_ready: Callable[[], bool] = at_once
    stop_seconds: float = 15.0
    """How long the program may take to end by itself before it is killed."""


def answers_on_port(host: str, port: int) -> bool:
    """Whether something accepts connections there."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def answers_ping(path: Path) -> bool:
    """Whether a Valkey or Redis server answers on this Unix socket."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(1)
            connection.connect(str(path))
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith(b"+PONG")
    except OSError:
        return False


def free_port() -> int:
    """A port of this machine that nobody listens on right now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def port_is_taken(host: str, port: int) -> bool:
    """Whether another program holds the address, so that a server could not bind it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return True
    return False
