"""Small records for the tests of the evaluator."""

from __future__ import annotations

import copy
import json
from typing import Any

from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.faults import InvalidRecordError
from webapp.features.decisions.rules.outcome import to_json
from webapp.features.decisions.rules.record import Record, read_record

FOR = {"effects": ["for"]}
AGAINST = {"effects": ["against", "block"]}
FOR_OR_AGAINST = {"effects": ["for", "against", "block"]}

SAMPLE: dict[str, Any] = {
    "format": "concord-decision/1",
    "question": "Shall principle 3 be agreed?",
    "options": [
        {"id": "agree", "effect": "for"},
        {"id": "abstain", "effect": "abstain"},
        {"id": "object", "effect": "block", "needs_reason": True},
    ],
    "electorate": [
        {"id": "PHL", "constituency": "state", "tags": ["origin"], "weights": {"population": "109.0"}},
        {"id": "IOM", "constituency": "international_organisation"},
    ],
    "rule": {
        "title": "Half of the electorate takes a position",
        "pass": {"all": [{"count": "cast", "of": "electorate", "at_least": "1/2"}]},
    },
    "positions": [
        {"delegation": "PHL", "option": "agree", "reason": None, "at": "2026-03-01T09:00:00Z"},
    ],
}


def sample() -> dict[str, Any]:
    return copy.deepcopy(SAMPLE)


def encode(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def elector(name: str, constituency: str = "state", *tags: str, **weights: Any) -> dict[str, Any]:
    return {"id": name, "constituency": constituency, "tags": list(tags), "weights": weights}


def position(delegation: str, option: str, **more: Any) -> dict[str, Any]:
    return {"delegation": delegation, "option": option, "at": "2026-03-01T09:00:00Z", **more}


def document(
    electorate: list[dict[str, Any]],
    rule: dict[str, Any],
    positions: list[dict[str, Any]],
    options: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    made = {**sample(), "electorate": electorate, "rule": rule, "positions": positions}
    del made["options"]
    return made if options is None else {**made, "options": options}


def heads(rule: dict[str, Any], **choices: int) -> dict[str, Any]:
    """So many states for each option, `none` for those without a position."""
    names = [(f"{option}{index}", option) for option, number in choices.items() for index in range(number)]
    positions = [position(name, option, reason="because") for name, option in names if option != "none"]
    return document([elector(name) for name, _ in names], rule, positions)


def read(made: object) -> Record:
    return read_record(encode(made))


def outcome(made: object) -> Any:
    return json.loads(to_json(evaluate(read(made))))


def result(made: object) -> str:
    return str(outcome(made)["result"])


def faults(data: bytes) -> list[str]:
    try:
        read_record(data)
    except InvalidRecordError as error:
        return [str(fault) for fault in error.faults]
    return []


def places(data: bytes) -> list[str]:
    try:
        read_record(data)
    except InvalidRecordError as error:
        return sorted(fault.place for fault in error.faults)
    return []
