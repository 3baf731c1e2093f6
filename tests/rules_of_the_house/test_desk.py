from __future__ import annotations

from tests.rules_of_the_house.test_events import EVENTS
from webapp.outlets.desk.told.table import FOLDED, QUIET, TOLD


def test_somebody_decided_of_every_event_whether_the_desk_tells_it() -> None:
    """Put a new event into TOLD with its sentence, into FOLDED, or with a reason into QUIET."""
    assert set(TOLD) | set(FOLDED) | set(QUIET) == set(EVENTS)


def test_no_event_is_told_twice() -> None:
    assert len(TOLD) + len(FOLDED) + len(QUIET) == len(EVENTS)
