"""What a sentence of the table is: fixed words, or words that differ between one and several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Words(Protocol):
    """A sentence that is translated when it is shown."""

    def __str__(self) -> str: ...


@dataclass(frozen=True)
class Message:
    """The sentence of a code. `status` overrides the status of the kind of error."""

    words: Words
    status: int | None = None


@dataclass(frozen=True)
class Counted:
    """A sentence that differs between one and several of the fact `by`; extracted with `-k Counted:1,2`."""

    one: str
    several: str
    by: str
    status: int | None = None


Sentences = Mapping[str, Message | Counted]
