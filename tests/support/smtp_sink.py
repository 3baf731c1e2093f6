"""A real SMTP server in a thread that keeps what it accepts, and refuses whom it is told to refuse."""

from __future__ import annotations

import asyncio
import email
import email.policy
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from deploy.part import free_port


@dataclass(frozen=True)
class Accepted:
    """A mail that the sink took, byte for byte."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    def message(self) -> EmailMessage:
        """The mail, read."""
        return email.message_from_bytes(self.raw, policy=email.policy.default)


@dataclass
class SmtpSink:
    """What the server keeps and how it answers."""

    port: int = 0
    refusals: dict[str, str] = field(default_factory=dict)
    """Per recipient, in lower case, the answer to RCPT, as `451 try later` or `550 no such mailbox`."""
    answer_to_data: str | None = None
    """The answer to the content of every mail, instead of accepting it."""
    stall_seconds: float = 0.0
    """How long to wait before answering the content of a mail."""
    _accepted: list[Accepted] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """For SMTP_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def accepted(self) -> list[Accepted]:
        """The mails so far, oldest first."""
        with self._lock:
            return list(self._accepted)

    def forget(self) -> None:
        """Forget the mails so far."""
        with self._lock:
            self._accepted.clear()

    def wait_for(self, count: int, seconds: float = 30.0) -> list[Accepted]:
        """The mails once there are at least so many; raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while len(self.accepted) < count:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{len(self.accepted)} of {count} mails after {seconds} s")
            time.sleep(0.05)
        return self.accepted

    async def handle_RCPT(  # noqa: N802 (the name is aiosmtpd's)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient or answer as told."""
        refusal = self.refusals.get(address.lower())
        if refusal is None:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(  # noqa: N802 (the name is aiosmtpd's)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a mail or answer as told."""
        if self.stall_seconds:
            await asyncio.sleep(self.stall_seconds)
        if self.answer_to_data is not None:
            return self.answer_to_data
        content = envelope.content or b""
        raw = content.encode() if isinstance(content, str) else content
        with self._lock:
            self._accepted.append(Accepted(envelope.mail_from or "", tuple(envelope.rcpt_tos), raw))
        return "250 kept"


@contextmanager
def smtp_sink(port: int = 0) -> Iterator[SmtpSink]:
    """A running sink on 127.0.0.1; port 0 takes any free one."""
    sink = SmtpSink(port=port or free_port())
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
