"""Reminders of a decision's deadline, by the one table of ladders."""

from __future__ import annotations

import datetime as dt

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import queries
from webapp.features.decisions.events import ReminderDue
from webapp.features.decisions.models import Decision, DecisionReminder
from webapp.features.decisions.rules.transitions import takes_positions
from webapp.features.review.rules import ladder


def plan_reminders(work: Work, decision: Decision, since: dt.datetime) -> None:
    """Make the reminders of the present deadline; `since` is when the members were told of it."""
    for step in ladder.steps_of(since, decision.closes_at):
        work.session.add(
            DecisionReminder(
                decision_id=decision.id,
                step=step.name,
                closes_at=decision.closes_at,
                due_at=step.due_at,
            )
        )


def remind(work: Work, actor: Actor, reminder_id: str) -> None:
    """Settle a due reminder: tell those who must know, unless everybody reacted or another deadline holds."""
    decision = lock(work.session, Decision, queries.reminder(work.session, reminder_id).decision_id)
    by = authorise(actor, Permission.DECISION_CLOSE, Subject(decision.initiative_id))
    reminder = lock(work.session, DecisionReminder, reminder_id)
    now = work.now()
    if reminder.done_at is not None or now < reminder.due_at:
        return
    reminder.done_at = now
    over = not takes_positions(decision.state, decision.closes_at, now)
    if over or reminder.closes_at != decision.closes_at:
        return
    if not queries.members_without_reaction(work.session, decision.id):
        return
    told = ladder.told_at(reminder.step)
    # After a standstill several steps may be due at once: only the last of them is told.
    if any(ladder.told_at(step) is told for step in queries.later_due_steps(work.session, reminder, now)):
        return
    work.record(
        by,
        ReminderDue(
            initiative_id=decision.initiative_id,
            object_id=decision.id,
            step=reminder.step,
            told=told,
            closes_at=decision.closes_at,
        ),
    )
