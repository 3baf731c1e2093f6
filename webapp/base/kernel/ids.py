"""Identifiers: random, so that they tell neither order nor number of anything confidential."""

from __future__ import annotations

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 13


def new_id() -> str:
    """A fresh identifier of 65 random bits, safe in addresses and easy to read aloud."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def draw(count: int, most: int) -> list[int]:
    """So many different numbers from 1 to `most`, in an order that tells nothing."""
    return secrets.SystemRandom().sample(range(1, most + 1), count)
