"""Telling people what happened, and what became of each notice."""

from webapp.outlets.notifications.service.announcing import announce
from webapp.outlets.notifications.service.mailing import (
    Claim,
    Outcome,
    Result,
    claim,
    postpone_waiting,
    return_stale,
    settle,
)
from webapp.outlets.notifications.service.reading import mark_all_read, mark_read
from webapp.outlets.notifications.service.resending import send_again

__all__ = [
    "Claim",
    "Outcome",
    "Result",
    "announce",
    "claim",
    "mark_all_read",
    "mark_read",
    "postpone_waiting",
    "return_stale",
    "send_again",
    "settle",
]
