from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.base.kernel.happenings import BY, Rang, Whispered
from webapp.base.kernel import outbox
from webapp.base.kernel.db import db
from webapp.base.kernel.heartbeat import Heartbeat
from webapp.base.kernel.journal import JournalLeaf, SpaceLog
from webapp.base.kernel.outbox import OutboxRow
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.reactions import REACTIONS

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def count(session: Session, model: type) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(model)) or 0


def ring_and_fail() -> None:
    with unit_of_work() as work:
        work.session.add(Heartbeat(part="bell", at=NOW))
        work.record(BY, Rang(initiative_id=None, object_id="b"))
        work.session.flush()
        raise ZeroDivisionError


def test_an_error_leaves_nothing_behind(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        ring_and_fail()
    assert (count(session, Heartbeat), count(session, JournalLeaf), count(session, OutboxRow)) == (0, 0, 0)


def test_the_change_and_its_journal_row_arrive_together(session: Session) -> None:
    with unit_of_work() as work:
        work.session.add(Heartbeat(part="bell", at=NOW))
        work.record(BY, Rang(initiative_id=None, object_id="b"))
    assert (count(session, Heartbeat), count(session, JournalLeaf)) == (1, 1)


def test_each_reaction_gets_one_row_in_the_same_transaction(session: Session) -> None:
    outbox.use_reactions({"tests.rang": ("notify", "count")})
    try:
        with unit_of_work() as work:
            work.record(BY, Rang(initiative_id=None, object_id="b"))
        session.rollback()
        assert sorted(session.scalars(select(OutboxRow.reaction))) == ["count", "notify"]
    finally:
        outbox.use_reactions(REACTIONS)


def test_with_the_outbox_off_the_journal_is_still_written(session: Session) -> None:
    outbox.use_reactions({"tests.rang": ("notify",)}, enabled=False)
    try:
        with unit_of_work() as work:
            work.record(BY, Rang(initiative_id=None, object_id="b"))
    finally:
        outbox.use_reactions(REACTIONS)
    assert (count(session, JournalLeaf), count(session, OutboxRow)) == (1, 0)


def test_events_are_written_last(session: Session) -> None:
    with unit_of_work() as work:
        work.record(BY, Rang(initiative_id=None, object_id="b"))
        assert work.session.scalar(select(func.count()).select_from(JournalLeaf)) == 0
    assert count(session, JournalLeaf) == 1


def test_private_drafting_is_kept_out_of_the_chain(session: Session) -> None:
    with unit_of_work() as work:
        work.record(BY, Whispered(initiative_id="i", object_id="b", delegation_id="delegation001"))
    assert (count(session, JournalLeaf), count(session, SpaceLog)) == (0, 1)


def test_a_change_outside_a_unit_of_work_is_refused(session: Session) -> None:
    session.add(Heartbeat(part="bell", at=NOW))
    with pytest.raises(RuntimeError, match="outside a unit of work"):
        session.flush()
    db.session.rollback()


def test_a_moment_without_a_zone_is_refused(session: Session) -> None:
    with pytest.raises(Exception, match="time zone"), unit_of_work() as work:
        work.session.add(Heartbeat(part="bell", at=NOW.replace(tzinfo=None)))


def test_a_moment_comes_back_as_it_went_in(session: Session) -> None:
    manila = dt.timezone(dt.timedelta(hours=8))
    with unit_of_work() as work:
        work.session.add(Heartbeat(part="bell", at=NOW.astimezone(manila)))
    session.rollback()
    assert session.scalar(select(Heartbeat.at)) == NOW
