from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp.base.kernel import clock
from webapp.base.kernel.clock import ClockOffset
from webapp.base.kernel.unit_of_work import unit_of_work

Move = Callable[[dt.timedelta | dt.datetime], None]


def test_the_clock_tells_the_present_in_utc(session: Session) -> None:
    now = clock.now(session)
    assert now.utcoffset() == dt.timedelta(0)
    assert abs(now - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=5)


def test_the_clock_goes_on_within_a_transaction(session: Session) -> None:
    with unit_of_work() as work:
        assert work.now() <= work.now()
        first = work.now()
        while work.now() == first:
            pass


@pytest.mark.parametrize("by", [dt.timedelta(days=3), dt.timedelta(hours=-2)])
def test_the_offset_moves_it_for_everybody(session: Session, moved_clock: Move, by: dt.timedelta) -> None:
    moved_clock(by)
    assert abs(clock.now(session) - dt.datetime.now(dt.UTC) - by) < dt.timedelta(seconds=5)
    with unit_of_work() as work:
        assert abs(work.now() - dt.datetime.now(dt.UTC) - by) < dt.timedelta(seconds=5)


def test_there_is_one_offset(session: Session) -> None:
    with pytest.raises(IntegrityError), unit_of_work() as work:
        work.session.add(ClockOffset(id=2, seconds=1))
