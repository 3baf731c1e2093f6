"""Planning a round; and opening, reminding and closing it at its time."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import update

from webapp.base.access import spaces
from webapp.base.access.actor import Actor, Constituency
from webapp.base.access.attribution import Attribution, told_apart
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.events import Event
from webapp.base.kernel.ids import draw
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.base.kernel.visibility import audience_of
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import read_procedure
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import service as instruments_service
from webapp.features.instruments.models import Revision
from webapp.features.participants import queries as participants
from webapp.features.review import queries
from webapp.features.review.events import ReminderDue, RoundClosed, RoundOpened, RoundPlanned
from webapp.features.review.models import Comment, ContributionVersion, CoveringStatement, Reminder, Round
from webapp.features.review.rules import ladder, rounds
from webapp.features.review.rules.attribution import most_drawn, write_told_apart
from webapp.features.review.rules.rounds import RoundState


def plan_round(
    work: Work,
    actor: Actor,
    initiative_id: str,
    *,
    revision_id: str,
    title: str,
    opens_at: dt.datetime,
    closes_at: dt.datetime,
    attribution: Attribution | None = None,
) -> Round:
    """Plan a round on an issued revision. Two rounds on one instrument may not run at the same time.

    Without an attribution of its own it takes the initiative's, and keeps it whatever the initiative sets later.
    """
    initiative = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.ROUND_PLAN, Subject(initiative.id))
    revision = instruments.revision(work.session, initiative.id, revision_id)
    rounds.check_moments(opens_at, closes_at, work.now())
    _check_free(work, revision, opens_at, closes_at)
    round_ = Round(
        initiative_id=initiative.id,
        instrument_id=revision.instrument_id,
        revision_id=revision.id,
        number=queries.next_number(work.session, initiative.id),
        title=title,
        state=RoundState.PLANNED,
        opens_at=opens_at,
        closes_at=closes_at,
        planned_by=actor.person_id,
        attribution=attribution or read_procedure(initiative.procedure).attribution,
    )
    work.session.add(round_)
    work.session.flush()
    work.record(by, _planned_or_opened(RoundPlanned, round_))
    return round_


def open_round(work: Work, actor: Actor, round_id: str) -> None:
    """Open a planned round whose time has come, with its reminders; does nothing otherwise."""
    round_ = lock(work.session, Round, round_id)
    by = authorise(actor, Permission.ROUND_RUN, Subject(round_.initiative_id))
    now = work.now()
    if not rounds.is_due_to_open(round_.state, round_.opens_at, now):
        return
    round_.state, round_.opened_at = RoundState.OPEN, now
    if round_.attribution == Attribution.CONSTITUENCY:
        round_.told_apart = write_told_apart(_told_apart_now(work, round_))
    for step in ladder.steps_of(round_.opens_at, round_.closes_at):
        if step.due_at > now:
            work.session.add(Reminder(round_id=round_.id, step=step.name, due_at=step.due_at))
    work.record(by, _planned_or_opened(RoundOpened, round_))


def remind(work: Work, actor: Actor, reminder_id: str) -> None:
    """Settle a due reminder: tell those who must know, unless everybody has handed in or the round is over."""
    round_ = lock(work.session, Round, queries.reminder(work.session, reminder_id).round_id)
    by = authorise(actor, Permission.ROUND_RUN, Subject(round_.initiative_id))
    reminder = lock(work.session, Reminder, reminder_id)
    now = work.now()
    if reminder.done_at is not None or now < reminder.due_at:
        return
    reminder.done_at = now
    told = ladder.told_at(reminder.step)
    over = not rounds.takes_contributions(round_.state, round_.closes_at, now)
    if over or not queries.delegations_without_contribution(work.session, round_.id):
        return
    # After a standstill several steps may be due at once: only the last of them is told.
    if any(ladder.told_at(step) is told for step in queries.later_due_steps(work.session, reminder, now)):
        return
    work.record(
        by,
        ReminderDue(
            initiative_id=round_.initiative_id,
            object_id=round_.id,
            step=reminder.step,
            told=told,
            closes_at=round_.closes_at,
        ),
    )


def close_round(work: Work, actor: Actor, round_id: str) -> None:
    """Close an open round whose end has come: from now on all delegations read what was handed in.

    Does nothing otherwise, so that it may run twice.
    """
    round_ = lock(work.session, Round, round_id)
    by = authorise(actor, Permission.ROUND_RUN, Subject(round_.initiative_id))
    now = work.now()
    if not rounds.is_due_to_close(round_.state, round_.closes_at, now):
        return
    round_.state, round_.closed_at = RoundState.CLOSED, now
    if queries.terms_of(round_).names:
        _open_to_all_delegations(work, round_)
    else:
        _open_without_names(work, round_)
    provision_ids = queries.commented_provisions(work.session, round_.id)
    if provision_ids:
        instruments_service.mark_discussed(work, by, round_.initiative_id, provision_ids)
    work.record(
        by,
        RoundClosed(
            initiative_id=round_.initiative_id,
            object_id=round_.id,
            number=round_.number,
            title=round_.title,
            closes_at=round_.closes_at,
            contributions=queries.count_of_contributions(work.session, round_.id),
            comments=queries.count_of_comments(work.session, round_.id),
        ),
    )


def _planned_or_opened(kind: type[RoundPlanned] | type[RoundOpened], round_: Round) -> Event:
    return kind(
        initiative_id=round_.initiative_id,
        object_id=round_.id,
        number=round_.number,
        title=round_.title,
        revision_id=round_.revision_id,
        opens_at=round_.opens_at,
        closes_at=round_.closes_at,
        attribution=round_.attribution,
    )


def _check_free(work: Work, revision: Revision, opens_at: dt.datetime, closes_at: dt.datetime) -> None:
    """Raise Refused where another round on the same instrument runs at that time."""
    for other in queries.rounds_of_instrument(work.session, revision.instrument_id):
        if rounds.overlap((other.opens_at, other.closes_at), (opens_at, closes_at)):
            raise Refused("review.overlaps", field="opens_at", number=other.number, closes_at=other.closes_at)


def _open_to_all_delegations(work: Work, round_: Round) -> None:
    """Raise the audience of the comments and of the last version of each contribution; earlier versions stay own."""
    audience_id = _open_comments(work, round_)
    last = queries.last_versions(round_.id)
    statement = update(ContributionVersion).where(ContributionVersion.id.in_(last))
    work.session.execute(
        statement.values(audience_id=audience_id).execution_options(synchronize_session=False)
    )


def _open_without_names(work: Work, round_: Round) -> None:
    """Raise the audience of the comments, and of the covering statements apart from them.

    Each comment gets the number by which others call it: drawn now for all of them at once, so that it does not tell
    which came together or first. The contributions as they were handed in stay the delegations' own.
    """
    if round_.attribution == Attribution.CONSTITUENCY:
        # Whoever joined meanwhile may have been the only one of its kind: never more is told than at the opening.
        kinds = queries.terms_of(round_).told_apart & _told_apart_now(work, round_)
        round_.told_apart = write_told_apart(kinds)
    audience_id = _open_comments(work, round_)
    comment_ids = queries.comment_ids(work.session, round_.id)
    drawn = draw(len(comment_ids), most_drawn(len(comment_ids)))
    numbered = zip(comment_ids, drawn, strict=True)
    if comment_ids:
        work.session.execute(
            update(Comment), [{"id": one, "public_number": number} for one, number in numbered]
        )
    for delegation_id, text in queries.statements_handed_in(work.session, round_.id).items():
        work.session.add(
            CoveringStatement(
                round_id=round_.id, delegation_id=delegation_id, audience_id=audience_id, text=text
            )
        )


def _told_apart_now(work: Work, round_: Round) -> frozenset[Constituency]:
    return told_apart(participants.sizes(work.session, round_.initiative_id))


def _open_comments(work: Work, round_: Round) -> str:
    audience_id = audience_of(work.session, [spaces.all_delegations(round_.initiative_id)])
    statement = update(Comment).where(Comment.round_id == round_.id).values(audience_id=audience_id)
    work.session.execute(statement.execution_options(synchronize_session=False))
    return audience_id
