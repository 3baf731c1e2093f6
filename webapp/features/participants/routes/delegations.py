"""The People page, accrediting, and inviting to seats."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.actor import Constituency, SeatRole, Standing
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, NotFound
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.participants import queries, service
from webapp.features.participants.forms import AccreditForm, InviteForm
from webapp.features.participants.routes.blueprint import blueprint


@blueprint.get("/i/<slug>/people")
@guarded(Permission.INITIATIVE_READ)
def index(slug: str) -> ResponseReturnValue:
    """Delegations by constituency with their people, the offices, and open invitations."""
    session, actor, initiative_id = db.session(), current_actor(), current_initiative().id
    subject = Subject(initiative_id)
    groups = queries.roster(session, actor, initiative_id)
    return render_template(
        "participants/index.html",
        groups=groups,
        delegation_names={
            entry.delegation.id: entry.delegation.name for group in groups for entry in group.entries
        },
        offices=queries.offices(session, initiative_id),
        invitations=queries.invitations_open_to(session, actor, initiative_id),
        seat=actor.seat_in(initiative_id),
        now=clock.now(session),
        may_accredit=allowed(actor, Permission.DELEGATION_ACCREDIT, subject),
        may_appoint=allowed(actor, Permission.OFFICE_APPOINT, subject),
        may_help=allowed(actor, Permission.PARTICIPANT_RECOVER, subject),
        own_id=actor.person_id,
    )


@blueprint.route("/i/<slug>/people/accredit", methods=["GET", "POST"])
@guarded(Permission.DELEGATION_ACCREDIT)
def accredit(slug: str) -> ResponseReturnValue:
    """Accredit a delegation; the next page invites its head."""
    form = AccreditForm()
    if form.validate_on_submit():
        try:
            with acting(_people(slug)) as work:
                row = service.accredit(
                    work,
                    current_actor(),
                    current_initiative().id,
                    code=form.code.data or "",
                    name=form.name.data or "",
                    constituency=Constituency(form.constituency.data),
                    standing=Standing(form.standing.data),
                    tags=form.tag_list(),
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("%(delegation)s is accredited. Now invite its head.", delegation=row.name), "ok")
            return redirect(url_for("participants.invite", slug=slug, delegation_id=row.id), code=303)
    return render_template("participants/accredit.html", form=form), 422 if form.errors else 200


@blueprint.route("/i/<slug>/people/<delegation_id>/invite", methods=["GET", "POST"])
@guarded(Permission.SEAT_INVITE)
def invite(slug: str, delegation_id: str) -> ResponseReturnValue:
    """Invite somebody to a seat of the delegation."""
    initiative_id = current_initiative().id
    delegation = queries.delegation(db.session(), initiative_id, delegation_id)
    if not allowed(current_actor(), Permission.SEAT_INVITE, Subject(initiative_id, delegation.id)):
        raise NotFound()
    form = InviteForm()
    if form.validate_on_submit():
        try:
            with acting(_people(slug)) as work:
                service.invite_to_seat(
                    work,
                    current_actor(),
                    initiative_id,
                    delegation_id,
                    role=SeatRole(form.role.data),
                    email=form.email.data or "",
                    name=form.name.data or "",
                )
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The invitation goes to %(email)s by mail.", email=form.email.data), "ok")
            return redirect(_people(slug), code=303)
    page = render_template("participants/invite.html", form=form, delegation=delegation)
    return page, 422 if form.errors else 200


@blueprint.post("/i/<slug>/people/invitations/<invitation_id>/again")
@guarded(Permission.INITIATIVE_READ)
def send_again(slug: str, invitation_id: str) -> ResponseReturnValue:
    """Send a new link; the old one is dead from then on."""
    with acting(_people(slug)) as work:
        row = service.send_again(work, current_actor(), current_initiative().id, invitation_id)
    flash(
        _("A new invitation goes to %(email)s by mail. The old link no longer works.", email=row.email), "ok"
    )
    return redirect(_people(slug), code=303)


@blueprint.post("/i/<slug>/people/invitations/<invitation_id>/withdraw")
@guarded(Permission.INITIATIVE_READ)
def withdraw(slug: str, invitation_id: str) -> ResponseReturnValue:
    """Take an invitation back."""
    with acting(_people(slug)) as work:
        service.withdraw_invitation(work, current_actor(), current_initiative().id, invitation_id)
    flash(_("The invitation is withdrawn. Its link no longer works."), "ok")
    return redirect(_people(slug), code=303)


def _people(slug: str) -> str:
    return url_for("participants.index", slug=slug)
