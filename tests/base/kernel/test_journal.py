from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.base.kernel.happenings import BY, Called, Rang
from webapp.base.access import spaces
from webapp.base.kernel.journal import JournalBody, JournalLeaf
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import audience_of
from webapp.outlets.audit import queries
from webapp.outlets.audit.rules import verify


def ring(app: Flask, times: int, chain: str | None = None) -> None:
    with app.app_context():
        for number in range(times):
            with unit_of_work() as work:
                work.record(BY, Rang(initiative_id=chain, object_id="b", times=number))


def test_sequences_have_no_gap_though_eight_write_at_once(app: Flask, session: Session) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: ring(app, 5), range(8)))
    session.rollback()
    assert list(session.scalars(select(JournalLeaf.sequence).order_by(JournalLeaf.sequence))) == list(
        range(1, 41)
    )
    assert verify(queries.entries(session, "site")).fault is None


def test_moments_follow_one_another_though_eight_write_at_once(app: Flask, session: Session) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: ring(app, 5), range(8)))
    moments = list(session.scalars(select(JournalLeaf.at).order_by(JournalLeaf.sequence)))
    assert moments == sorted(moments)


def test_nobody_waits_for_a_new_audience_while_holding_the_chain(app: Flask, session: Session) -> None:
    ring(app, 1)
    made = Event()

    def make_the_audience_and_write_later() -> None:
        with app.app_context(), unit_of_work() as work:
            audience_of(work.session, [spaces.of_delegation("d")])
            made.set()
            sleep(0.3)
            work.record(BY, Rang(initiative_id=None, object_id="b"))

    def write_for_the_same_audience() -> None:
        made.wait(5)
        with app.app_context(), unit_of_work() as work:
            work.record(BY, Called(initiative_id=None, object_id="b", delegation_id="d"))

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(make_the_audience_and_write_later), pool.submit(write_for_the_same_audience)]
        for one in both:
            one.result()
    assert list(session.scalars(select(JournalLeaf.sequence).order_by(JournalLeaf.sequence))) == [1, 2, 3]


def test_each_initiative_has_a_chain_of_its_own(app: Flask, session: Session) -> None:
    ring(app, 2, "first")
    ring(app, 3, "second")
    session.rollback()
    assert [verify(queries.entries(session, chain)).entries for chain in ("first", "second")] == [2, 3]


@pytest.mark.parametrize(
    "statement", [update(JournalLeaf).values(hash="0"), delete(JournalLeaf), delete(JournalBody)]
)
def test_the_database_refuses_to_change_the_chain(app: Flask, session: Session, statement: object) -> None:
    ring(app, 1)
    with pytest.raises(DBAPIError), unit_of_work() as work:
        work.session.execute(statement)  # type: ignore[call-overload]


def test_a_body_cannot_be_altered(app: Flask) -> None:
    ring(app, 1)
    with pytest.raises(DBAPIError), unit_of_work() as work:
        work.session.execute(update(JournalBody).values(body="{}"))


def test_a_body_and_its_salt_may_be_erased_and_the_chain_still_holds(app: Flask, session: Session) -> None:
    ring(app, 2)
    with unit_of_work() as work:
        work.session.execute(
            update(JournalBody).where(JournalBody.sequence == 1).values(body=None, salt=None)
        )
    session.rollback()
    assert verify(queries.entries(session, "site")).fault is None
