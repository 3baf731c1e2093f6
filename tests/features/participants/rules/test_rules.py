from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.access.actor import OfficeKind, SeatRole
from webapp.base.kernel.errors import Invalid, Refused
from webapp.features.participants import rules

NOW = dt.datetime(2026, 11, 17, 9, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=14)


@pytest.mark.parametrize("code", ["PHL", "MWUF", "A1", "ABCDEFGHIJ"])
def test_a_code_can_stand_behind_a_bracket(code: str) -> None:
    rules.check_code(code)


@pytest.mark.parametrize("code", ["", "A", "phl", "A B", "ABCDEFGHIJK", "PHL\n", "ÄÖ"])
def test_any_other_code_is_refused(code: str) -> None:
    with pytest.raises(Invalid) as caught:
        rules.check_code(code)
    assert caught.value.field == "code"


def test_tags_are_kept_once_in_their_order() -> None:
    assert rules.clean_tags([" Trade union", "", "origin", "trade union "]) == ["trade union", "origin"]


def test_an_invitation_runs_until_its_last_moment() -> None:
    assert rules.is_running(None, None, LATER, LATER - dt.timedelta(microseconds=1))
    assert not rules.is_running(None, None, LATER, LATER)


def test_a_used_or_withdrawn_invitation_does_not_run() -> None:
    assert not rules.is_running(NOW, None, LATER, NOW)
    assert not rules.is_running(None, NOW, LATER, NOW)


def test_an_administrator_appoints_the_first_secretariat_officer_and_nobody_else() -> None:
    rules.may_fill_office("administrator", OfficeKind.SECRETARIAT, held_by_others=False)
    with pytest.raises(Refused):
        rules.may_fill_office("administrator", OfficeKind.SECRETARIAT, held_by_others=True)
    with pytest.raises(Refused):
        rules.may_fill_office("administrator", OfficeKind.CO_CHAIR, held_by_others=False)


def test_the_secretariat_fills_every_office() -> None:
    for kind in OfficeKind:
        rules.may_fill_office("secretariat", kind, held_by_others=True)


@pytest.mark.parametrize("role", [SeatRole.DELEGATE, SeatRole.ADVISER])
def test_who_does_not_speak_is_no_focal_point(role: SeatRole) -> None:
    with pytest.raises(Refused):
        rules.may_be_focal_point(role)
