"""What waits for a person: each feature offers its own, the start page shows them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for an act of the reader: what, where, until when, and the name of the act."""

    title: str
    endpoint: str
    values: Mapping[str, str]
    act: str
    due_at: dt.datetime | None = None
    time_zone: str = "UTC"
    detail: str = ""
    initiative: str = field(default="")
