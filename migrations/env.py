"""Alembic's entry point: migrations run within the application's engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy.engine import Connection

from webapp.base.kernel.db import Base, Json, Moment, is_of_the_models


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | bool:
    """Column types of our own appear in migrations as what the database stores."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Json):
        return "sa.Text()"
    return False


@contextmanager
def tables_may_be_built_anew(connection: Connection) -> Iterator[None]:
    """SQLite builds a table anew to change it, and would refuse to drop the old one while rows point to it.

    References are checked at the end instead (https://sqlite.org/lang_altertable.html, section 7).
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def check_references(connection: Connection) -> None:
    """On SQLite: nothing may point to a row that is not there. Raises RuntimeError, and nothing is changed."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"rows point to nothing: {broken[:5]}")


def run() -> None:
    """Bring the database to the wanted revision, in one transaction."""
    engine = current_app.extensions["migrate"].db.engine
    given = context.config.attributes.get("connection")
    connectable = given if given is not None else engine.connect()
    with connectable as connection, tables_may_be_built_anew(connection):
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            include_name=is_of_the_models,
            compare_type=True,
            render_as_batch=True,
        )
        with context.begin_transaction():
            context.run_migrations()
            check_references(connection)


run()
