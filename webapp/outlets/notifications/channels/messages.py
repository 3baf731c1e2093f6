"""A letter as a mail: its headers and its two forms."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from webapp.base.kernel.errors import NotFound
from webapp.features.initiatives.models import Initiative
from webapp.outlets.notifications.letters import Letter

CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


@dataclass(frozen=True)
class Addressing:
    """From whom, to whom, under which identifier, in which thread."""

    delivery_id: str
    sender: str
    """As `Name <address>`."""
    name: str
    address: str
    public_url: str
    at: dt.datetime
    initiative: Initiative | None = None
    thread: str | None = None

    @property
    def host(self) -> str:
        """The public host, which makes identifiers unique among all mails."""
        return urlsplit(self.public_url).hostname or "localhost"


def message_of(letter: Letter, to: Addressing) -> EmailMessage:
    """The mail. The same delivery always gets the same Message-ID, so that a repeat is recognised as one."""
    message = EmailMessage()
    name, address = parseaddr(to.sender)
    message["From"] = Address(one_line(name), addr_spec=address)
    message["To"] = _receiver(to)
    message["Subject"] = one_line(letter.subject)
    message["Date"] = format_datetime(to.at)
    message["Message-ID"] = f"<{to.delivery_id}@{to.host}>"
    if to.thread is not None:
        message["In-Reply-To"] = message["References"] = f"<{to.thread}.thread@{to.host}>"
    if to.initiative is not None:
        message["List-Id"] = f"<{to.initiative.slug}.{to.host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    # Last, because what is called Content-* before moves into the first of the two forms.
    message["Content-Language"] = letter.language
    return message


def one_line(text: str) -> str:
    """Text as it may stand in a header: whatever could begin another header is a blank."""
    return " ".join(CONTROL.sub(" ", text).split())


def deliverable(address: str) -> str:
    """The address as the mail server reads it: its domain in ASCII. Raises NotFound where it is no address."""
    local, at, domain = address.rpartition("@")
    if not at or not local or CONTROL.search(address):
        raise NotFound("mail.no_address")
    return f"{local}@{domain.encode('idna').decode()}"


def _receiver(to: Addressing) -> Address:
    local, _, domain = to.address.rpartition("@")
    return Address(one_line(to.name), username=local, domain=domain)
