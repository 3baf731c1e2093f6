"""The secretariat helps a participant back into the account."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, NotFound
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.participants import queries, service
from webapp.features.participants.routes.blueprint import blueprint
from webapp.features.people.forms import ReasonForm
from webapp.features.people.routes.recovery import recovery_started


@blueprint.route("/i/<slug>/people/<person_id>/recovery", methods=["GET", "POST"])
@guarded(Permission.PARTICIPANT_RECOVER)
def help_back_in(slug: str, person_id: str) -> ResponseReturnValue:
    """Vouch for somebody with a seat or an office here."""
    initiative_id = current_initiative().id
    helped = queries.actor_of(db.session(), person_id)
    if not helped.takes_part_in(initiative_id):
        raise NotFound()
    back = url_for("participants.index", slug=slug)
    form = ReasonForm()
    if form.validate_on_submit():
        try:
            with acting(back) as work:
                service.help_back_in(work, current_actor(), initiative_id, person_id, form.reason.data or "")
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(recovery_started(), "ok")
            return redirect(back, code=303)
    page = render_template("people/start_recovery.html", form=form, back=back, helped=helped.name)
    return page, 422 if form.errors else 200
