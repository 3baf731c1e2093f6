"""The demo's content as a whole: its order in time, its typography."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from tests.demo.content.lookups import (
    FIRST_START,
    REVISIONS,
    ROUND_ONE,
    ROUND_TWO,
    comments,
    contributions,
    provisions,
)
from webapp.demo.content import DEMO
from webapp.demo.content.shapes import When


def test_round_one_ran_in_order_and_round_two_is_still_open() -> None:
    assert ROUND_ONE.planned < ROUND_ONE.opens < ROUND_ONE.closes
    assert ROUND_ONE.concluded is not None
    for item in ROUND_ONE.contributions:
        assert item.handed_in is not None
        assert item.answered is not None
        assert ROUND_ONE.opens < item.drafted < item.handed_in < ROUND_ONE.closes
        assert ROUND_ONE.closes < item.answered < ROUND_ONE.concluded
    assert ROUND_TWO.concluded is None
    assert ROUND_TWO.opens < FIRST_START < ROUND_TWO.closes == When(3, 18)
    for item in ROUND_TWO.contributions:
        assert ROUND_TWO.opens < item.drafted < (item.handed_in or FIRST_START) <= FIRST_START


def test_what_happened_before_the_first_start_happened_in_an_order_that_can_be_played() -> None:
    zero, rev_1 = REVISIONS["zero_draft"], REVISIONS["rev_1"]
    asked = [decision.proposed for decision in DEMO.decisions]
    assert (
        DEMO.initiative.founded < DEMO.initiative.accredited < zero.proposed < zero.issued < ROUND_ONE.planned
    )
    assert ROUND_ONE.concluded is not None
    assert ROUND_ONE.concluded < rev_1.proposed < rev_1.issued < ROUND_TWO.planned
    assert all(rev_1.issued < moment < FIRST_START for moment in asked)


def test_a_moment_follows_the_official_zone_across_the_change_to_summer_time() -> None:
    zone = ZoneInfo("Europe/Zurich")
    assert When(-1, 18).on(dt.date(2026, 3, 29), zone) == dt.datetime(2026, 3, 28, 17, tzinfo=dt.UTC)
    assert When(3, 18).on(dt.date(2026, 3, 29), zone) == dt.datetime(2026, 4, 1, 16, tzinfo=dt.UTC)


def test_text_is_typeset_and_has_no_straight_quotes() -> None:
    texts = [item.text for revision in REVISIONS for item in provisions(revision).values()]
    texts += [comment.body for _, comment in comments()]
    texts += [comment.answer.reason for _, comment in comments() if comment.answer]
    texts += [contribution.covering_statement for _, contribution in contributions()]
    texts += [position.reason or "" for decision in DEMO.decisions for position in decision.positions]
    assert not [text for text in texts if re.search(r"['\"!]|  |^\s|\s$", text)]
