"""The parts of other libraries that every page uses, and the one place that wires base/web into an application."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, request
from flask_babel import Babel
from flask_limiter import Limiter
from flask_wtf.csrf import CSRFProtect
from redis.backoff import NoBackoff
from redis.retry import Retry

from config import Settings
from webapp.base.web import (
    addresses,
    appearance,
    catalogues,
    compression,
    errors,
    filters,
    headers,
    keys,
    language,
    logs,
    navigation,
    once,
    page,
    static_files,
)
from webapp.base.web.auth import current_actor

AWAY_SECONDS = 0.1
"""How long a request waits for the counter of rate limits before it counts in its own memory."""


def whom_to_count() -> str:
    """Rate limits count per signed-in person, else per address."""
    return current_actor().person_id or request.remote_addr or "unknown"


csrf = CSRFProtect()
babel = Babel()
limiter = Limiter(key_func=whom_to_count, in_memory_fallback_enabled=True)


def init_app(app: Flask, settings: Settings) -> None:
    """Wire protection, language, headers, errors and templates into the application."""
    logs.configure()
    app.config.setdefault("RATELIMIT_HEADERS_ENABLED", False)
    app.config["RATELIMIT_STORAGE_URI"] = limit_storage(settings.redis_url)
    if settings.redis_url:
        # Without a retry of its own: the client's default tries several times and the page would wait for all.
        app.config["RATELIMIT_STORAGE_OPTIONS"] = {
            "socket_connect_timeout": AWAY_SECONDS,
            "socket_timeout": AWAY_SECONDS,
            "retry": Retry(NoBackoff(), 0),
        }
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    addresses.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=language.reader_locale, timezone_selector=language.reader_zone)
    catalogues.init_app(app, babel)
    language.init_app(app)
    appearance.init_app(app)
    # Functions after a request run last first: the headers must see what compression made.
    headers.init_app(app, settings)
    compression.init_app(app)
    limiter.init_app(app)
    static_files.init_app(app)
    filters.init_app(app)
    once.init_app(app)
    page.init_app(app)
    navigation.init_app(app)
    keys.init_app(app)
    errors.init_app(app)


def limit_storage(redis_url: str | None) -> str:
    """The address of the counter as the limits library writes it; a Unix socket has another scheme in Celery."""
    if not redis_url:
        return "memory://"
    parts = urlsplit(redis_url)
    if parts.scheme in ("redis+socket", "unix"):
        return f"redis+unix://{parts.path}"
    return redis_url
