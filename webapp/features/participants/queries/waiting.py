"""What waits for a person about who takes part."""

from __future__ import annotations

import datetime as dt

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor, OfficeKind, Seat
from webapp.base.web.waiting import Waiting
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.models import Invitation, OfficeRow, SeatRow
from webapp.features.participants.queries.invitations import is_running, pending_invitations
from webapp.features.participants.queries.seats import delegations, office_holders

CO_CHAIRS = 2


def waiting_for(session: Session, actor: Actor, now: dt.datetime) -> list[Waiting]:
    """Duties that nobody has taken, offices that nobody holds, invitations that nobody accepted in time."""
    found = [
        _focal_point(initiatives.initiative(session, seat.initiative_id), seat)
        for seat in _without_focal_point(session, [seat for seat in actor.seats if seat.speaks])
    ]
    asking = sorted({initiative_id for initiative_id, _role in actor.without_factor})
    found += [_second_factor(initiatives.initiative(session, one)) for one in asking]
    for office in actor.offices:
        if office.kind is OfficeKind.SECRETARIAT:
            found += _of_secretariat(session, initiatives.initiative(session, office.initiative_id), now)
    if actor.is_administrator:
        found += [_first_officer(row) for row in _unserved(session, now)]
    return found


def _without_focal_point(session: Session, seats: list[Seat]) -> list[Seat]:
    if not seats:
        return []
    statement = select(SeatRow.delegation_id).where(
        SeatRow.delegation_id.in_([seat.delegation_id for seat in seats]),
        SeatRow.ended_at.is_(None),
        SeatRow.focal_point_at.is_not(None),
    )
    settled = set(session.scalars(statement))
    return [seat for seat in seats if seat.delegation_id not in settled]


def _unserved(session: Session, now: dt.datetime) -> list[Initiative]:
    """The initiatives that nobody serves and nobody can still accept to serve, by title."""
    served = exists().where(
        OfficeRow.initiative_id == Initiative.id,
        OfficeRow.kind == OfficeKind.SECRETARIAT,
        OfficeRow.ended_at.is_(None),
    )
    invited = exists().where(
        Invitation.initiative_id == Initiative.id,
        Invitation.office_kind == OfficeKind.SECRETARIAT,
        Invitation.used_at.is_(None),
        Invitation.withdrawn_at.is_(None),
        Invitation.expires_at > now,
    )
    statement = select(Initiative).where(~served, ~invited).order_by(Initiative.title)
    return list(session.scalars(statement))


def _focal_point(initiative: Initiative, seat: Seat) -> Waiting:
    return Waiting(
        title=_("Say who is the focal point of %(delegation)s", delegation=seat.delegation_name),
        endpoint="participants.focal_point",
        values={"slug": initiative.slug},
        act=_("Take the duty"),
        time_zone=initiative.time_zone,
        detail=_(
            "Formal notices count as received once the focal point has them. Nobody has confirmed the duty."
        ),
        initiative=initiative.title,
    )


def _second_factor(initiative: Initiative) -> Waiting:
    return Waiting(
        title=_("Set up a second factor"),
        endpoint="people.security",
        values={},
        act=_("Set it up"),
        time_zone=initiative.time_zone,
        detail=_("This initiative asks it of your seat or office. Until then you can read, and not act."),
        initiative=initiative.title,
    )


def _of_secretariat(session: Session, initiative: Initiative, now: dt.datetime) -> list[Waiting]:
    found = []
    if _filled_or_invited(session, initiative.id, OfficeKind.CO_CHAIR, now) < CO_CHAIRS:
        found.append(
            Waiting(
                title=_("Appoint the co-chairs of %(initiative)s", initiative=initiative.title),
                endpoint="participants.appoint",
                values={"slug": initiative.slug},
                act=_("Appoint a co-chair"),
                time_zone=initiative.time_zone,
                initiative=initiative.title,
            )
        )
    if not delegations(session, initiative.id):
        found.append(
            Waiting(
                title=_("Accredit the delegations of %(initiative)s", initiative=initiative.title),
                endpoint="participants.accredit",
                values={"slug": initiative.slug},
                act=_("Accredit a delegation"),
                time_zone=initiative.time_zone,
                initiative=initiative.title,
            )
        )
    late = sum(not is_running(row, now) for row in pending_invitations(session, initiative.id))
    if late:
        title = ngettext(
            "%(num)s invitation was not accepted within 14 days",
            "%(num)s invitations were not accepted within 14 days",
            late,
        )
        found.append(
            Waiting(
                title=title,
                endpoint="participants.index",
                values={"slug": initiative.slug},
                act=_("See the invitations"),
                time_zone=initiative.time_zone,
                initiative=initiative.title,
            )
        )
    return found


def _filled_or_invited(session: Session, initiative_id: str, kind: OfficeKind, now: dt.datetime) -> int:
    """How many hold the office or can still accept it: who is invited need not be invited again."""
    invited = sum(
        row.office_kind == kind and is_running(row, now)
        for row in pending_invitations(session, initiative_id)
    )
    return len(office_holders(session, initiative_id, kind)) + invited


def _first_officer(initiative: Initiative) -> Waiting:
    return Waiting(
        title=_("Nobody serves %(initiative)s yet", initiative=initiative.title),
        endpoint="participants.first_officer",
        values={"initiative_slug": initiative.slug},
        act=_("Invite its first secretariat officer"),
        time_zone=initiative.time_zone,
        initiative=initiative.title,
    )
