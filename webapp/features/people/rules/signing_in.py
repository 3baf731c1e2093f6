"""What an address, a password and an attempt to sign in must be. Pure.

Passwords: at least twelve characters and no rules of composition (NIST SP 800-63B-4, 3.1.1).
"""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from collections.abc import Sequence
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email

from webapp.base.kernel.errors import Invalid, Refused

LINK_PURPOSE = "one-time"
"""What a link that sets a password is signed for."""
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
"""Nobody types more; without a limit, hashing could be made slow on purpose."""
LINK_LIVES = dt.timedelta(days=14)
SESSION_LIVES = dt.timedelta(days=14)
NEXT_LINK_AFTER = dt.timedelta(minutes=5)
"""Whoever asks again sooner gets no second mail."""
ATTEMPTS_WINDOW = dt.timedelta(minutes=15)
FAILURES_OF_ACCOUNT = 5
FAILURES_FROM_ADDRESS = 30


def clean_address(typed: str) -> str:
    """The mail address in lower case; raises Invalid where it is none (RFC 5321, RFC 6531)."""
    try:
        found = validate_email(typed.strip(), check_deliverability=False)
    except EmailNotValidError as error:
        raise Invalid("people.not_an_address", field="email") from error
    return found.normalized.lower()


def clean_password(typed: str) -> str:
    """The same characters however a keyboard composes them (Unicode NFC)."""
    return unicodedata.normalize("NFC", typed)


def check_password(password: str, email: str) -> None:
    """Raises Invalid where the password is too short, too long or the person's own address."""
    length = len(clean_password(password))
    if length < SHORTEST_PASSWORD:
        raise Invalid("people.password_short", field="password", least=SHORTEST_PASSWORD)
    if length > LONGEST_PASSWORD:
        raise Invalid("people.password_long", field="password", most=LONGEST_PASSWORD)
    if password.strip().lower() == email:
        raise Invalid("people.password_is_address", field="password")


def may_try(now: dt.datetime, of_account: Sequence[dt.datetime], from_address: Sequence[dt.datetime]) -> None:
    """Raises Refused after too many failures; both lists hold the failures of the window, newest first.

    Accounts that do not exist are counted alike, so that the answer tells nothing.
    """
    until = max(
        _free_again(of_account, FAILURES_OF_ACCOUNT, now),
        _free_again(from_address, FAILURES_FROM_ADDRESS, now),
    )
    if until > now:
        minutes = math.ceil((until - now) / dt.timedelta(minutes=1))
        raise Refused("people.too_many_attempts", minutes=minutes)


def is_live(used_at: dt.datetime | None, expires_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether a link can still be used."""
    return used_at is None and now < expires_at


def local_path(target: str | None) -> str | None:
    """Where to go after signing in, if that is a path of this installation, else None."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return None
    if "\\" in target or any(unicodedata.category(character) == "Cc" for character in target):
        return None
    parts = urlsplit(target)
    return None if parts.scheme or parts.netloc else target


def _free_again(failures: Sequence[dt.datetime], limit: int, now: dt.datetime) -> dt.datetime:
    return failures[limit - 1] + ATTEMPTS_WINDOW if len(failures) >= limit else now
