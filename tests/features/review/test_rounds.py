"""Planning, opening, reminding and closing."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import (
    DAY,
    Move,
    TextUnderReview,
    close_round,
    closing,
    hand_in,
    make_text,
    open_round,
    plan,
    present,
    write,
)
from webapp.base.access.actor import SYSTEM
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.outbox import OutboxRow
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.instruments.models import Provision
from webapp.features.review import queries, service
from webapp.features.review.models import Reminder, Round

HOUR = dt.timedelta(hours=1)


def actions(session: Session) -> list[str]:
    session.rollback()
    return list(session.scalars(select(JournalBody.action).order_by(JournalBody.sequence)))


def remind_all(session: Session) -> None:
    session.rollback()
    for reminder_id in queries.due_reminders(session, present()):
        with unit_of_work() as work:
            service.remind(work, SYSTEM, reminder_id)


@pytest.mark.parametrize("who", ["chair_phl", "officer", "officer_free"])
def test_chairs_and_secretariat_plan_rounds(
    cast: Cast, text: TextUnderReview, session: Session, who: str
) -> None:
    round_id = plan(cast, text, who=who)
    round_ = queries.round_(session, cast.initiative_id, round_id)
    assert (round_.number, round_.state) == (1, "planned")


@pytest.mark.parametrize(
    ("who", "error"), [("head_mwuf", Denied), ("head_obs", Denied), ("outsider", NotFound)]
)
def test_nobody_else_plans_a_round(
    cast: Cast, text: TextUnderReview, who: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        plan(cast, text, who=who)


def test_a_round_in_the_past_is_refused(cast: Cast, text: TextUnderReview) -> None:
    with pytest.raises(Invalid):
        plan(cast, text, opens_in=-DAY)


def test_two_rounds_on_one_text_may_not_run_at_the_same_time(cast: Cast, text: TextUnderReview) -> None:
    plan(cast, text, days=10)
    with pytest.raises(Refused) as refused:
        plan(cast, text, opens_in=5 * DAY)
    assert refused.value.code == "review.overlaps"


def test_the_next_round_gets_the_next_number(cast: Cast, text: TextUnderReview, session: Session) -> None:
    plan(cast, text, days=10)
    second = plan(cast, text, opens_in=20 * DAY)
    assert queries.round_(session, cast.initiative_id, second).number == 2


def test_a_round_on_a_text_of_another_initiative_is_not_found(
    cast: Cast, text: TextUnderReview, session: Session
) -> None:
    round_id = plan(cast, text)
    with pytest.raises(NotFound):
        queries.round_(session, "another", round_id)


def test_a_round_opens_at_its_time_and_only_once(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = plan(cast, text)
    with unit_of_work() as work:
        service.open_round(work, SYSTEM, round_id)
    assert queries.round_(session, cast.initiative_id, round_id).state == "planned"
    moved_clock(DAY)
    for _ in range(2):
        with unit_of_work() as work:
            service.open_round(work, SYSTEM, round_id)
    assert actions(session).count("review.round_opened") == 1
    assert len(session.scalars(select(Reminder)).all()) == 4


def test_opening_is_announced_in_the_same_transaction(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    open_round(cast, text, moved_clock)
    session.rollback()
    assert "review.round_opened" in session.scalars(select(OutboxRow.event)).all()


def test_delegates_do_not_open_or_close_rounds(cast: Cast, text: TextUnderReview, moved_clock: Move) -> None:
    round_id = plan(cast, text)
    moved_clock(30 * DAY)
    for act in (service.open_round, service.close_round):
        with pytest.raises(Denied), unit_of_work() as work:
            act(work, cast.actor("chair_phl", work.session), round_id)


def test_a_reminder_is_told_once_and_names_its_step(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    open_round(cast, text, moved_clock)
    moved_clock(6 * DAY + HOUR)
    remind_all(session)
    remind_all(session)
    assert actions(session).count("review.reminder_due") == 1


def test_reminders_stop_when_every_delegation_has_handed_in(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    for who in ("phl", "usa", "mar", "rro", "iom", "mwuf", "empl"):
        if who != "iom":
            hand_in(cast, f"head_{who}", round_id)
    missing = [row.code for row in queries.delegations_without_contribution(session, round_id)]
    assert missing == ["OBS", "IOM"]
    hand_in(cast, "head_iom", round_id)
    hand_in(cast, "head_obs", round_id)
    moved_clock(6 * DAY + HOUR)
    remind_all(session)
    assert "review.reminder_due" not in actions(session)
    assert queries.due_reminders(session, present()) == []


def test_after_a_standstill_only_the_last_step_is_told(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    moved_clock(closing(cast, round_id) - 90 * dt.timedelta(minutes=1))
    remind_all(session)
    assert actions(session).count("review.reminder_due") == 1
    assert queries.due_reminders(session, present()) == []


def test_no_reminder_follows_the_end_of_a_round(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    close_round(cast, round_id, moved_clock)
    remind_all(session)
    assert "review.reminder_due" not in actions(session)


def test_a_round_does_not_close_a_second_early(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    moved_clock(closing(cast, round_id) - dt.timedelta(seconds=5))
    with unit_of_work() as work:
        service.close_round(work, SYSTEM, round_id)
    session.rollback()
    assert queries.round_(session, cast.initiative_id, round_id).state == "open"


def test_closing_twice_closes_once(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    close_round(cast, round_id, moved_clock)
    close_round(cast, round_id, moved_clock)
    assert actions(session).count("review.round_closed") == 1


def test_closing_marks_the_provisions_discussed_on_which_comments_were_handed_in(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    write(cast, "delegate_mwuf", round_id, text.provisions[0])
    hand_in(cast, "head_mwuf", round_id)
    write(cast, "head_empl", round_id, text.provisions[1])
    close_round(cast, round_id, moved_clock)
    session.rollback()
    status = dict(session.execute(select(Provision.id, Provision.status)).all())
    assert [status[one] for one in text.provisions] == ["open", "not_discussed"]


def test_due_rounds_are_found_for_the_workers(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = plan(cast, text)
    assert queries.due_to_open(session, present()) == []
    moved_clock(DAY)
    assert queries.due_to_open(session, present()) == [round_id]
    with unit_of_work() as work:
        service.open_round(work, SYSTEM, round_id)
    session.rollback()
    assert queries.due_to_close(session, present()) == []
    assert queries.due_to_close(session, present() + 30 * DAY) == [round_id]


def test_only_delegations_find_an_open_round_for_them(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    now = present()
    found = queries.open_round_for(session, cast.actor("head_obs"), text.revision_id, now)
    assert found is not None
    assert found.id == round_id
    for who in ("officer_free", "outsider"):
        assert queries.open_round_for(session, cast.actor(who), text.revision_id, now) is None
    late = closing(cast, round_id)
    assert queries.open_round_for(session, cast.actor("head_obs"), text.revision_id, late) is None


def test_the_database_refuses_a_round_that_closed_without_a_moment(cast: Cast, text: TextUnderReview) -> None:
    round_id = plan(cast, text)
    closed = update(Round).where(Round.id == round_id).values(state="closed")
    with pytest.raises(IntegrityError), unit_of_work() as work:
        work.session.execute(closed)


def test_rounds_on_different_texts_may_run_at_the_same_time(cast: Cast, text: TextUnderReview) -> None:
    plan(cast, text)
    assert plan(cast, make_text(cast, "MAC/VP/2026/2"))
