"""The matrix of responsibilities, and what of it would fall to the reader's own constituency."""

from __future__ import annotations

from enum import StrEnum

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.responsibilities import queries
from webapp.features.responsibilities.queries import Choice
from webapp.features.responsibilities.rules import PHASES, leads
from webapp.features.review import queries as review

blueprint = Blueprint("responsibilities", __name__)
blueprint.add_app_template_filter(leads)


class Rows(StrEnum):
    """What the rows of the table are."""

    BEARERS = "bearers"
    THEMES = "themes"


@blueprint.get("/i/<slug>/responsibilities")
@guarded(Permission.TEXT_READ)
def matrix(slug: str) -> ResponseReturnValue:
    """The matrix of a revision; without `?revision=` of the current one. `?theme=` shows one theme alone."""
    chosen = _choice()
    if chosen.card is None:
        return _nothing_yet(slug, chosen)
    session, actor, initiative_id = db.session(), current_actor(), current_initiative().id
    read = queries.reading(session, actor, current_initiative(), chosen.card, is_current=chosen.is_current)
    theme = request.args.get("theme") or None
    return render_template(
        "responsibilities/matrix.html",
        slug=slug,
        chosen=chosen,
        read=read,
        shown=read.matrix.about(theme) if theme else read.matrix,
        theme=theme,
        by_themes=request.args.get("rows") == Rows.THEMES,
        phases=PHASES,
        seat=actor.seat_in(initiative_id),
        round=review.open_round_for(session, actor, read.revision.id, present()),
        may_draft=allowed(actor, Permission.TEXT_DRAFT, Subject(initiative_id)),
        may_edit_lists=allowed(actor, Permission.INITIATIVE_EDIT, Subject(initiative_id)),
    )


@blueprint.get("/i/<slug>/responsibilities/ours")
@guarded(Permission.TEXT_READ)
def ours(slug: str) -> ResponseReturnValue:
    """What the reader's constituency would bear; whoever has no delegation here is led to the whole matrix."""
    session, actor, initiative_id = db.session(), current_actor(), current_initiative().id
    chosen = _choice()
    seat = actor.seat_in(initiative_id)
    if seat is None:
        return redirect(url_for("responsibilities.matrix", slug=slug))
    if chosen.card is None:
        return _nothing_yet(slug, chosen)
    read = queries.reading(session, actor, current_initiative(), chosen.card, is_current=chosen.is_current)
    return render_template(
        "responsibilities/ours.html",
        slug=slug,
        chosen=chosen,
        read=read,
        seat=seat,
        bearers=read.matrix.bearers_in(seat.constituency),
    )


def _choice() -> Choice:
    """What the address asks for; raises NotFound."""
    return queries.choice(
        db.session(),
        current_initiative().id,
        request.args.get("instrument"),
        request.args.get("revision", type=int),
    )


def _nothing_yet(slug: str, chosen: Choice) -> str:
    subject = Subject(current_initiative().id)
    may_draft = allowed(current_actor(), Permission.TEXT_DRAFT, subject)
    return render_template("responsibilities/nothing_yet.html", slug=slug, chosen=chosen, may_draft=may_draft)
