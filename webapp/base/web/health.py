"""Is the service alive, and is it ready? For supervisors and load balancers; tells nothing of what is inside."""

from __future__ import annotations

from pathlib import Path

import redis
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from config import ROOT, Settings
from webapp.base.kernel import heartbeat
from webapp.base.kernel.db import db
from webapp.base.kernel.settings import current_settings
from webapp.base.web.auth import PUBLIC, guarded

BEAT_MAY_BE_SECONDS = 60.0
BROKER_SECONDS = 0.5

blueprint = Blueprint("health", __name__, url_prefix="/health")


@blueprint.get("/live")
@guarded(PUBLIC)
def live() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(status="ok")


@blueprint.get("/ready")
@guarded(PUBLIC)
def ready() -> ResponseReturnValue:
    """Database, migrations, broker and beat are as they should be; 503 where one is not."""
    checks = {
        "database": _database(),
        "migrations": _migrations(),
        "broker": _broker(current_settings()),
        "beat": _beat(),
    }
    fine = all(checks.values())
    words = {name: "ok" if holds else "not ok" for name, holds in checks.items()}
    return jsonify(status="ok" if fine else "not ready", checks=words), 200 if fine else 503


def _database() -> bool:
    try:
        db.session().execute(text("SELECT 1"))
    except SQLAlchemyError:
        db.session.remove()
        return False
    return True


def _migrations() -> bool:
    """Whether the database stands at the newest migration of this program."""
    try:
        present = MigrationContext.configure(db.session().connection()).get_current_heads()
    except SQLAlchemyError:
        db.session.remove()
        return False
    newest = current_app.extensions.get("concord.newest_migrations")
    if newest is None:
        newest = set(ScriptDirectory(str(Path(ROOT) / "migrations")).get_heads())
        current_app.extensions["concord.newest_migrations"] = newest
    return set(present) == newest


def _broker(settings: Settings) -> bool:
    url = settings.redis_url
    if url is None:
        return settings.broker_folder is not None
    try:
        client = redis.Redis.from_url(
            url.replace("redis+socket://", "unix://"),
            socket_timeout=BROKER_SECONDS,
            socket_connect_timeout=BROKER_SECONDS,
        )
        with client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def _beat() -> bool:
    try:
        age = heartbeat.age_seconds(db.session(), "beat")
    except SQLAlchemyError:
        db.session.remove()
        return False
    return age is not None and age <= BEAT_MAY_BE_SECONDS
