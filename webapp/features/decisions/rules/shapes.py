"""The shapes that records are made of, read with every fault at its place.

A reader returns None where the value cannot stand, after it has reported why. `Unreadable` was reported
when the document was parsed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .documents import Json, Unreadable
from .faults import FaultCode, Faults, item_place, key_place

# The property White_Space of Unicode; str.isspace() also takes four separators of ASCII for it.
_WHITE_SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


def is_blank(text: str) -> bool:
    return not text.strip(_WHITE_SPACE)


def read_object(value: Json, place: str, faults: Faults) -> dict[str, Json] | None:
    if isinstance(value, dict):
        return value
    _refuse(value, place, FaultCode.NOT_AN_OBJECT, faults)
    return None


def check_keys(
    members: dict[str, Json],
    place: str,
    faults: Faults,
    required: Collection[str],
    optional: Collection[str] = (),
) -> None:
    for key in required:
        if key not in members:
            faults.add(key_place(place, key), FaultCode.MISSING_KEY)
    for key in members:
        if key not in required and key not in optional:
            faults.add(key_place(place, key), FaultCode.UNKNOWN_KEY)


def read_list(value: Json, place: str, faults: Faults, *, may_be_empty: bool = False) -> list[Json] | None:
    if not isinstance(value, list):
        _refuse(value, place, FaultCode.NOT_A_LIST, faults)
        return None
    if not value and not may_be_empty:
        faults.add(place, FaultCode.EMPTY)
    return value


def read_string(value: Json, place: str, faults: Faults) -> str | None:
    """Any string, blank ones too."""
    if isinstance(value, str):
        return value
    _refuse(value, place, FaultCode.NOT_A_STRING, faults)
    return None


def read_text(value: Json, place: str, faults: Faults) -> str | None:
    """A string with a character that is not white space; a blank one is reported and returned."""
    text = read_string(value, place, faults)
    if text is not None and is_blank(text):
        faults.add(place, FaultCode.BLANK)
    return text


def read_optional_text(members: dict[str, Json], key: str, place: str, faults: Faults) -> str | None:
    return read_text(members[key], key_place(place, key), faults) if key in members else None


def read_flag(value: Json, place: str, faults: Faults) -> bool | None:
    if isinstance(value, bool):
        return value
    _refuse(value, place, FaultCode.NOT_A_BOOLEAN, faults)
    return None


def read_names(
    value: Json, place: str, faults: Faults, *, may_be_empty: bool = False
) -> Iterator[tuple[str, str]]:
    """The names of a list in which none may be twice, each with its place."""
    seen: set[str] = set()
    for index, item in enumerate(read_list(value, place, faults, may_be_empty=may_be_empty) or ()):
        name = read_text(item, item_place(place, index), faults)
        if name is None:
            continue
        if name in seen:
            faults.add(item_place(place, index), FaultCode.REPEATED, name)
        else:
            seen.add(name)
            yield name, item_place(place, index)


def _refuse(value: Json, place: str, code: FaultCode, faults: Faults) -> None:
    if not isinstance(value, Unreadable):
        faults.add(place, code)
