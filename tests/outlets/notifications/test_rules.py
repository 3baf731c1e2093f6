"""When a mail is tried again, and when it is given up."""

from __future__ import annotations

import datetime as dt

from webapp.outlets.notifications.rules import give_up_at, wait_after

NOW = dt.datetime(2026, 11, 17, 9, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def test_the_wait_begins_with_a_minute_and_doubles_to_an_hour() -> None:
    assert [wait_after(attempts) // MINUTE for attempts in (1, 2, 3, 6, 7, 8, 5000)] == [
        1,
        2,
        4,
        32,
        60,
        60,
        60,
    ]


def test_a_mail_is_given_up_after_three_days() -> None:
    assert give_up_at(NOW) == NOW + dt.timedelta(hours=72)


def test_a_notice_of_silence_is_given_up_after_a_third_of_its_period() -> None:
    assert give_up_at(NOW, NOW + dt.timedelta(hours=72)) == NOW + dt.timedelta(hours=24)
    assert give_up_at(NOW, NOW - dt.timedelta(hours=1)) == NOW
