"""create_app: wires the parts, decides nothing."""

from __future__ import annotations

import os

from flask import Flask
from flask_migrate import Migrate

from config import ROOT, Settings, load_settings
from webapp import cli, reactions
from webapp.base.kernel import outbox, wakeup
from webapp.base.kernel.db import db, engine_options, prepare_engine
from webapp.base.kernel.settings import KEY
from webapp.base.web import extensions, health, keys
from webapp.base.web.auth import init_auth
from webapp.base.web.page import register_page_provider
from webapp.features.decisions import routes as decisions
from webapp.features.drafting import routes as drafting
from webapp.features.initiatives import queries as initiatives_queries
from webapp.features.initiatives import routes as initiatives
from webapp.features.participants import queries as participants_queries
from webapp.features.participants import routes as participants
from webapp.features.people import routes as people
from webapp.features.publishing import routes as publishing
from webapp.features.responsibilities import routes as responsibilities
from webapp.features.review import routes as review
from webapp.outlets.audit import routes as audit
from webapp.outlets.desk import routes as desk
from webapp.outlets.exchange import routes as exchange
from webapp.outlets.notifications import routes as notifications
from webapp.outlets.public import routes as public
from webapp.outlets.reading import routes as reading
from webapp.outlets.search import routes as search

migrate = Migrate(directory=str(ROOT / "migrations"), compare_type=True, render_as_batch=True)

PARTS = (
    health,
    keys,
    people,
    initiatives,
    participants,
    drafting,
    review,
    decisions,
    publishing,
    responsibilities,
    desk,
    notifications,
    audit,
    exchange,
    public,
    reading,
    search,
)


def create_app(settings: Settings | None = None) -> Flask:
    """The application for these settings; without any, those of the environment."""
    settings = settings or load_settings(os.environ)
    app = Flask("webapp", template_folder="templates", static_folder="static")
    app.extensions[KEY] = settings
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database_url),
        SESSION_COOKIE_NAME="concord",
        SESSION_COOKIE_SECURE=not settings.insecure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        WTF_CSRF_TIME_LIMIT=None,
    )
    settings.instance_dir.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    migrate.init_app(app, db)
    with app.app_context():
        prepare_engine(db.engine)
    extensions.init_app(app, settings)
    init_auth(app, participants_queries.signed_in, initiatives_queries.page_head)
    outbox.use_reactions(reactions.REACTIONS, enabled=settings.outbox_enabled)
    wakeup.connect(settings.redis_url)
    for part in PARTS:
        app.register_blueprint(part.blueprint)
    register_page_provider(app, notifications.count_unread)
    register_page_provider(app, desk.count_waiting)
    register_page_provider(app, audit.count_entries)
    if settings.is_demo:
        from webapp.demo import routes as demo

        app.register_blueprint(demo.blueprint)
    cli.init_app(app, settings)
    return app
