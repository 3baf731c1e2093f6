"""Publishing: a co-chair's act on a named item. Nothing that is published is ever taken back."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound, Refused
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries as decisions
from webapp.features.initiatives.models import Initiative
from webapp.features.instruments import queries as instruments
from webapp.features.publishing import queries, rules
from webapp.features.publishing.events import ItemPublished
from webapp.features.publishing.models import Publication
from webapp.features.publishing.queries import PublishedMandate
from webapp.features.publishing.rules import ItemKind


@dataclass(frozen=True)
class _Item:
    """What is published: its name, the hash of what everybody will read, and a mandate's own words."""

    title: str
    digest: str
    content: PublishedMandate | None = None


def publish(
    work: Work,
    actor: Actor,
    initiative_id: str,
    kind: ItemKind,
    item_id: str,
    *,
    at: dt.datetime | None = None,
) -> Publication:
    """Let everybody read the item, at once or from `at` on.

    Raises NotFound where the initiative has no such item, Refused where it is published already or cannot be.
    """
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.ITEM_PUBLISH, Subject(initiative_id))
    item = _item(work, initiative, kind, item_id)
    now = work.now()
    row = Publication(
        initiative_id=initiative_id,
        kind=kind,
        item_id=item_id,
        digest=item.digest,
        content=asdict(item.content) if item.content else None,
        published_at=rules.visible_from(at, now),
        acted_at=now,
        published_by=actor.person_id,
    )
    work.session.add(row)
    work.session.flush()
    work.record(
        by,
        ItemPublished(
            initiative_id=initiative_id,
            object_id=row.id,
            kind=kind,
            item_id=item_id,
            title=item.title,
            digest=item.digest,
            visible_from=row.published_at,
        ),
    )
    return row


def _item(work: Work, initiative: Initiative, kind: ItemKind, item_id: str) -> _Item:
    before = queries.publication_of(work.session, kind, item_id)
    if before is not None and kind is not ItemKind.MANDATE:
        raise Refused("publishing.already", published_at=before.published_at)
    if kind is ItemKind.REVISION:
        revision = instruments.revision(work.session, initiative.id, item_id)
        return _Item(revision.symbol or revision.label, revision.hash)
    if kind is ItemKind.OUTCOME:
        decision = decisions.decision(work.session, initiative.id, item_id)
        rules.check_outcome(decision.state, decision.announced_at)
        return _Item(decision.question, hashlib.sha256((decision.outcome or "").encode()).hexdigest())
    if item_id != initiative.id:
        raise NotFound()
    content = queries.present_mandate(work.session, initiative)
    digest = queries.digest_of(content)
    rules.check_mandate(content.mandate, digest, [before.digest] if before else [])
    return _Item(content.title, digest, content)
