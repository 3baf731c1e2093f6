"""The programs of an installation and the commands that start them."""

from __future__ import annotations

import sys

from config import ROOT, Settings
from deploy.part import Part, answers_on_port
from workers.queues import QUEUES

WORKER_CHILDREN = 2


def flask_command(*words: str) -> tuple[str, ...]:
    """A command of the application."""
    return (sys.executable, "-m", "flask", "--app", "wsgi", *words)


def migration() -> Part:
    """Brings the database to the newest migration, then ends."""
    return Part("migration", flask_command("db", "upgrade", "--directory", str(ROOT / "migrations")))


def demo_load() -> Part:
    """Loads the demo where there is none yet, then ends."""
    return Part("demo", flask_command("demo", "load"))


def mailbox(port: int) -> Part:
    """The demo's mail server, which keeps every mail for the mailbox page."""
    command = flask_command("demo", "mailbox-server", "--port", str(port))
    return Part("mailbox", command, lambda: answers_on_port("127.0.0.1", port))


def web(settings: Settings) -> Part:
    """The web server."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    command = (
        *(sys.executable, "-m", "gunicorn", "wsgi:app", "--no-control-socket"),
        *("--config", "python:deploy.web_server"),
        *("--bind", f"{host}:{settings.port}", "--worker-class", "gthread"),
        *("--workers", str(settings.web_workers), "--threads", str(settings.web_threads)),
        *("--graceful-timeout", "10"),
    )
    return Part("web", command, lambda: answers_on_port(local_host(settings), settings.port))


def worker() -> Part:
    """The Celery worker. It looks at nobody else's workers: mingling and gossip only slow its start."""
    command = (
        *(sys.executable, "-m", "celery", "--app", "workers.celery_app:celery", "worker"),
        *("--pool", "prefork", "--concurrency", str(WORKER_CHILDREN), "--queues", ",".join(QUEUES)),
        *("--without-mingle", "--without-gossip", "--loglevel", "INFO"),
    )
    return Part("worker", command)


def beat(settings: Settings) -> Part:
    """The clock that hands out the regular tasks. Without a pid file: a stale one would keep it from starting."""
    command = (
        *(sys.executable, "-m", "celery", "--app", "workers.celery_app:celery", "beat"),
        *("--schedule", str(settings.instance_dir.resolve() / "beat-schedule"), "--pidfile", ""),
        *("--loglevel", "WARNING"),
    )
    return Part("beat", command)


def local_host(settings: Settings) -> str:
    """The address at which this machine reaches its own web server."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104
