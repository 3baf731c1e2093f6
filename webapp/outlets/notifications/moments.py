"""Moments in what the journal tells."""

from __future__ import annotations

import datetime as dt

from webapp.base.kernel.happened import Happened


def moment_in(happened: Happened, name: str) -> dt.datetime:
    """The moment that an entry tells under this name."""
    return dt.datetime.fromisoformat(happened.content[name])
