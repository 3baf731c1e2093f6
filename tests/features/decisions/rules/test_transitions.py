"""States of a decision."""

from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.kernel.errors import Refused
from webapp.features.decisions.rules import transitions
from webapp.features.decisions.rules.transitions import TRANSITIONS, DecisionState

DEADLINE = dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def test_every_state_has_its_row() -> None:
    assert set(TRANSITIONS) == set(DecisionState)


@pytest.mark.parametrize("state", [DecisionState.CLOSED, DecisionState.WITHDRAWN, DecisionState.DECLINED])
def test_nothing_follows_an_end(state: DecisionState) -> None:
    assert not any(transitions.may_move(state, to) for to in DecisionState)


def test_positions_are_received_up_to_the_deadline_and_not_at_it() -> None:
    assert transitions.takes_positions("open", DEADLINE, DEADLINE - SECOND)
    assert not transitions.takes_positions("open", DEADLINE, DEADLINE)
    with pytest.raises(Refused, match=r"decisions\.closed"):
        transitions.check_takes_positions("open", DEADLINE, DEADLINE)


def test_a_decision_that_is_not_open_takes_no_positions() -> None:
    with pytest.raises(Refused, match=r"decisions\.not_open"):
        transitions.check_takes_positions("withdrawn", DEADLINE, DEADLINE - SECOND)


def test_what_waits_for_the_co_chairs_is_not_closed_by_the_clock() -> None:
    assert transitions.is_due_to_close("open", DEADLINE, DEADLINE, awaits_chairs=False)
    assert not transitions.is_due_to_close("open", DEADLINE, DEADLINE, awaits_chairs=True)


def test_an_indication_is_never_announced() -> None:
    with pytest.raises(Refused, match=r"decisions\.no_outcome"):
        transitions.check_announceable("indication", "closed", None)
