"""When sessions were last used: noted in memory, written in batches, so that reading a page writes nothing.

What is lost with a process is at most the last minute; nothing is judged by it.
"""

from __future__ import annotations

import datetime as dt
from threading import Lock

import structlog
from sqlalchemy.exc import SQLAlchemyError

from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import service

EXACT_TO = dt.timedelta(minutes=5)
"""A session whose row is not older than this is not noted."""
HELD = dt.timedelta(minutes=1)
MOST = 200


class Uses:
    """What one process has seen and not yet written."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: dict[str, dt.datetime] = {}
        self._since: dt.datetime | None = None

    def note(self, session_id: str, written: dt.datetime | None, now: dt.datetime) -> None:
        """Remember that a session is used now, unless its row says nearly so."""
        if written is not None and now - written < EXACT_TO:
            return
        with self._lock:
            self._seen[session_id] = now
            self._since = self._since or now

    def due(self, now: dt.datetime) -> dict[str, dt.datetime]:
        """Everything noted, once the first of it has waited long enough; it is forgotten here."""
        with self._lock:
            if self._since is None or (now - self._since < HELD and len(self._seen) < MOST):
                return {}
            taken, self._seen, self._since = self._seen, {}, None
            return taken


USES = Uses()


def write_due(now: dt.datetime) -> None:
    """Write what is due. A page does not fail because this could not be written."""
    taken = USES.due(now)
    if not taken:
        return
    try:
        with unit_of_work() as work:
            service.note_uses(work, taken)
    except SQLAlchemyError as error:
        structlog.get_logger(__name__).warning(
            "uses of sessions were not written", error=type(error).__name__
        )
