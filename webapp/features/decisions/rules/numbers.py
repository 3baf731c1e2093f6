"""Exact numbers as records write them. Nothing here passes through floating point."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

# From this length on Python refuses to convert between int and str; decimals have no such limit.
_LONGEST_PLAIN: Final = 600
_WEIGHT: Final = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_BOUND: Final = re.compile(r"([0-9]+)(?:/([0-9]+)|(?:\.([0-9]+))?(%)?)")


def read_digits(digits: str) -> int:
    """The integer of ASCII digits of any length."""
    return int(digits) if len(digits) <= _LONGEST_PLAIN else int(Decimal(digits))


def write_digits(number: int) -> str:
    return str(number) if number.bit_length() <= _LONGEST_PLAIN else str(Decimal(number))


def read_weight(value: object) -> Fraction | None:
    """A weight: an integer that is not negative, `"D"` or `"D.D"`; None for anything else."""
    if type(value) is int:
        return Fraction(value) if value >= 0 else None
    found = _WEIGHT.fullmatch(value) if isinstance(value, str) else None
    return _decimal(found[1], found[2]) if found else None


def read_bound(value: object) -> Fraction | None:
    """A bound: an integer, `"D"`, `"D.D"`, `"D/D"`, `"D%"` or `"D.D%"`; None for anything else."""
    if type(value) is int:
        return Fraction(value) if value >= 0 else None
    found = _BOUND.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    if found[2] is not None:
        denominator = read_digits(found[2])
        return Fraction(read_digits(found[1]), denominator) if denominator else None
    number = _decimal(found[1], found[3])
    return number / 100 if found[4] else number


def write_fraction(value: Fraction) -> str:
    """`"n/d"` in lowest terms, a whole number with the denominator 1."""
    return f"{write_digits(value.numerator)}/{write_digits(value.denominator)}"


def write_amount(value: int | Fraction) -> int | str:
    """A whole number as an integer, any other as a decimal string without trailing zeros.

    Raises `ValueError` for a fraction that is no decimal, which a sum of decimals never is.
    """
    if value.denominator == 1:
        return int(value)
    places = _decimal_places(value.denominator)
    digits = write_digits(value.numerator * (10**places // value.denominator)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def _decimal(whole: str, places: str | None) -> Fraction:
    if not places:
        return Fraction(read_digits(whole))
    return Fraction(read_digits(whole + places), 10 ** len(places))


def _decimal_places(denominator: int) -> int:
    twos = (denominator & -denominator).bit_length() - 1
    fives, rest = 0, denominator >> twos
    # In steps of powers of two: one five after the other takes minutes for very long numbers.
    for power in reversed(range(rest.bit_length().bit_length())):
        quotient, left = divmod(rest, 5 ** (1 << power))
        if not left:
            fives, rest = fives + (1 << power), quotient
    if rest != 1:
        raise ValueError("not a decimal")
    return max(twos, fives)
