"""A letter as a mail: its two forms, its headers, its bytes.

What the mails of one letter have in common is written once; only the headers of each receiver differ.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from webapp.base.kernel.errors import NotFound
from webapp.outlets.notifications.letters import Letter

CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


@dataclass(frozen=True)
class Sending:
    """From which installation a letter goes, for which initiative, in which thread."""

    sender: str
    """As `Name <address>`."""
    public_url: str
    slug: str | None = None
    thread: str | None = None

    @property
    def host(self) -> str:
        """The public host, which makes identifiers unique among all mails."""
        return urlsplit(self.public_url).hostname or "localhost"


@dataclass(frozen=True)
class Addressee:
    """To whom one mail goes, and under which identifier."""

    delivery_id: str
    name: str
    address: str
    """As `deliverable` gives it."""


def body_of(letter: Letter, sending: Sending) -> bytes:
    """What is the same for every receiver: the headers about the letter, and its text and HTML."""
    message = EmailMessage(policy=SMTP)
    name, address = parseaddr(sending.sender)
    message["From"] = Address(one_line(name), addr_spec=address)
    message["Subject"] = one_line(letter.subject)
    if sending.thread is not None:
        message["In-Reply-To"] = message["References"] = f"<{sending.thread}.thread@{sending.host}>"
    if sending.slug is not None:
        message["List-Id"] = f"<{sending.slug}.{sending.host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    # Last, because what is called Content-* before moves into the first of the two forms.
    message["Content-Language"] = letter.language
    return message.as_bytes()


def mail_of(body: bytes, to: Addressee, sending: Sending, at: dt.datetime) -> bytes:
    """The whole mail. The same delivery always gets the same Message-ID, so that a repeat is recognised as one."""
    headers = EmailMessage(policy=SMTP if to.address.isascii() else SMTPUTF8)
    local, _, domain = to.address.rpartition("@")
    headers["To"] = Address(one_line(to.name), username=local, domain=domain)
    headers["Date"] = format_datetime(at)
    headers["Message-ID"] = f"<{to.delivery_id}@{sending.host}>"
    return headers.as_bytes().removesuffix(b"\r\n") + body


def one_line(text: str) -> str:
    """Text as it may stand in a header: whatever could begin another header is a blank."""
    return re.sub(" +", " ", CONTROL.sub(" ", text)).strip()


def deliverable(address: str) -> str:
    """The address as the mail server reads it: its domain in ASCII. Raises NotFound where it is no address."""
    local, at, domain = address.rpartition("@")
    if not at or not local or CONTROL.search(address):
        raise NotFound("mail.no_address")
    return f"{local}@{domain.encode('idna').decode()}"
