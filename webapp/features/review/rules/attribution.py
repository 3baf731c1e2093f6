"""Under which terms a round is held, and the numbers by which others call its comments."""

from __future__ import annotations

from collections.abc import Collection

from webapp.base.access.actor import Constituency
from webapp.base.access.attribution import Attribution, Terms

PUBLIC_WIDTH = 4
"""Digits of a number such as 0417."""
FEWEST_DRAWN_FROM = 9999
"""Every number of so many digits but zero."""
ROOM = 10
"""Of so many numbers one is used, so that they do not tell how many there are."""


def read_terms(attribution: str, told_apart: str | None) -> Terms:
    """The terms as a round keeps them. Before it opens no constituency may be named."""
    kinds = frozenset(Constituency(name) for name in (told_apart or "").split(",") if name)
    return Terms(Attribution(attribution), kinds)


def write_told_apart(kinds: Collection[Constituency]) -> str:
    """The constituencies that may be named, as a round keeps them."""
    return ",".join(kind.value for kind in Constituency if kind in kinds)


def public_register_number(round_number: int, number: int) -> str:
    """The number by which others know a comment whose delegation is not named: `R2/0417` (product.md)."""
    return f"R{round_number}/{number:0{PUBLIC_WIDTH}}"


def read_public_register_number(typed: str) -> tuple[int, int] | None:
    """The round and the drawn number of `R2/0417`; None where it is something else."""
    parts = typed.removeprefix("R").split("/")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        return None
    return int(parts[0]), int(parts[1])


def most_drawn(comments: int) -> int:
    """The largest number that may be drawn for a round with so many comments."""
    return max(FEWEST_DRAWN_FROM, comments * ROOM)
