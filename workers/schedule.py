"""The beat table, all of it. Deadlines live in rows; beat only looks every few seconds."""

from __future__ import annotations

from typing import Any


def _every(seconds: float, task: str) -> dict[str, Any]:
    # A look that nobody took in time is dropped: the next one sees the same rows.
    return {"task": task, "schedule": seconds, "options": {"expires": max(seconds * 3, 10)}}


SCHEDULE: dict[str, dict[str, Any]] = {
    "reactions that no message announced": _every(5, "workers.outbox.sweep"),
    "rounds that are due to open": _every(3, "workers.review.open_due"),
    "rounds that are due to close": _every(3, "workers.review.close_due"),
    "reminders of rounds": _every(5, "workers.review.remind_due"),
    "decisions that are due to close": _every(3, "workers.decisions.close_due"),
    "reminders of decisions": _every(5, "workers.decisions.remind_due"),
    "mails that wait": _every(3, "workers.notifications.send_due"),
    "sign of life of beat and worker": _every(10, "workers.upkeep.beat"),
    "clearing away spent keys": _every(3600, "workers.upkeep.clear_spent"),
    "what the search lacks": _every(3600, "workers.search.repair"),
}
