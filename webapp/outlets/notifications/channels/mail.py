"""The mail channel: messages by the standard library, handed to one SMTP server over one connection.

RFC 5322 (messages), RFC 3834 (automatic ones), RFC 2919 (List-Id), RFC 5321 (SMTP).
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from webapp.outlets.notifications.service import Claim, Outcome, Result

TIMEOUT_SECONDS = 10
GOOD_BYE = 421
"""The server is closing the connection (RFC 5321, 4.2.1)."""


@dataclass(frozen=True)
class Server:
    """The server that takes our mail."""

    host: str
    port: int
    user: str | None = None
    password: str | None = None
    tls: bool = False
    starttls: bool = False


@dataclass(frozen=True)
class Envelope:
    """A mail that is ready to go, with the claim under which it goes."""

    claim: Claim
    sender: str
    recipient: str
    content: bytes
    """The whole mail, headers and all."""


class Unreachable(Exception):
    """The server could not be talked to: nobody's mail is at fault."""


def read_smtp_url(url: str) -> Server:
    """`smtp://user:password@host:port`, or `smtps://`; `?starttls=1` asks for STARTTLS. Raises ValueError."""
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("SMTP_URL must look like smtp://host:port or smtps://host:port")
    tls = parts.scheme == "smtps"
    return Server(
        host=parts.hostname,
        port=parts.port or (465 if tls else 25),
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        tls=tls,
        starttls=parse_qs(parts.query).get("starttls", ["0"])[-1] == "1",
    )


def deliver(
    server: Server, envelopes: Sequence[Envelope], may_go_on: Callable[[], bool], own_name: str
) -> tuple[list[Outcome], bool]:
    """Hand over the mails; what became of each, and whether the server was reached all along."""
    outcomes: list[Outcome] = []
    try:
        with _connection(server, own_name) as smtp:
            for envelope in envelopes:
                if not may_go_on():
                    break
                outcomes.append(_hand_over(smtp, envelope))
    except (Unreachable, OSError, smtplib.SMTPException) as error:
        words = _words_of(error)
        left = envelopes[len(outcomes) :]
        return [*outcomes, *(Outcome(one.claim, Result.LATER, words) for one in left)], False
    left = envelopes[len(outcomes) :]
    return [*outcomes, *(Outcome(one.claim, Result.UNTRIED) for one in left)], True


class _connection:  # noqa: N801 (used as a statement)
    """A connection, greeted and signed in; leaving it never raises."""

    def __init__(self, server: Server, own_name: str) -> None:
        self.server = server
        self.own_name = own_name
        self.smtp: smtplib.SMTP | None = None

    def __enter__(self) -> smtplib.SMTP:
        server = self.server
        context = ssl.create_default_context()
        if server.tls:
            self.smtp = smtplib.SMTP_SSL(
                server.host, server.port, self.own_name, timeout=TIMEOUT_SECONDS, context=context
            )
        else:
            self.smtp = smtplib.SMTP(server.host, server.port, self.own_name, timeout=TIMEOUT_SECONDS)
        try:
            if server.starttls:
                self.smtp.starttls(context=context)
            if server.user is not None:
                self.smtp.login(server.user, server.password or "")
            self.smtp.ehlo_or_helo_if_needed()
        except Exception:
            self.smtp.close()
            raise
        return self.smtp

    def __exit__(self, *_: object) -> None:
        if self.smtp is None:
            return
        try:
            self.smtp.quit()
        except (OSError, smtplib.SMTPException):
            self.smtp.close()


def _hand_over(smtp: smtplib.SMTP, envelope: Envelope) -> Outcome:
    """What the server said to one mail; raises where it says nothing, or speaks of us and not of the mail."""
    needs_utf8 = not envelope.recipient.isascii()
    if needs_utf8 and not smtp.has_extn("smtputf8"):
        return Outcome(
            envelope.claim, Result.REFUSED, "the mail server takes no address with such characters"
        )
    options = ("SMTPUTF8", "BODY=8BITMIME") if needs_utf8 else ()
    try:
        smtp.sendmail(envelope.sender, [envelope.recipient], envelope.content, mail_options=options)
    except smtplib.SMTPRecipientsRefused as refusal:
        code, words = next(iter(refusal.recipients.values()))
        return _answered(envelope.claim, code, words)
    except smtplib.SMTPDataError as refusal:
        return _answered(envelope.claim, refusal.smtp_code, refusal.smtp_error)
    except smtplib.SMTPSenderRefused as refusal:
        raise Unreachable(_in_words(refusal.smtp_code, refusal.smtp_error)) from refusal
    return Outcome(envelope.claim, Result.ACCEPTED)


def _answered(claim: Claim, code: int, words: bytes | str) -> Outcome:
    """5xx is for good, anything else for now (RFC 5321, 4.2.1)."""
    if code == GOOD_BYE:
        raise Unreachable(_in_words(code, words))
    return Outcome(claim, Result.REFUSED if code >= 500 else Result.LATER, _in_words(code, words))


def _in_words(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"[:500]


def _words_of(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _in_words(error.smtp_code, error.smtp_error)
    return (str(error) or type(error).__name__)[:500]
