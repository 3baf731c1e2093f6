"""What is wrong with a record, and where."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# The name under which message extraction finds strings that are translated elsewhere.
N_ = str

DOCUMENT: Final = "document"
_LONGEST_QUOTE: Final = 60
_PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
# Left alone by JSON, but each would break a line in two or cannot be encoded.
_UNPRINTABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class FaultCode(StrEnum):
    BLANK = "blank"
    BYTE_ORDER_MARK = "byte_order_mark"
    CANNOT_BE_READ = "cannot_be_read"
    DUPLICATE_KEY = "duplicate_key"
    EMPTY = "empty"
    EXCLUDING_KEYS = "excluding_keys"
    LACKS_WEIGHT = "lacks_weight"
    LONE_SURROGATE = "lone_surrogate"
    MISSING_KEY = "missing_key"
    NO_BOUND = "no_bound"
    NO_NUMBER = "no_number"
    NOT_A_BOOLEAN = "not_a_boolean"
    NOT_A_BOUND = "not_a_bound"
    NOT_A_DATE = "not_a_date"
    NOT_A_LIST = "not_a_list"
    NOT_A_STRING = "not_a_string"
    NOT_A_TIME = "not_a_time"
    NOT_A_WEIGHT = "not_a_weight"
    NOT_AN_OBJECT = "not_an_object"
    NOT_COUNTABLE = "not_countable"
    NOT_GROUPS = "not_groups"
    NOT_HOLDS = "not_holds"
    NOT_JSON = "not_json"
    NOT_REASON = "not_reason"
    NOT_UTF8 = "not_utf8"
    NOT_WHOLE = "not_whole"
    REPEATED = "repeated"
    RESERVED = "reserved"
    SEVERAL_BOUNDS = "several_bounds"
    SIGNED = "signed"
    TOO_DEEP = "too_deep"
    UNKNOWN_CONSTITUENCY = "unknown_constituency"
    UNKNOWN_DELEGATION = "unknown_delegation"
    UNKNOWN_EFFECT = "unknown_effect"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_OPTION = "unknown_option"
    UNKNOWN_TAG = "unknown_tag"
    WRONG_FORMAT = "wrong_format"


SENTENCES: Final[Mapping[FaultCode, str]] = {
    FaultCode.BLANK: N_("is blank"),
    FaultCode.BYTE_ORDER_MARK: N_("starts with a byte order mark"),
    FaultCode.CANNOT_BE_READ: N_("cannot be read: %(value)s"),
    FaultCode.DUPLICATE_KEY: N_("is given more than once"),
    FaultCode.EMPTY: N_("is empty"),
    FaultCode.EXCLUDING_KEYS: N_("has keys that exclude each other: %(value)s"),
    FaultCode.LACKS_WEIGHT: N_("%(value)s has no weight %(other)s"),
    FaultCode.LONE_SURROGATE: N_("contains half of a surrogate pair"),
    FaultCode.MISSING_KEY: N_("is missing"),
    FaultCode.NO_BOUND: N_("has no bound: at_least, more_than, at_most or fewer_than"),
    FaultCode.NO_NUMBER: N_("%(value)s is not a number of JSON"),
    FaultCode.NOT_A_BOOLEAN: N_("is neither true nor false"),
    FaultCode.NOT_A_BOUND: N_("%(value)s is not a fraction"),
    FaultCode.NOT_A_DATE: N_("%(value)s is not a date YYYY-MM-DD"),
    FaultCode.NOT_A_LIST: N_("is not a list"),
    FaultCode.NOT_A_STRING: N_("is not a string"),
    FaultCode.NOT_A_TIME: N_("%(value)s is not a time with seconds and an offset"),
    FaultCode.NOT_A_WEIGHT: N_("%(value)s is not a weight"),
    FaultCode.NOT_AN_OBJECT: N_("is not an object"),
    FaultCode.NOT_COUNTABLE: N_(
        'is neither a list of options, nor {"effects": [...]}, "cast" or "electorate"'
    ),
    FaultCode.NOT_GROUPS: N_('is neither "constituency" nor {"tags": [...]}'),
    FaultCode.NOT_HOLDS: N_('is not "holds"'),
    FaultCode.NOT_JSON: N_("is not JSON: %(value)s"),
    FaultCode.NOT_REASON: N_('is not "reason"'),
    FaultCode.NOT_UTF8: N_("is not UTF-8"),
    FaultCode.NOT_WHOLE: N_("%(value)s is a number with a point or an exponent"),
    FaultCode.REPEATED: N_("%(value)s is in the list already"),
    FaultCode.RESERVED: N_("%(value)s cannot be the id of an option"),
    FaultCode.SEVERAL_BOUNDS: N_("has several bounds: %(value)s"),
    FaultCode.SIGNED: N_("%(value)s has a sign"),
    FaultCode.TOO_DEEP: N_("is more than 64 levels deep"),
    FaultCode.UNKNOWN_CONSTITUENCY: N_("%(value)s is not a constituency"),
    FaultCode.UNKNOWN_DELEGATION: N_("%(value)s is not in the electorate"),
    FaultCode.UNKNOWN_EFFECT: N_("%(value)s is not an effect"),
    FaultCode.UNKNOWN_KEY: N_("is not a key that is known here"),
    FaultCode.UNKNOWN_OPTION: N_("%(value)s is not an option"),
    FaultCode.UNKNOWN_TAG: N_("%(value)s is a tag that no delegation of the electorate has"),
    FaultCode.WRONG_FORMAT: N_('is not "concord-decision/1"'),
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `value` and `other` are quoted for reading, on one line."""

    place: str
    code: FaultCode
    value: str = ""
    other: str = ""

    @property
    def what(self) -> str:
        return SENTENCES[self.code] % {"value": self.value, "other": self.other}

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


class InvalidRecordError(ValueError):
    """A record, or a rule, that is not valid, with everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Token(str):
    """A piece of the document, or of a sentence, that is shown without quotation marks."""

    __slots__ = ()


_NOTHING: Final = Token("")


class Faults:
    """Collects faults while a document is read.

    Each counts, even where two read alike: long names are cut when they are quoted.
    """

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, place: str, code: FaultCode, value: object = _NOTHING, other: object = _NOTHING) -> None:
        self._found.append(Fault(place, code, quote(value), quote(other)))

    def __len__(self) -> int:
        return len(self._found)

    def all(self) -> tuple[Fault, ...]:
        return tuple(self._found)

    def raise_if_any(self) -> None:
        if self._found:
            raise InvalidRecordError(self.all())


def quote(value: object) -> str:
    """The value as JSON on one line, cut where it is long; a list or an object only by its kind."""
    match value:
        case Token():
            return _cut(value)
        case str():
            return _as_json(_cut(value))
        case None | bool() | float():
            return json.dumps(value)
        case int():
            return str(value) if value.bit_length() <= 2 * _LONGEST_QUOTE else "a very long number"
        case list():
            return "a list"
    return "an object"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def key_place(parent: str, key: str) -> str:
    if not _PLAIN_KEY.fullmatch(key):
        return f"{parent}[{_as_json(key)}]"
    return f"{parent}.{key}" if parent else key


def item_place(parent: str, index: int) -> str:
    return f"{parent}[{index}]"


def _as_json(text: str) -> str:
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
