"""What the co-chairs published."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from webapp.demo.content.shapes import Publication
from webapp.demo.loader.stage import Act, Stage
from webapp.features.publishing import service
from webapp.features.publishing.rules import ItemKind


def acts(stage: Stage) -> Iterator[Act]:
    """Each act of publishing."""
    for publication in stage.content.publications:
        yield Act(stage.moment(publication.published), partial(_publish, publication=publication))


def _publish(stage: Stage, publication: Publication) -> None:
    became, kind = stage.became, ItemKind(publication.kind)
    items = {
        ItemKind.MANDATE: {"": became.initiative},
        ItemKind.REVISION: became.revisions,
        ItemKind.OUTCOME: became.decisions,
    }
    actor = stage.actor(publication.published_by)
    service.publish(stage.work, actor, became.initiative, kind, items[kind][publication.item])
