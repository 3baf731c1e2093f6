"""The database: typed declarative base, column types, engine settings."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, String, event
from sqlalchemy import Text as SqlText
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

from webapp.base.kernel.ids import new_id

BUSY_TIMEOUT_MS = 10_000
IMMEDIATE = "concord_immediate"


class Base(DeclarativeBase):
    """Every table. Constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator[dt.datetime]):
    """A moment, stored in UTC and always returned aware. Refuses naive values."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(dt.UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Json(TypeDecorator[Any]):
    """A JSON value stored as text with sorted keys, the same bytes on every database."""

    impl = SqlText
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


Id = String(13)


KEPT_BY_MIGRATIONS: set[str] = set()
"""Tables, columns (`table.column`) and indexes that migrations make and no model can say: features add theirs."""


def is_of_the_models(name: str | None, kind: str, parents: Mapping[str, str | None]) -> bool:
    """Whether Alembic shall compare what it finds under this name with the models."""
    of_table = f"{parents.get('table_name')}.{name}" if kind == "column" else name
    return of_table not in KEPT_BY_MIGRATIONS


class Identified:
    """Rows with a random identifier of their own."""

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


def engine_options(database_url: str) -> dict[str, Any]:
    """Settings of the engine for this kind of database."""
    if database_url.startswith("sqlite"):
        return {"connect_args": {"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False}}
    return {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 10, "pool_timeout": 5}


def prepare_engine(engine: Engine) -> None:
    """On SQLite: WAL, full durability, foreign keys, and transactions that we begin ourselves."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        # The driver must not begin transactions of its own: readers begin plainly, the unit of work with IMMEDIATE.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(IMMEDIATE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def insert_new(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> int:
    """Insert the rows that are not there yet; returns how many were inserted.

    On PostgreSQL this waits for another transaction that is inserting the same row.
    """
    # Without the option the count of an INSERT is lost on PostgreSQL (-1).
    result = session.execute(
        _insert(session, model).values(rows).on_conflict_do_nothing(),
        execution_options={"preserve_rowcount": True},
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


def insert_many_new(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> None:
    """The same for thousands of rows, uncounted: the statement is compiled once, and not once for each row."""
    session.connection().execute(_insert(session, model).on_conflict_do_nothing(), rows)


def _insert(session: Session, model: type[Base]) -> postgresql.Insert | sqlite.Insert:
    on_postgresql = session.get_bind().dialect.name == "postgresql"
    return postgresql.insert(model) if on_postgresql else sqlite.insert(model)
