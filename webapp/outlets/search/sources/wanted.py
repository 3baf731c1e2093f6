"""An entry of the index as it should be, and what collects entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from webapp.outlets.search.rules.kinds import Kind


@dataclass(frozen=True)
class Wanted:
    """What can be found: who may find it, its texts, and where it stands. `more` is sought in besides."""

    kind: Kind
    object_id: str
    initiative_id: str
    audience_id: str
    at: dt.datetime
    title: str = ""
    body: str = ""
    language: str = ""
    more: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """How one part of the index is made: what there is to collect, and the entries of one such thing."""

    scopes: Callable[[Session], Sequence[str]]
    collect: Callable[[Session, str], list[Wanted]]


@dataclass(frozen=True)
class Scope:
    """What is collected as a whole."""

    source: str
    id: str
