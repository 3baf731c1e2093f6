"""Publishing on two pages, and the list of what is or will be public."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.filters import first_capital
from webapp.base.web.present import present
from webapp.features.decisions import queries as decisions
from webapp.features.initiatives import queries as initiatives
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.words import revision_words
from webapp.features.publishing import queries, rules, service
from webapp.features.publishing.forms import PublishForm
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind

blueprint = Blueprint("publishing", __name__)


@dataclass(frozen=True)
class Item:
    """What the pages say about the item: its name, and where its own page is."""

    kind: ItemKind
    id: str
    title: str
    back: str


@blueprint.app_template_global("outcome_publication")
def outcome_publication(decision_id: str) -> Publication | None:
    """The publication of a decision's outcome, for the page of the decision; None where there is none."""
    return queries.publication_of(db.session(), ItemKind.OUTCOME, decision_id)


@blueprint.get("/i/<slug>/published")
@guarded(Permission.INITIATIVE_READ)
def index(slug: str) -> ResponseReturnValue:
    """What everybody may read of the initiative, or will from a moment on, and which act made it so."""
    session, initiative = db.session(), current_initiative()
    items = queries.named(session, initiative.id)
    row = initiatives.initiative(session, initiative.id)
    published = [one.publication.digest for one in items if one.publication.kind == ItemKind.MANDATE]
    changed = queries.digest_of(queries.present_mandate(session, row)) not in published[:1]
    may_publish = allowed(current_actor(), Permission.ITEM_PUBLISH, Subject(initiative.id))
    return render_template(
        "publishing/index.html",
        slug=slug,
        items=items,
        anything_visible=any(rules.is_visible(one.publication.published_at, present()) for one in items),
        may_publish=may_publish,
        may_publish_mandate=may_publish and bool(row.mandate) and changed,
        ItemKind=ItemKind,
        first_instrument=next((one.id for one in instruments.instruments(session, initiative.id)), None),
    )


@blueprint.route("/i/<slug>/publish/revision/<revision_id>", methods=["GET", "POST"])
@guarded(Permission.ITEM_PUBLISH)
def revision(slug: str, revision_id: str) -> ResponseReturnValue:
    """Publish a revision."""
    row = instruments.revision(db.session(), current_initiative().id, revision_id)
    back = url_for("reading.text", slug=slug, ordinal=row.ordinal, instrument=row.instrument_id)
    title = f"{first_capital(revision_words(row.label))}, {row.symbol}"
    return _two_pages(slug, Item(ItemKind.REVISION, row.id, title, back))


@blueprint.route("/i/<slug>/publish/outcome/<decision_id>", methods=["GET", "POST"])
@guarded(Permission.ITEM_PUBLISH)
def outcome(slug: str, decision_id: str) -> ResponseReturnValue:
    """Publish the outcome of a decision."""
    row = decisions.readable_decision(db.session(), current_actor(), current_initiative().id, decision_id)
    rules.check_outcome(row.state, row.announced_at)
    back = url_for("decisions.decision", slug=slug, decision_id=row.id)
    return _two_pages(slug, Item(ItemKind.OUTCOME, row.id, row.question, back))


@blueprint.route("/i/<slug>/publish/mandate", methods=["GET", "POST"])
@guarded(Permission.ITEM_PUBLISH)
def mandate(slug: str) -> ResponseReturnValue:
    """Publish mandate, scope and timetable as they stand."""
    row = initiatives.initiative(db.session(), current_initiative().id)
    back = url_for("publishing.index", slug=slug)
    return _two_pages(slug, Item(ItemKind.MANDATE, row.id, row.title, back))


def _two_pages(slug: str, item: Item) -> ResponseReturnValue:
    """The form; then what publishing does, to be confirmed; then the act."""
    form = PublishForm()
    if not form.validate_on_submit() or "change" in request.form:
        return _page("publish", slug, item, form)
    try:
        if not form.confirmed.data:
            rules.visible_from(form.at.data, present())
            return _page("publish_confirm", slug, item, form)
        _act(slug, item, form)
    except CodedError as error:
        db.session().rollback()
        form.place_error(None, error)
        return _page("publish", slug, item, form)
    return redirect(url_for("publishing.index", slug=slug), code=303)


def _act(slug: str, item: Item, form: PublishForm) -> None:
    with acting(url_for("publishing.index", slug=slug)) as work:
        service.publish(work, current_actor(), current_initiative().id, item.kind, item.id, at=form.at.data)
    if form.at.data is None:
        flash(_("Published. Everybody can read it now."), "ok")
    else:
        flash(_("It is recorded. Everybody can read it from the moment that you set."), "ok")


def _page(name: str, slug: str, item: Item, form: PublishForm) -> ResponseReturnValue:
    before = queries.publication_of(db.session(), item.kind, item.id)
    page = render_template(
        f"publishing/{name}.html",
        slug=slug,
        item=item,
        form=form,
        before=before if item.kind is not ItemKind.MANDATE else None,
        capacity=current_capacity(),
        ItemKind=ItemKind,
    )
    return page, 422 if form.errors else 200
