"""The Celery application and its settings, with their reasons."""

from __future__ import annotations

import os
from pathlib import Path

from celery import Celery, Task
from celery.signals import worker_process_init
from flask import Flask
from kombu import Queue

from config import load_settings
from webapp.app import create_app
from webapp.base.kernel.db import db
from workers.queues import QUEUES, ROUTES
from workers.schedule import SCHEDULE

settings = load_settings(os.environ)
flask_app: Flask = create_app(settings)


class InApplication(Task):  # type: ignore[type-arg]
    """A task that runs within the application, with a database session of its own."""

    def __call__(self, *args: object, **kwargs: object) -> object:
        with flask_app.app_context():
            return self.run(*args, **kwargs)


def folder_options(folder: Path | None) -> dict[str, str]:
    """Where messages lie as files: written and read in one folder, so that everybody of this machine meets there."""
    if folder is None:
        return {}
    return {
        "data_folder_in": str(folder),
        "data_folder_out": str(folder),
        "control_folder": str(folder / "control"),
    }


celery = Celery(
    "concord",
    broker=settings.redis_url or ("filesystem://" if settings.broker_folder else "memory://"),
    task_cls=InApplication,
    include=[
        "workers.outbox",
        "workers.review",
        "workers.decisions",
        "workers.notifications",
        "workers.search",
        "workers.upkeep",
    ],
)
celery.conf.update(
    # Nothing but JSON is accepted: a message must not be able to run code.
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    # Acknowledged after the work, and given back if the worker dies: every task may run twice.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    # A task that hangs is stopped; none of ours needs more.
    task_soft_time_limit=50,
    task_time_limit=60,
    # One task at a time per child, so that a killed worker holds back one message.
    worker_prefetch_multiplier=1,
    # With the defaults a killed worker's task comes back after an hour.
    broker_transport_options={
        "visibility_timeout": 300,
        "unacked_restore_interval": 15,
        "unacked_restore_throttle": 1,
        "socket_timeout": 10,
        "socket_connect_timeout": 5,
        **folder_options(settings.broker_folder),
    },
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    worker_hijack_root_logger=False,
    worker_send_task_events=False,
    task_queues=[Queue(name) for name in QUEUES],
    task_default_queue=QUEUES[0],
    task_routes=ROUTES,
    task_create_missing_queues=False,
    timezone="UTC",
    beat_schedule=SCHEDULE,
)


@worker_process_init.connect
def _own_connections(**_: object) -> None:
    """A forked child must not share database connections with its parent."""
    with flask_app.app_context():
        db.engine.dispose(close=False)
