from __future__ import annotations

import datetime as dt

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.people.rules import codes

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
EPOCH = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
moments = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2099, 1, 1), timezones=st.just(dt.UTC))


def shown(counter: int) -> str:
    return pyotp.TOTP(SECRET).generate_otp(counter)


@given(moments, st.integers(-4, 4), st.integers(-4, 4))
def test_a_code_holds_one_step_early_or_late_and_only_after_the_last_one(
    now: dt.datetime, off: int, last: int
) -> None:
    present = int(now.timestamp()) // 30
    found = codes.matching_counter(SECRET, shown(present + off), now, present + last)
    # Six figures may come again in another of the three steps: then that step is found, and is later than the last.
    same = [step for step in (-1, 0, 1) if shown(present + step) == shown(present + off) and step > last]
    assert found == (present + same[-1] if same else None)


@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (2000000000, "279037")],
)
def test_codes_are_those_of_the_standard(second: int, code: str) -> None:
    """The test vectors of RFC 6238, appendix B, cut to six figures."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    now = dt.datetime.fromtimestamp(second, dt.UTC)
    assert codes.matching_counter(secret, code, now, 0) == second // 30


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_none_and_breaks_nothing(typed: str) -> None:
    code = codes.clean_code(typed)
    assert codes.clean_code(code) == code or not code.isascii()
    assert codes.matching_counter(SECRET, code, EPOCH, 0) is None or codes.is_of_authenticator(code)


@given(st.integers(0, 9), st.sampled_from([" ", "-", "", " - "]))
def test_a_recovery_code_is_read_however_it_is_grouped(place: int, between: str) -> None:
    code = codes.new_recovery_codes()[place]
    typed = between.join(codes.in_groups(code).split()).upper()
    assert codes.clean_code(typed) == code
    assert not codes.is_of_authenticator(code)


def test_a_sheet_has_ten_codes_without_look_alikes() -> None:
    sheet = codes.new_recovery_codes()
    assert len(set(sheet)) == codes.CODES
    assert not set("".join(sheet)) & set("01iloILO")
