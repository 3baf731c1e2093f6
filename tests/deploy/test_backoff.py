from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deploy.backoff import pause_before_restart


def test_the_first_pause_is_a_second() -> None:
    assert pause_before_restart(None, 0.1) == 1


def test_the_pause_doubles_while_a_program_keeps_ending_and_stays_at_thirty_seconds() -> None:
    pauses: list[float] = []
    for _ in range(8):
        pauses.append(pause_before_restart(pauses[-1] if pauses else None, 0.5))
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


def test_after_a_minute_alive_the_pause_is_a_second_again() -> None:
    assert pause_before_restart(30, 60) == 1


@given(st.none() | st.floats(1, 30), st.floats(0, 1e6))
def test_no_pause_is_shorter_than_a_second_or_longer_than_thirty(
    previous: float | None, lived: float
) -> None:
    assert 1 <= pause_before_restart(previous, lived) <= 30
