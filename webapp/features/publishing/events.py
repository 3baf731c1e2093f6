"""What happens when something is published."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ItemPublished(Event):
    """A co-chair published something: everybody may read it from a moment on."""

    name = "publishing.item_published"
    object_kind = "publication"
    kind: str
    item_id: str
    title: str
    digest: str
    visible_from: dt.datetime

    def readers(self) -> tuple[Space, ...]:
        """What is published is told to everybody."""
        return (spaces.PUBLIC,)
