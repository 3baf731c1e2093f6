"""The only Celery call of the application: "look at the outbox". Failing to make it loses nothing."""

from __future__ import annotations

import time

import structlog
from celery import Celery

TASK = "workers.outbox.sweep"
QUEUE = "outbox"
QUIET_AFTER_FAILURE_SECONDS = 5.0
SOCKET_SECONDS = 0.5

log = structlog.get_logger(__name__)


class _Bell:
    """A producer that gives up quickly, and after a failure stays quiet for a moment."""

    def __init__(self) -> None:
        self.producer: Celery | None = None
        self.quiet_until = 0.0

    def connect(self, broker_url: str | None) -> None:
        self.producer = None
        if broker_url is None:
            return
        producer = Celery("concord-bell", broker=broker_url, set_as_current=False)
        producer.conf.update(
            task_serializer="json",
            task_ignore_result=True,
            broker_connection_timeout=SOCKET_SECONDS,
            broker_transport_options={
                "socket_timeout": SOCKET_SECONDS,
                "socket_connect_timeout": SOCKET_SECONDS,
                "max_retries": 0,
                "retry_on_timeout": False,
            },
        )
        self.producer = producer

    def ring(self) -> None:
        if self.producer is None or time.monotonic() < self.quiet_until:
            return
        try:
            self.producer.send_task(TASK, queue=QUEUE, retry=False, expires=60)
        except Exception as error:  # any failure of the broker: the sweep finds the rows
            self.quiet_until = time.monotonic() + QUIET_AFTER_FAILURE_SECONDS
            log.warning("the broker was not told; the sweep will find the rows", error=str(error))


_bell = _Bell()


def connect(broker_url: str | None) -> None:
    """Say where the broker is; without one only the sweep finds new rows."""
    _bell.connect(broker_url)


def look_at_outbox() -> None:
    """Tell a worker that the outbox has new rows."""
    _bell.ring()
