"""Ending seats, and the duty of focal point. Each on a page that says what it does."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.actor import SeatRole
from webapp.base.access.guard import capacity_for
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.participants import queries, service
from webapp.features.participants.routes.blueprint import blueprint
from webapp.features.people import queries as people


@blueprint.get("/i/<slug>/people/seats/<seat_id>/end")
@guarded(Permission.SEAT_END)
def ask_end_seat(slug: str, seat_id: str) -> ResponseReturnValue:
    """Ask before a seat ends."""
    session, initiative_id = db.session(), current_initiative().id
    row = queries.seat_row(session, initiative_id, seat_id)
    capacity = capacity_for(current_actor(), Permission.SEAT_END, Subject(initiative_id, row.delegation_id))
    if capacity is None:
        raise NotFound()
    return render_template(
        "participants/end_seat.html",
        seat=row,
        role=SeatRole(row.role),
        person=people.person(session, row.person_id),
        delegation=queries.delegation(session, initiative_id, row.delegation_id),
        capacity=capacity,
    )


@blueprint.post("/i/<slug>/people/seats/<seat_id>/end")
@guarded(Permission.SEAT_END)
def end_seat(slug: str, seat_id: str) -> ResponseReturnValue:
    """End the seat at once."""
    leads_to = url_for("participants.index", slug=slug)
    with acting(leads_to) as work:
        service.end_seat(work, current_actor(), current_initiative().id, seat_id)
    if not _still_takes_part():
        return redirect(url_for("desk.start"), code=303)
    flash(_("The seat has ended."), "ok")
    return redirect(leads_to, code=303)


@blueprint.get("/i/<slug>/people/focal-point")
@guarded(Permission.FOCAL_POINT_CONFIRM)
def focal_point(slug: str) -> ResponseReturnValue:
    """Ask whether the reader takes the duty."""
    session, actor = db.session(), current_actor()
    seat = actor.seat_in(current_initiative().id)
    if seat is None:
        raise NotFound()
    colleagues = queries.seated_in(session, seat.delegation_id)
    return render_template(
        "participants/focal_point.html",
        seat=seat,
        holder=next((person for person in colleagues if person.is_focal_point), None),
        capacity=capacity_for(
            actor, Permission.FOCAL_POINT_CONFIRM, Subject(seat.initiative_id, seat.delegation_id)
        ),
    )


@blueprint.post("/i/<slug>/people/focal-point")
@guarded(Permission.FOCAL_POINT_CONFIRM)
def confirm_focal_point(slug: str) -> ResponseReturnValue:
    """Take the duty."""
    leads_to = url_for("participants.index", slug=slug)
    with acting(leads_to) as work:
        service.confirm_focal_point(work, current_actor(), current_initiative().id)
    flash(_("You are the focal point of your delegation."), "ok")
    return redirect(leads_to, code=303)


def _still_takes_part() -> bool:
    """Whether the person still takes part, asked of the database: whoever ends the own seat may not."""
    person_id = current_actor().person_id
    if person_id is None:
        return False
    return queries.actor_of(db.session(), person_id).takes_part_in(current_initiative().id)
