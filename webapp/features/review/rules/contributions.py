"""What a delegation hands in: one block with register numbers and a hash that anybody can recompute."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

NUMBER_WIDTH = 3
_REGISTER_NUMBER = re.compile(r"R[0-9]{1,9}/(?:[A-Z0-9]{2,10}/)?[0-9]{1,9}")


@dataclass(frozen=True)
class BlockComment:
    """A comment as handed in. `provision` is the number of its provision, or empty for the whole text."""

    draft_id: str
    number: int
    register_number: str
    provision_id: str | None
    provision: str
    kind: str
    words: str
    language: str
    body: str
    author: str


@dataclass(frozen=True)
class Block:
    """A contribution as one block: what is hashed, frozen and shown on the receipt."""

    covering_statement: str
    comments: tuple[BlockComment, ...]


def register_number(round_number: int, delegation_code: str, number: int) -> str:
    """The number under which a comment stands in the register: `R2/MWUF/014` (product.md, "Confidentiality")."""
    return f"R{round_number}/{delegation_code}/{number:0{NUMBER_WIDTH}}"


def read_register_number(typed: str) -> str | None:
    """The register number that somebody typed, as it is written; None where it is something else."""
    number = typed.strip().upper()
    return number if _REGISTER_NUMBER.fullmatch(number) else None


def numbers_for(drafts: Iterable[tuple[str, int | None]], used: Iterable[int]) -> Mapping[str, int]:
    """A number for each draft, given in its order: the one it has, else the next that was never given.

    `used` are all numbers ever given to this delegation in this round, those of removed comments too.
    """
    given = list(drafts)
    last = max((*used, *(number for _, number in given if number is not None)), default=0)
    numbers: dict[str, int] = {}
    for draft_id, number in given:
        if number is None:
            last += 1
            number = last
        numbers[draft_id] = number
    return numbers


def write_block(block: Block) -> dict[str, Any]:
    """The block as plain values for storing."""
    return dataclasses.asdict(block)


def read_block(data: Mapping[str, Any]) -> Block:
    """A stored block."""
    return Block(
        covering_statement=data["covering_statement"],
        comments=tuple(BlockComment(**comment) for comment in data["comments"]),
    )


def canonical(block: Block) -> bytes:
    """The block as JSON with sorted keys and no spaces, in UTF-8: what the hash is taken of."""
    return json.dumps(write_block(block), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def block_hash(block: Block) -> str:
    """SHA-256 of the canonical bytes, hexadecimal."""
    return hashlib.sha256(canonical(block)).hexdigest()
