"""How large an initiative is, and the identifiers of what was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from webapp.base.kernel.db import Base

LONG_AGO = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
PROVISIONS_EACH = 6
"""Provisions in an element."""


@dataclass(frozen=True)
class Size:
    """How much of everything there is. `thread` comments are on the first provision, the others are spread."""

    comments: int = 2_000
    provisions: int = 60
    revisions: int = 2
    delegations: int = 40
    entries: int = 2_000
    """Entries of the journal, at least; answers and hand-ins are among them."""
    thread: int = 200


@dataclass
class Place:
    """An initiative that was written, by identifiers; lists are in the order of the pages."""

    slug: str
    size: Size
    initiative_id: str = ""
    chairs: list[str] = field(default_factory=list)
    officer: str = ""
    delegations: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    instrument_id: str = ""
    elements: list[str] = field(default_factory=list)
    provisions: list[str] = field(default_factory=list)
    revisions: list[str] = field(default_factory=list)
    closed_round: str = ""
    open_round: str = ""

    def code(self, number: int) -> str:
        """The code of a delegation."""
        return f"D{number:03}"

    def email(self, number: int) -> str:
        """The address of the head of a delegation."""
        return f"head.{number}@{self.slug}.example"

    def number(self, place: int) -> str:
        """The number of the provision at this place: `3.2`."""
        return f"{place // PROVISIONS_EACH + 1}.{place % PROVISIONS_EACH + 1}"


def add_all(session: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows in bulk through the model, so that its column types and defaults hold."""
    if rows:
        session.execute(insert(model), list(rows))
