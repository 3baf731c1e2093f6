"""Hashing passwords with Argon2id (RFC 9106), with the first settings that OWASP's cheat sheet gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from webapp.features.people.rules import LONGEST_PASSWORD, clean_password

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True)
class Weighed:
    """A typed password, compared: with which hash, whether it fits, and its hash by newer settings, if due."""

    against: str | None
    fits: bool
    fresh_hash: str | None = None


def hash_password(password: str) -> str:
    """The hash that is stored."""
    return HASHER.hash(clean_password(password))


def weigh(stored: str | None, typed: str) -> Weighed:
    """Compare a typed password with a stored hash; takes as long where there is none."""
    password = clean_password(typed)[: LONGEST_PASSWORD + 1]
    try:
        fits = HASHER.verify(stored or _nobodys_hash(), password) and stored is not None
    except (VerificationError, InvalidHashError):
        fits = False
    if fits and stored is not None and HASHER.check_needs_rehash(stored):
        return Weighed(stored, fits, HASHER.hash(password))
    return Weighed(stored, fits)


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return HASHER.hash("the password of an account that does not exist")
