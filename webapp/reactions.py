"""The switchboard: event to what follows, the whole list. An event that nothing follows stands in SILENT, on purpose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.happened import Happened, read_happened
from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.outlets.notifications import service as notifications
from webapp.outlets.search import service as search

Reaction = Callable[[Work, Happened], None]

GIVE_UP_AFTER = 12
LONGEST_WAIT = dt.timedelta(hours=1)

RUN: Mapping[str, Reaction] = {
    "notify": notifications.announce,
    "index": search.follow,
}

REACTIONS: Mapping[str, tuple[str, ...]] = {
    "people.administrator_created": ("notify",),
    "people.reset_requested": ("notify",),
    "people.password_set": ("notify",),
    "people.new_device_used": ("notify",),
    "people.second_factor_failed": ("notify",),
    "people.second_factor_changed": ("notify",),
    "people.recovery_code_used": ("notify",),
    "people.address_change_asked": ("notify",),
    "people.address_changed": ("notify",),
    "people.address_change_cancelled": ("notify",),
    "people.recovery_started": ("notify",),
    "people.recovery_cancelled": ("notify",),
    "people.recovery_used": ("notify",),
    "initiatives.created": ("index",),
    "initiatives.changed": ("index",),
    "participants.invited": ("notify",),
    "participants.delegation_accredited": ("index",),
    "participants.seat_taken": ("index",),
    "participants.seat_ended": ("index",),
    "participants.office_taken": ("index",),
    "participants.office_ended": ("index",),
    "review.round_planned": ("index",),
    "review.round_opened": ("notify",),
    "review.reminder_due": ("notify",),
    "review.contribution_handed_in": ("notify", "index"),
    "review.round_closed": ("notify", "index"),
    "review.round_concluded": ("notify",),
    "review.comment_answered": ("notify", "index"),
    "drafting.revision_proposed": ("notify",),
    "drafting.revision_issued": ("notify", "index"),
    "decisions.proposed": ("notify", "index"),
    "decisions.declined": ("index",),
    "decisions.opened": ("notify", "index"),
    "decisions.reminder_due": ("notify",),
    "decisions.deadline_moved": ("notify",),
    "decisions.silence_broken": ("notify", "index"),
    "decisions.closed": ("notify", "index"),
    "decisions.announced": ("notify",),
    "decisions.withdrawn": ("notify", "index"),
    "decisions.chairs_must_decide": ("notify",),
    "decisions.act_proposed": ("notify",),
    "decisions.late_objection_received": ("notify", "index"),
    "publishing.item_published": ("index",),
}

SILENT: frozenset[str] = frozenset(
    {
        "people.profile_changed",
        "people.device_signed_out",
        "people.signed_out_everywhere",
        "participants.invitation_withdrawn",
        "participants.focal_point_confirmed",
        "instruments.instrument_created",
        "instruments.text_changed",
        "instruments.status_changed",
        "drafting.revision_declined",
        "drafting.revision_withdrawn",
        "review.draft_changed",
        "decisions.act_declined",
        "decisions.position_taken",
        "decisions.notice_seen",
        "decisions.acknowledged",
    }
)


def due(session: Session, now: dt.datetime, limit: int = 200) -> list[int]:
    """Outbox rows whose reaction is due, oldest first."""
    statement = (
        select(OutboxRow.id)
        .where(OutboxRow.state == OutboxState.WAITING, OutboxRow.due_at <= now)
        .order_by(OutboxRow.id)
        .limit(limit)
    )
    return list(session.scalars(statement))


def react(outbox_id: int) -> None:
    """Run one reaction. Running it twice does nothing the second time; a failure waits longer each time."""
    try:
        with unit_of_work() as work:
            row = lock_by(work.session, OutboxRow, OutboxRow.id == outbox_id)
            if row is None or row.state != OutboxState.WAITING:
                return
            RUN[row.reaction](work, read_happened(work.session, row.chain, row.sequence))
            row.state = OutboxState.DONE
    except Exception as error:
        structlog.get_logger(__name__).exception("a reaction failed", outbox_id=outbox_id)
        _postpone(outbox_id, repr(error))


def _postpone(outbox_id: int, error: str) -> None:
    with unit_of_work() as work:
        row = lock_by(work.session, OutboxRow, OutboxRow.id == outbox_id)
        if row is None or row.state != OutboxState.WAITING:
            return
        row.attempts += 1
        row.last_error = error[:500]
        row.due_at = work.now() + min(LONGEST_WAIT, dt.timedelta(seconds=5) * 2**row.attempts)
        if row.attempts >= GIVE_UP_AFTER:
            row.state = OutboxState.FAILED
