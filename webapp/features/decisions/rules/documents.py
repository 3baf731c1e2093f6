"""JSON as records use it: strict when read, one spelling when written."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, Never, TypeAlias

from .faults import DOCUMENT, Fault, FaultCode, Faults, InvalidRecordError, Token, item_place, key_place
from .numbers import read_digits, write_digits

DEEPEST_LEVEL: Final = 64
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_INDENT: Final = "  "
_UNESCAPED: Final = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True)
class Unreadable:
    """Stands where a value was refused, so that its place is not reported a second time."""

    code: FaultCode
    token: str = ""


Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | Unreadable | None"


@dataclass(frozen=True)
class Document:
    """A parsed document, and what is wrong with it as JSON."""

    value: Json
    faults: Faults


class _Repeating(dict[str, Json]):
    """An object in which keys were given more than once; the last value stands."""

    repeated: tuple[str, ...] = ()


def parse_document(data: bytes, root: str = "", level: int = 1) -> Document:
    """Parse strict JSON (RFC 8259, I-JSON's limits of RFC 7493 on keys and strings).

    Raises `InvalidRecordError` where the bytes are no JSON at all; any other fault stands in the result, its
    value replaced by `Unreadable`. `root` and `level` are the place and level of a part read by itself.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        _refuse(FaultCode.BYTE_ORDER_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse(FaultCode.NOT_UTF8)
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=lambda token: Unreadable(FaultCode.NOT_WHOLE, token),
            parse_constant=lambda token: Unreadable(FaultCode.NO_NUMBER, token),
        )
    except RecursionError:
        _refuse(FaultCode.TOO_DEEP)
    except json.JSONDecodeError as error:
        _refuse(FaultCode.NOT_JSON, f"{error.msg} (line {error.lineno}, column {error.colno})")
    return inspect_value(value, root, level)


def inspect_value(value: Json, root: str, level: int) -> Document:
    """Find what strict JSON refuses inside a parsed value; the value itself is left alone."""
    inspection = _Inspection()
    return Document(inspection.value(value, None, root, level), inspection.faults)


def write_document(value: Json) -> bytes:
    """The one spelling: two spaces of indent, keys by code point, UTF-8 unescaped, a newline at the end."""
    parts: list[str] = []
    _write(value, "\n", parts)
    parts.append("\n")
    return "".join(parts).encode("utf-8")


def _refuse(code: FaultCode, detail: str = "") -> Never:
    raise InvalidRecordError((Fault(DOCUMENT, code, detail),))


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    repeating = _Repeating(members)
    repeating.repeated = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return repeating


def _integer(token: str) -> int | Unreadable:
    return Unreadable(FaultCode.SIGNED, token) if token.startswith("-") else read_digits(token)


# Where a value stands: the path of its parent and its key or index. Spelled out only for a fault.
_Path: TypeAlias = "tuple[_Path, str | int] | None"


class _Inspection:
    def __init__(self) -> None:
        self.faults = Faults()
        self.root = ""
        self._too_deep = False

    def value(self, value: Json, path: _Path, root: str, level: int) -> Json:
        self.root = root
        return self._value(value, path, level)

    def _value(self, value: Json, path: _Path, level: int) -> Json:
        if isinstance(value, str):
            if value.isascii() or not _SURROGATE.search(value):
                return value
            return self._report(path, Unreadable(FaultCode.LONE_SURROGATE))
        if isinstance(value, Unreadable):
            return self._report(path, value)
        if not isinstance(value, dict | list):
            return value
        if level > DEEPEST_LEVEL:
            if not self._too_deep:
                self.faults.add(DOCUMENT, FaultCode.TOO_DEEP)
            self._too_deep = True
            return Unreadable(FaultCode.TOO_DEEP)
        return self._object(value, path, level) if isinstance(value, dict) else self._list(value, path, level)

    def _object(self, members: dict[str, Json], path: _Path, level: int) -> dict[str, Json]:
        if isinstance(members, _Repeating):
            for key in members.repeated:
                self.faults.add(self._place((path, key)), FaultCode.DUPLICATE_KEY)
        result: dict[str, Json] = {}
        for key, member in members.items():
            if not key.isascii() and _SURROGATE.search(key):
                self._report((path, key), Unreadable(FaultCode.LONE_SURROGATE))
                continue
            result[key] = self._value(member, (path, key), level + 1)
        return result

    def _list(self, items: list[Json], path: _Path, level: int) -> list[Json]:
        return [self._value(item, (path, index), level + 1) for index, item in enumerate(items)]

    def _report(self, path: _Path, refused: Unreadable) -> Unreadable:
        self.faults.add(self._place(path), refused.code, Token(refused.token))
        return refused

    def _place(self, path: _Path) -> str:
        if path is None:
            return self.root or DOCUMENT
        parent, step = path
        above = self.root if parent is None else self._place(parent)
        return item_place(above, step) if isinstance(step, int) else key_place(above, step)


def _write(value: Json, newline: str, parts: list[str]) -> None:
    if isinstance(value, str):
        parts.append(_UNESCAPED.encode(value))
    elif value is None or isinstance(value, bool):
        parts.append(json.dumps(value))
    elif isinstance(value, int):
        parts.append(write_digits(value))
    elif isinstance(value, Unreadable):
        raise TypeError("a refused value cannot be written")
    elif not value:
        parts.append("{}" if isinstance(value, dict) else "[]")
    else:
        _write_members(value, newline + _INDENT, parts)
        parts.append(newline + ("}" if isinstance(value, dict) else "]"))


def _write_members(value: dict[str, Json] | list[Json], newline: str, parts: list[str]) -> None:
    opening = "{" if isinstance(value, dict) else "["
    if isinstance(value, dict):
        for key in sorted(value):
            parts.append(f"{opening}{newline}{_UNESCAPED.encode(key)}: ")
            _write(value[key], newline, parts)
            opening = ","
        return
    for item in value:
        parts.append(opening + newline)
        _write(item, newline, parts)
        opening = ","
