"""How long to wait before a program that ended is started again."""

from __future__ import annotations

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 30.0
CALM_AFTER_SECONDS = 60.0


def pause_before_restart(previous_pause: float | None, lived: float) -> float:
    """Seconds to wait: one, then twice as long each time up to thirty; one again after a minute alive.

    `previous_pause` is what was waited before the last start (None for the first), `lived` how many
    seconds the program then stayed alive.
    """
    if previous_pause is None or lived >= CALM_AFTER_SECONDS:
        return FIRST_SECONDS
    return min(LONGEST_SECONDS, previous_pause * 2)
