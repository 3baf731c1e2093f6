"""The demo's mailbox: a folder with one file for each mail that left, named so that names sort by arrival."""

from __future__ import annotations

import datetime as dt
import email
import email.parser
import email.policy
import os
import re
import secrets
import time
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path
from typing import BinaryIO

from config import Settings
from webapp.base.kernel.errors import NotFound

NAME = re.compile(r"[0-9]{20}-[0-9a-f]{8}\Z")
SUFFIX = ".eml"


@dataclass(frozen=True)
class Heading:
    """What a list shows of a mail. `sent_at` is None where the mail does not say."""

    name: str
    to: tuple[str, ...]
    subject: str
    sent_at: dt.datetime | None


@dataclass(frozen=True)
class Mail:
    """A whole mail. `html` is its source as text and is never shown as a page of ours."""

    heading: Heading
    sender: str
    text: str
    html: str


def folder_of(settings: Settings) -> Path:
    """Where the mails of this installation lie."""
    return settings.instance_dir / "mailbox"


def keep(folder: Path, raw: bytes, *, arrived_ns: int | None = None, durable: bool = True) -> str:
    """Keep a mail whole or not at all; returns its name. `durable` waits until it is on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{time.time_ns() if arrived_ns is None else arrived_ns:020}-{secrets.token_hex(4)}"
    unfinished = folder / f".{name}"
    with unfinished.open("wb") as file:
        file.write(raw)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    unfinished.rename(folder / f"{name}{SUFFIX}")
    return name


def clear(folder: Path) -> None:
    """Remove every mail."""
    for path in folder.glob(f"*{SUFFIX}"):
        path.unlink(missing_ok=True)


def names(folder: Path) -> list[str]:
    """The names of all mails, the newest first."""
    found = (path.stem for path in folder.glob(f"*{SUFFIX}"))
    return sorted((name for name in found if NAME.match(name)), reverse=True)


def heading(folder: Path, name: str) -> Heading:
    """What a list shows of this mail; raises NotFound."""
    parser = email.parser.BytesHeaderParser(policy=email.policy.default)
    with _open(folder, name) as file:
        return _heading(name, parser.parse(file))


def mail(folder: Path, name: str) -> Mail:
    """The whole mail; raises NotFound."""
    with _open(folder, name) as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    return Mail(
        heading=_heading(name, message),
        sender=str(message["From"] or ""),
        text=_body(message, "plain"),
        html=_body(message, "html"),
    )


def _open(folder: Path, name: str) -> BinaryIO:
    if not NAME.match(name):
        raise NotFound()
    try:
        return (folder / f"{name}{SUFFIX}").open("rb")
    except FileNotFoundError:
        raise NotFound() from None


def _heading(name: str, message: EmailMessage) -> Heading:
    recipients = getaddresses([str(value) for value in message.get_all("To", [])])
    return Heading(
        name=name,
        to=tuple(address for _, address in recipients if address),
        subject=str(message["Subject"] or ""),
        sent_at=_date(message),
    )


def _date(message: EmailMessage) -> dt.datetime | None:
    moment = getattr(message["Date"], "datetime", None)
    if not isinstance(moment, dt.datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except LookupError:
        # A character set that nobody knows: show what can be shown.
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
