"""A mail server that delivers nothing: it keeps every mail in the demo's mailbox."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from webapp.demo import mailbox


class Keeper:
    """Keeps what the server is handed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(  # noqa: N802 (the name is aiosmtpd's)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a mail; the answer is given once it is on the disk."""
        content = envelope.content or b""
        raw = content.encode() if isinstance(content, str) else content
        await asyncio.to_thread(mailbox.keep, self.folder, raw)
        return "250 kept in the mailbox"


def serve(folder: Path, port: int) -> None:
    """Take mails on 127.0.0.1 until asked to stop. Port 0 takes any free one."""
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(_serve(folder, port))


async def _serve(folder: Path, port: int) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    keeper = Keeper(folder)
    server = await loop.create_server(
        lambda: SMTP(keeper, enable_SMTPUTF8=True, hostname="localhost", loop=loop), "127.0.0.1", port
    )
    async with server:
        await stopped.wait()
