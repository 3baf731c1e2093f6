"""Acts of publishing in few words."""

from __future__ import annotations

import datetime as dt

from tests.factories.cast import Cast
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives.models import Initiative
from webapp.features.publishing import service
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind


def publish(
    cast: Cast, kind: ItemKind, item_id: str, *, who: str = "chair_phl", at: dt.datetime | None = None
) -> Publication:
    """Publish something of the cast's initiative."""
    with unit_of_work() as work:
        return service.publish(work, cast.actor(who, work.session), cast.initiative_id, kind, item_id, at=at)


def write_mandate(cast: Cast, words: str) -> None:
    """Let the mandate say something else."""
    with unit_of_work() as work:
        work.session.get_one(Initiative, cast.initiative_id).mandate = words
    db.session.remove()
