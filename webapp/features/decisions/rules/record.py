"""The record of a decision: what was asked, of whom, by which rule, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from .documents import Json, parse_document, write_document
from .electorate import (
    STANDARD_OPTIONS,
    Elector,
    Option,
    ReadElectorate,
    ReadOptions,
    Roll,
    read_electorate,
    read_options,
    write_elector,
    write_option,
)
from .faults import DOCUMENT, Fault, FaultCode, Faults, InvalidRecordError, item_place, key_place
from .moments import Moment, read_date, read_moment
from .rule import Rule, write_rule
from .rule_reading import RuleReader
from .shapes import check_keys, is_blank, read_list, read_object, read_string, read_text

FORMAT: Final = "concord-decision/1"
_REQUIRED: Final = ("format", "question", "electorate", "rule", "positions")


@dataclass(frozen=True)
class Position:
    """What a delegation answered; with a date, subject to confirmation by then (ad referendum)."""

    delegation: str
    option: str
    at: Moment
    reason: str | None = None
    ad_referendum: date | None = None


@dataclass(frozen=True)
class Record:
    """All positions received before closing, in the order of the list; the latest of a delegation counts."""

    question: str
    electorate: tuple[Elector, ...]
    rule: Rule
    positions: tuple[Position, ...]
    options: tuple[Option, ...] = STANDARD_OPTIONS


def read_record(data: bytes) -> Record:
    """The record in these bytes; raises `InvalidRecordError` with every fault and its place."""
    document = parse_document(data)
    faults = document.faults
    members = document.value
    if not isinstance(members, dict):
        raise InvalidRecordError((Fault(DOCUMENT, FaultCode.NOT_AN_OBJECT),))
    _check_format(members)
    check_keys(members, "", faults, _REQUIRED, ("options",))
    question = read_text(members["question"], "question", faults) if "question" in members else None
    options = ReadOptions(STANDARD_OPTIONS, frozenset(option.id for option in STANDARD_OPTIONS))
    if "options" in members:
        options = read_options(members["options"], "options", faults)
    electorate = ReadElectorate((), Roll.unknown(options.ids))
    if "electorate" in members:
        electorate = read_electorate(members["electorate"], "electorate", options.ids, faults)
    rule = RuleReader(electorate.roll, faults).rule(members["rule"]) if "rule" in members else None
    positions = _read_positions(members, electorate.roll, faults)
    faults.raise_if_any()
    assert question is not None
    assert rule is not None
    return Record(question, electorate.electors, rule, positions, options.options)


def write_record(record: Record) -> bytes:
    """The record as published; reading it gives the same record."""
    return write_document(
        {
            "format": FORMAT,
            "question": record.question,
            "options": [write_option(option) for option in record.options],
            "electorate": [write_elector(elector) for elector in record.electorate],
            "rule": write_rule(record.rule),
            "positions": [_write_position(position) for position in record.positions],
        }
    )


def _check_format(members: dict[str, Json]) -> None:
    """Another format means another set of rules, so that nothing else can be called wrong."""
    if "format" not in members:
        raise InvalidRecordError((Fault("format", FaultCode.MISSING_KEY),))
    if members["format"] != FORMAT:
        raise InvalidRecordError((Fault("format", FaultCode.WRONG_FORMAT),))


def _read_positions(members: dict[str, Json], roll: Roll, faults: Faults) -> tuple[Position, ...]:
    if "positions" not in members:
        return ()
    items = read_list(members["positions"], "positions", faults, may_be_empty=True) or ()
    positions = (
        _read_position(item, item_place("positions", index), roll, faults) for index, item in enumerate(items)
    )
    return tuple(position for position in positions if position is not None)


def _read_position(value: Json, place: str, roll: Roll, faults: Faults) -> Position | None:
    members = read_object(value, place, faults)
    if members is None:
        return None
    check_keys(members, place, faults, ("delegation", "option", "at"), ("reason", "ad_referendum"))
    delegation = _read_name(
        members, "delegation", place, roll.delegations, FaultCode.UNKNOWN_DELEGATION, faults
    )
    option = _read_name(members, "option", place, roll.options, FaultCode.UNKNOWN_OPTION, faults)
    at = _read_moment(members, place, faults)
    reason = members.get("reason")
    if reason is not None:
        reason = read_string(reason, key_place(place, "reason"), faults)
    until = _read_ad_referendum(members, place, faults)
    if delegation is None or option is None or at is None:
        return None
    return Position(delegation, option, at, reason, until)


def _read_name(
    members: dict[str, Json],
    key: str,
    place: str,
    known: frozenset[str] | None,
    unknown: FaultCode,
    faults: Faults,
) -> str | None:
    if key not in members:
        return None
    name = read_text(members[key], key_place(place, key), faults)
    if name is not None and known is not None and name not in known and not is_blank(name):
        faults.add(key_place(place, key), unknown, name)
    return name


def _read_moment(members: dict[str, Json], place: str, faults: Faults) -> Moment | None:
    if "at" not in members:
        return None
    text = read_string(members["at"], key_place(place, "at"), faults)
    at = None if text is None else read_moment(text)
    if text is not None and at is None:
        faults.add(key_place(place, "at"), FaultCode.NOT_A_TIME, text)
    return at


def _read_ad_referendum(members: dict[str, Json], place: str, faults: Faults) -> date | None:
    if members.get("ad_referendum") is None:
        return None
    text = read_string(members["ad_referendum"], key_place(place, "ad_referendum"), faults)
    until = None if text is None else read_date(text)
    if text is not None and until is None:
        faults.add(key_place(place, "ad_referendum"), FaultCode.NOT_A_DATE, text)
    return until


def _write_position(position: Position) -> Json:
    return {
        "delegation": position.delegation,
        "option": position.option,
        "reason": position.reason,
        "at": position.at.written,
        **({"ad_referendum": position.ad_referendum.isoformat()} if position.ad_referendum else {}),
    }
