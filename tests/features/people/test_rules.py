from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.kernel.errors import Invalid, Refused
from webapp.features.people import rules

NOW = dt.datetime(2026, 11, 17, 9, 0, tzinfo=dt.UTC)


def minutes_ago(*minutes: int) -> tuple[dt.datetime, ...]:
    return tuple(NOW - dt.timedelta(minutes=minute) for minute in minutes)


@pytest.mark.parametrize("typed", ["Ines.Okafor@Union.Example", "  ines.okafor@union.example "])
def test_an_address_is_kept_in_lower_case(typed: str) -> None:
    assert rules.clean_address(typed) == "ines.okafor@union.example"


@pytest.mark.parametrize("typed", ["", "ines", "ines@", "ines okafor@union.example", "a@b\nBcc: c@d.example"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as caught:
        rules.clean_address(typed)
    assert caught.value.code == "people.not_an_address"


def test_twelve_characters_are_a_password() -> None:
    rules.check_password("twelve chars", "a@b.example")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("eleven char", "people.password_short"),
        ("x" * 201, "people.password_long"),
        ("Ines@union.example", "people.password_is_address"),
    ],
)
def test_a_poor_password_is_refused(password: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        rules.check_password(password, "ines@union.example")
    assert (caught.value.code, caught.value.field) == (code, "password")


def test_four_failures_leave_another_attempt() -> None:
    rules.may_try(NOW, minutes_ago(1, 2, 3, 4), minutes_ago(1, 2, 3, 4))


def test_five_failures_of_an_account_close_it_until_the_first_of_them_is_old() -> None:
    with pytest.raises(Refused) as caught:
        rules.may_try(NOW, minutes_ago(1, 2, 3, 4, 10), ())
    assert caught.value.facts == {"minutes": 5}


def test_thirty_failures_from_one_address_close_it_for_every_account() -> None:
    with pytest.raises(Refused):
        rules.may_try(NOW, (), minutes_ago(*[5] * 30))
    rules.may_try(NOW, (), minutes_ago(*[5] * 29))


@pytest.mark.parametrize("target", ["/i/mac/text", "/invitation/abc?x=1#p3.1"])
def test_signing_in_leads_back_to_a_page_of_this_installation(target: str) -> None:
    assert rules.local_path(target) == target


@pytest.mark.parametrize(
    "target", [None, "", "https://evil.example/", "//evil.example", "/\\evil.example", "evil", "/a\tb"]
)
def test_signing_in_leads_nowhere_else(target: str | None) -> None:
    assert rules.local_path(target) is None
