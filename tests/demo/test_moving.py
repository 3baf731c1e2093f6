from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.kernel import clock
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.demo import moving
from webapp.features.instruments.models import Instrument, Revision
from webapp.features.review.models import Round

ClientFor = Callable[[str], FlaskClient]
DAY = dt.timedelta(days=1)


@pytest.fixture
def planned_round(cast: Cast) -> Round:
    """A round that opens in two days and closes in nine."""
    with unit_of_work() as work:
        now = work.now()
        instrument = Instrument(
            initiative_id=cast.initiative_id, title="Principles", symbol_stem="MAC/VP/1", created_at=now
        )
        work.session.add(instrument)
        work.session.flush()
        revision = Revision(
            instrument_id=instrument.id,
            state="issued",
            ordinal=0,
            label="Zero draft",
            symbol="MAC/VP/1",
            hash="0" * 64,
            snapshot="{}",
            proposed_at=now,
            issued_at=now,
        )
        work.session.add(revision)
        work.session.flush()
        row = Round(
            initiative_id=cast.initiative_id,
            instrument_id=instrument.id,
            revision_id=revision.id,
            number=1,
            title="Round one",
            state="planned",
            opens_at=now + 2 * DAY,
            closes_at=now + 9 * DAY,
        )
        work.session.add(row)
    return row


def test_the_clock_goes_on_by_a_day(client_for: ClientFor, session: Session) -> None:
    before = clock.now(session)
    answer = client_for("head_mwuf").post("/demo/time", data={"to": "day"})
    session.rollback()
    assert answer.status_code == 303
    assert moving.moved_by(session) == DAY
    assert clock.now(session) - before >= DAY


def test_the_clock_goes_on_to_the_next_deadline_which_has_then_just_come(
    client_for: ClientFor, session: Session, planned_round: Round
) -> None:
    client = client_for("head_mwuf")
    assert "Opens: Round one" in client.get("/demo/time").get_data(as_text=True)
    client.post("/demo/time", data={"to": "deadline"})
    session.rollback()
    late = clock.now(session) - planned_round.opens_at
    assert dt.timedelta() <= late < dt.timedelta(seconds=10)


def test_pressing_twice_moves_the_clock_once(client_for: ClientFor, session: Session) -> None:
    client = client_for("head_mwuf")
    for _ in range(2):
        client.post("/demo/time", data={"to": "day", "idempotency_key": "the-same-form"})
    session.rollback()
    assert moving.moved_by(session) == DAY


def test_without_a_deadline_the_clock_stays_and_the_page_says_so(
    client_for: ClientFor, session: Session
) -> None:
    client = client_for("head_mwuf")
    answer = client.post("/demo/time", data={"to": "deadline"}, follow_redirects=True)
    session.rollback()
    assert "No deadline lies ahead" in answer.get_data(as_text=True)
    assert moving.moved_by(session) == dt.timedelta()


def test_every_page_says_that_it_is_a_demo_and_how_far_its_clock_is_moved(client_for: ClientFor) -> None:
    client = client_for("head_mwuf")
    client.post("/demo/time", data={"to": "day"})
    page = client.get("/demo/time").get_data(as_text=True)
    assert "the positions of real States and organisations" in page
    assert "The demo’s clock is moved on by 1 day." in page


def test_only_who_is_signed_in_moves_the_clock(app: Flask, session: Session) -> None:
    answer = app.test_client().post("/demo/time", data={"to": "day"})
    assert answer.status_code == 401
    assert moving.moved_by(session) == dt.timedelta()
