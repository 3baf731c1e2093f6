"""The rules of the silence procedure."""

from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.kernel.errors import Refused
from webapp.features.decisions.rules import silence
from webapp.features.decisions.rules.silence import AtDeadline, NoticeState, Reaction

DEADLINE = dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)
BEFORE = DEADLINE - dt.timedelta(hours=5)
EARLIER = DEADLINE - dt.timedelta(hours=9)
AFTER = DEADLINE + dt.timedelta(seconds=1)
ZONE = "Europe/Zurich"


@pytest.mark.parametrize(
    ("notice", "is_reached"),
    [
        (NoticeState("a"), False),
        (NoticeState("a", seen_at=BEFORE), True),
        (NoticeState("a", acknowledged_at=BEFORE), True),
        (NoticeState("a", seen_at=AFTER), False),
        (NoticeState("a", seen_at=DEADLINE), False),
        (NoticeState("a", accepted_at=BEFORE), True),
        (NoticeState("a", accepted_at=DEADLINE), False),
        (NoticeState("a", accepted_at=EARLIER, refused_at=BEFORE), False),
        (NoticeState("a", accepted_at=BEFORE, refused_at=EARLIER), True),
        (NoticeState("a", accepted_at=BEFORE, refused_at=AFTER), True),
        (NoticeState("a", accepted_at=EARLIER, refused_at=BEFORE, seen_at=BEFORE), True),
        (NoticeState("a", refused_at=BEFORE), False),
    ],
)
def test_a_notice_reaches_by_being_seen_or_by_a_mail_that_did_not_come_back(
    notice: NoticeState, is_reached: bool
) -> None:
    assert silence.has_reached(notice, DEADLINE) is is_reached


def test_one_of_a_members_people_is_enough() -> None:
    notices = (NoticeState("a", seen_at=BEFORE), NoticeState("a", refused_at=BEFORE), NoticeState("b"))
    assert silence.reached(notices, DEADLINE) == {"a"}


@pytest.mark.parametrize(
    ("unreached", "moved_times", "follows"),
    [
        (0, 0, AtDeadline.LAPSE),
        (0, 2, AtDeadline.LAPSE),
        (1, 0, AtDeadline.MOVE),
        (3, 1, AtDeadline.MOVE),
        (1, 2, AtDeadline.CHAIRS),
    ],
)
def test_the_deadline_moves_as_often_as_the_rules_give(
    unreached: int, moved_times: int, follows: AtDeadline
) -> None:
    assert silence.at_deadline(unreached=unreached, moved_times=moved_times, moves=2) is follows


def test_silence_may_last_exactly_as_long_as_the_rules_give() -> None:
    silence.check_length(DEADLINE - dt.timedelta(hours=72), DEADLINE, 72)
    with pytest.raises(Refused, match=r"decisions\.silence_too_short"):
        silence.check_length(DEADLINE - dt.timedelta(hours=72) + dt.timedelta(seconds=1), DEADLINE, 72)


def test_a_holiday_is_a_day_of_the_official_zone() -> None:
    late = dt.datetime(2026, 12, 24, 23, 30, tzinfo=dt.UTC)
    with pytest.raises(Refused, match=r"decisions\.on_a_holiday"):
        silence.check_day(late, (dt.date(2026, 12, 25),), ZONE)
    silence.check_day(late, (dt.date(2026, 12, 24),), ZONE)


def test_a_moved_deadline_passes_over_holidays_at_the_same_hour_of_the_day() -> None:
    moved = silence.moved_deadline(
        DEADLINE,
        AFTER,
        hours=24,
        holidays=(dt.date(2026, 11, 21), dt.date(2026, 11, 22)),
        zone=ZONE,
    )
    assert moved == DEADLINE + dt.timedelta(days=3)


def test_after_a_long_standstill_the_deadline_moves_from_now() -> None:
    now = DEADLINE + dt.timedelta(days=30)
    moved = silence.moved_deadline(DEADLINE, now, hours=72, holidays=(), zone=ZONE)
    assert moved == now + dt.timedelta(hours=72)


@pytest.mark.parametrize(
    ("option", "acknowledged", "was_reached", "counts_as"),
    [
        ("object", True, True, Reaction.BROKE),
        ("agree", False, False, Reaction.SUPPORT),
        (None, True, True, Reaction.ACKNOWLEDGED),
        (None, False, True, Reaction.SILENT),
        (None, False, False, Reaction.UNREACHED),
    ],
)
def test_the_outcome_tells_reactions_apart(
    option: str | None, acknowledged: bool, was_reached: bool, counts_as: Reaction
) -> None:
    assert silence.reaction(option, acknowledged=acknowledged, was_reached=was_reached) is counts_as
