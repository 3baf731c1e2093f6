"""An initiative as everybody may see it, and what every public page of it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Response, render_template
from sqlalchemy.orm import Session

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound
from webapp.base.web import caching, page
from webapp.base.web.present import present
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.publishing import queries
from webapp.features.publishing.models import Publication
from webapp.features.publishing.queries import Entry, PublishedRevision


@dataclass(frozen=True)
class Place:
    """An initiative with everything that is published of it now, the last published first."""

    initiative: Initiative
    published: list[Publication]
    now: dt.datetime

    @property
    def session(self) -> Session:
        """The reading session of the request."""
        return db.session()

    @property
    def last(self) -> Publication:
        """What was published last."""
        return self.published[0]

    def entry(self) -> Entry | None:
        """The journal's entry about the last publication."""
        return queries.entry_of(self.session, self.last)

    def revisions(self) -> list[PublishedRevision]:
        """The revisions that everybody may read."""
        return queries.revisions(self.session, self.initiative.id, self.now)


def place_of(slug: str) -> Place:
    """The initiative of this address; raises NotFound where nothing of it is published."""
    session, now = db.session(), present()
    initiative = initiatives.head_by_slug(session, slug)
    published = queries.visible(session, initiative.id, now) if initiative else []
    if initiative is None or not published:
        raise NotFound()
    page.show_to_everybody(initiative.time_zone)
    return Place(initiative, published, now)


def shown(place: Place, template: str, make: Callable[[], dict[str, object]], *also: str) -> Response:
    """A page of the initiative; `make` gives what it shows besides, and is asked only where it must be made.

    `also` is what the page is made from besides the publications.
    """

    def whole() -> str:
        mandate = queries.mandate(place.published)
        title = mandate.title if mandate else place.initiative.title
        return render_template(
            template, slug=place.initiative.slug, place=place, mandate=mandate, public_title=title, **make()
        )

    return caching.kept([*depends_on(place), *also], whole)


def depends_on(place: Place) -> Iterable[str]:
    """What every page of the initiative is made from: each publication with the hash of what it shows."""
    initiative = place.initiative
    yield from (initiative.title, initiative.time_zone)
    for publication in place.published:
        yield f"{publication.id} {publication.digest}"
