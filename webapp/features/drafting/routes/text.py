"""The rolling text as a whole: beginning an instrument, reading it, its title."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Stale
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.drafting import queries
from webapp.features.drafting.forms import BeginForm, TitleForm
from webapp.features.drafting.routes.blueprint import blueprint, instrument_of_page
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import service
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.notation import Tree, parse
from webapp.features.instruments.rules.revision_diff import ProvisionChange
from webapp.features.instruments.rules.snapshot import SnapshotProvision
from webapp.features.participants import queries as participants


@dataclass(frozen=True)
class Line:
    """A provision of the rolling text as its page shows it."""

    provision: SnapshotProvision
    tree: Tree
    status: ProvisionStatus | None
    """None where it stands in no revision yet."""
    change: ProvisionChange | None
    """What changed since the last revision, if anything."""


@blueprint.get("/i/<slug>/draft")
@guarded(Permission.TEXT_DRAFT)
def index(slug: str) -> ResponseReturnValue:
    """The co-chairs' texts; where there is one, that one."""
    rows = instruments.instruments(db.session(), current_initiative().id)
    if len(rows) == 1:
        return redirect(url_for("drafting.text", slug=slug, instrument_id=rows[0].id))
    return render_template("drafting/index.html", slug=slug, instruments=rows)


@blueprint.route("/i/<slug>/draft/begin", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def begin(slug: str) -> ResponseReturnValue:
    """Begin an instrument."""
    form = BeginForm()
    if form.validate_on_submit():
        try:
            with acting(url_for("drafting.index", slug=slug)) as work:
                row = service.create_instrument(
                    work,
                    current_actor(),
                    current_initiative().id,
                    title=form.title.data or "",
                    symbol_stem=form.symbol_stem.data or "",
                    language=form.language.data,
                )
                target = url_for("drafting.text", slug=slug, instrument_id=row.id)
                now_leads_to(work, target)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The text has begun. Add its first element."), "ok")
            return redirect(target, code=303)
    return render_template("drafting/begin.html", slug=slug, form=form), 422 if form.errors else 200


@blueprint.get("/i/<slug>/draft/<instrument_id>")
@guarded(Permission.TEXT_DRAFT)
def text(slug: str, instrument_id: str) -> ResponseReturnValue:
    """The rolling text, with what can be done to each part of it."""
    session = db.session()
    instrument = instrument_of_page(instrument_id)
    plan = queries.plan(session, instrument)
    codes = participants.codes(session, instrument.initiative_id)
    statuses = instruments.statuses(session, instrument.id)
    issued = {one.id for one in plan.changes.before.provisions}
    changes = {change.id: change for change in plan.changes.provisions}
    lines = {
        one.id: Line(
            one,
            parse(one.text, codes),
            statuses[one.id] if one.id in issued else None,
            changes.get(one.id),
        )
        for one in plan.changes.after.provisions
    }
    return render_template(
        "drafting/text.html",
        slug=slug,
        instrument=instrument,
        plan=plan,
        lines=lines,
        removed=[change for change in plan.changes.provisions if change.after is None],
        proposed=queries.proposed_revision(session, instrument.id),
        declined=queries.last_declined(session, instrument.id),
    )


@blueprint.route("/i/<slug>/draft/<instrument_id>/title", methods=["GET", "POST"])
@guarded(Permission.TEXT_DRAFT)
def title(slug: str, instrument_id: str) -> ResponseReturnValue:
    """Give the whole text another title."""
    instrument = instrument_of_page(instrument_id)
    form = TitleForm(data={"title": instrument.title, "seen": instrument.title})
    target = url_for("drafting.text", slug=slug, instrument_id=instrument_id)
    theirs = None
    if form.validate_on_submit():
        try:
            with acting(target) as work:
                service.rename_instrument(
                    work,
                    current_actor(),
                    current_initiative().id,
                    instrument_id,
                    title=form.title.data or "",
                    seen=form.seen.data or "",
                )
        except Stale as error:
            theirs, form.seen.data = error.theirs, error.theirs
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The title is saved."), "ok")
            return redirect(target, code=303)
    page = render_template("drafting/title.html", slug=slug, form=form, theirs=theirs, back=target)
    return page, 409 if theirs is not None else 422 if form.errors else 200
