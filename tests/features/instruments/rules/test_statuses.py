"""What becomes of a provision's status, act by act."""

from __future__ import annotations

import itertools

import pytest

from webapp.features.instruments.rules.enums import ProvisionStatus as Status
from webapp.features.instruments.rules.enums import may_become
from webapp.features.instruments.rules.statuses import (
    SETTLED,
    after_agreement,
    after_failing,
    after_first_reading,
    after_issuing,
)


def test_a_bracket_in_the_issued_text_makes_it_bracketed_and_its_closing_open_again() -> None:
    assert after_issuing(Status.NOT_DISCUSSED, bracketed=True) is Status.BRACKETED
    assert after_issuing(Status.BRACKETED, bracketed=False) is Status.OPEN
    assert after_issuing(Status.NOT_DISCUSSED, bracketed=False) is Status.NOT_DISCUSSED


def test_issuing_leaves_what_is_settled() -> None:
    assert all(after_issuing(status, bracketed=False) is status for status in SETTLED)


def test_the_first_comment_opens_only_what_was_not_discussed() -> None:
    assert after_first_reading(Status.NOT_DISCUSSED) is Status.OPEN
    assert after_first_reading(Status.BRACKETED) is Status.BRACKETED


def test_what_holds_a_bracket_stays_bracketed_though_a_call_on_it_passed() -> None:
    assert after_agreement(Status.BRACKETED, bracketed=True, ad_referendum=False) is Status.BRACKETED
    assert after_agreement(Status.OPEN, bracketed=False, ad_referendum=False) is Status.AGREED
    assert after_agreement(Status.OPEN, bracketed=False, ad_referendum=True) is Status.AGREED_AD_REFERENDUM


def test_what_fails_goes_back_to_consultation() -> None:
    assert after_failing(Status.NOT_DISCUSSED, bracketed=False) is Status.OPEN
    assert after_failing(Status.OPEN, bracketed=True) is Status.BRACKETED


@pytest.mark.parametrize("status", Status)
def test_nothing_moves_where_the_table_does_not_let_it(status: Status) -> None:
    reached = {after_first_reading(status), after_failing(status, bracketed=False)}
    for bracketed, ad_referendum in itertools.product((False, True), repeat=2):
        if bracketed and status in SETTLED:
            continue  # settled words hold no brackets
        reached |= {
            after_issuing(status, bracketed=bracketed),
            after_agreement(status, bracketed=bracketed, ad_referendum=ad_referendum),
        }
    for then in reached - {status}:
        assert may_become(status, then), (status, then)
