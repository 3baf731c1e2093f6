"""What happened: values that services record. Each becomes one journal row or one row of a space's own log."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from webapp.base.access import spaces
from webapp.base.access.actor import Capacity
from webapp.base.access.spaces import Space


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened to an object, in an initiative or (without one) on the site.

    Subclasses are past tense, say in their docstring what happened, and list what the journal keeps as fields.
    """

    name: ClassVar[str]
    object_kind: ClassVar[str]
    private: ClassVar[bool] = False
    """Private drafting: written to the delegation's own log instead of the chain, and followed by nothing."""

    initiative_id: str | None
    object_id: str

    def readers(self) -> tuple[Space, ...]:
        """Who may open the body of the journal entry; everybody may see that there is one."""
        if self.initiative_id is None:
            return (spaces.site(),)
        return (spaces.all_delegations(self.initiative_id),)


@dataclass(frozen=True, kw_only=True)
class DelegationEvent(Event):
    """Something that only the delegation concerned may read."""

    delegation_id: str

    def readers(self) -> tuple[Space, ...]:
        return (spaces.of_delegation(self.delegation_id),)


EVENT_FIELDS = {field.name for field in dataclasses.fields(Event)}


def body_of(event: Event, by: Capacity) -> str:
    """The body of an entry as canonical JSON: actor, delegation, capacity, action, object, content."""
    content = {
        field.name: _plain(getattr(event, field.name))
        for field in dataclasses.fields(event)
        if field.name not in EVENT_FIELDS
    }
    body = {
        "action": event.name,
        "actor": {"id": by.person_id, "name": by.person_name},
        "capacity": by.role,
        "delegation": {"id": by.delegation_id, "name": by.delegation_name},
        "object": {"kind": event.object_kind, "id": event.object_id},
        "content": content,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
