"""What a page asks of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from webapp.base.kernel.db import db


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """The statements that are sent within the block, in order."""
    statements: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        # SQLite's BEGIN comes by the same way as a statement; on PostgreSQL the driver sends it unseen.
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
