"""Logs: one JSON object per line on standard error.

Tracebacks are written without local variables, which hold what people typed, passwords included; standard
output stays free for what commands print.
"""

from __future__ import annotations

import sys

import structlog


def configure() -> None:
    """Set the format of every log line; doing it twice changes nothing."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        # Asked for at each line, so that a redirected standard error is respected.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
