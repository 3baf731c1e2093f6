"""What may be published, and from when. Source: product.md, “Confidentiality”: publishing is a co-chair's act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from webapp.base.kernel.errors import Invalid, Refused

FURTHEST = dt.timedelta(days=366)
"""How far ahead a publication may be dated."""


class ItemKind(StrEnum):
    """What can be published, each as a named item."""

    REVISION = "revision"
    OUTCOME = "outcome"
    MANDATE = "mandate"
    """Mandate, scope and timetable, as they stand when they are published."""


def visible_from(asked: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """The moment from which everybody may read the item: now, or the later moment that was asked for."""
    if asked is None:
        return now
    if asked <= now:
        raise Invalid("publishing.past", field="at")
    if asked > now + FURTHEST:
        raise Invalid("publishing.too_far", field="at", furthest=now + FURTHEST)
    return asked


def is_visible(published_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether a publication's moment has come."""
    return published_at <= now


def check_outcome(state: str, announced_at: dt.datetime | None) -> None:
    """An outcome can be published once it was announced to the delegations."""
    if state != "closed" or announced_at is None:
        raise Refused("publishing.not_announced")


def check_mandate(mandate: str, digest: str, published: Collection[str]) -> None:
    """A mandate can be published if it is written, and again once it says something else.

    `digest` is that of what stands now, `published` those of what is published.
    """
    if not mandate.strip():
        raise Refused("publishing.no_mandate")
    if digest in published:
        raise Refused("publishing.nothing_changed")
