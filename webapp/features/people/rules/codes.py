"""Codes of an authenticator (RFC 6238, as RFC 4226 truncates) and recovery codes."""

from __future__ import annotations

import datetime as dt
import hmac
import secrets

import pyotp

STEP_SECONDS = 30
FIGURES = 6
DRIFT_STEPS = 1
"""A clock may be off by one step in either direction (RFC 6238, 5.2)."""

CODES = 10
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without what looks alike on paper: 0 o, 1 i l."""
CODE_LENGTH = 24
"""119 bits, more than the 112 from which a plain hash may be stored (ASVS 5.0, 6.5.2)."""
GROUP = 4


def new_secret() -> str:
    """A secret of 160 bits in base 32 (RFC 4226, 4, R6)."""
    return pyotp.random_base32()


def provisioning_address(secret: str, account: str, issuer: str) -> str:
    """What an authenticator reads from the square code."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def in_groups(text: str) -> str:
    """The same characters in groups of four, as people read and type them."""
    return " ".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def matching_counter(secret: str, typed: str, now: dt.datetime, after: int) -> int | None:
    """The time step whose code was typed, if it is later than `after`; None where there is none.

    Every step is compared, in constant time, so that the time taken tells nothing.
    """
    present = int(now.timestamp()) // STEP_SECONDS
    totp = pyotp.TOTP(secret)
    found = None
    for counter in range(present - DRIFT_STEPS, present + DRIFT_STEPS + 1):
        fits = hmac.compare_digest(totp.generate_otp(counter).encode(), typed.encode())
        if fits and counter > after:
            found = counter
    return found


def clean_code(typed: str) -> str:
    """A code without blanks and hyphens, in small letters."""
    return "".join(character for character in typed.lower() if character.isalnum())


def is_of_authenticator(code: str) -> bool:
    """Whether this cleaned code has the shape of an authenticator's; else it may be a recovery code."""
    return len(code) == FIGURES and code.isascii() and code.isdigit()


def new_recovery_codes() -> tuple[str, ...]:
    """A fresh sheet of recovery codes, without groups."""
    return tuple("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)) for _ in range(CODES))
