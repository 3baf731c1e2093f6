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
def tables_made_anew(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew, and drops the old one while rows of others refer to it.

    References are therefore not held meanwhile, and looked at when everything is done: sqlite.org/lang_altertable.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if lost:
            raise RuntimeError(f"rows refer to what is not there: {lost[:5]}")
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


def run() -> None:
    """Bring the database to the wanted revision, in one transaction."""
    engine = current_app.extensions["migrate"].db.engine
    given = context.config.attributes.get("connection")
    connectable = given if given is not None else engine.connect()
    with connectable as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            include_name=is_of_the_models,
            compare_type=True,
            render_as_batch=True,
        )
        with tables_made_anew(connection), context.begin_transaction():
            context.run_migrations()


run()
