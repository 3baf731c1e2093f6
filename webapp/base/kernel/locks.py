"""Locking a parent row before judging it. On SQLite the unit of work already holds the only write lock."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.base.kernel.db import Base, Identified
from webapp.base.kernel.errors import NotFound

Row = TypeVar("Row", bound=Identified)
AnyRow = TypeVar("AnyRow", bound=Base)


def lock(session: Session, model: type[Row], identifier: str) -> Row:
    """The row, locked until the end of the transaction and read afresh; raises NotFound."""
    statement = select(model).where(model.id == identifier).with_for_update()
    row = session.scalar(statement.execution_options(populate_existing=True))
    if row is None:
        raise NotFound()
    return row


def lock_by(session: Session, model: type[AnyRow], clause: ColumnElement[bool]) -> AnyRow | None:
    """The one row that the clause names, locked and read afresh, or None."""
    statement = select(model).where(clause).with_for_update()
    return session.scalar(statement.execution_options(populate_existing=True))


def lock_all(session: Session, model: type[Row], clause: ColumnElement[bool]) -> None:
    """Every row that the clause names, locked in one order, so that two who lock several never wait for each other."""
    session.execute(select(model.id).where(clause).order_by(model.id).with_for_update())
