from __future__ import annotations

import json

import pytest

from tests.features.decisions.rules.records import encode, faults, outcome, places, sample
from webapp.features.decisions.rules.documents import write_document
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json
from webapp.features.decisions.rules.record import read_record

TEXT = encode(sample()).decode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1,]",
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.replace("Shall", "\udcff").encode("utf-8", "surrogateescape"),
        (TEXT + "{}").encode(),
        b"[]",
        b'"concord-decision/1"',
        b"1.5",
        b"NaN",
        b"[" * 100_000,
        b'{"format": "concord-decision/1", "a":' + b"[" * 5000 + b"]" * 5000 + b"}",
    ],
)
def test_what_is_no_json_object_is_one_fault_of_the_document(data: bytes) -> None:
    assert places(data) == ["document"]


@pytest.mark.parametrize(
    "data", [b"{}", b'{"format": "concord-decision/2", "x": 1.5}', b'{"format": null, "format": 1e3}']
)
def test_a_wrong_or_missing_format_is_the_only_fault(data: bytes) -> None:
    assert places(data) == ["format"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"at_least": "1/2"', '"at_least": 0.5', "rule.pass.all[0].at_least"),
        ('"at_least": "1/2"', '"at_least": 1e0', "rule.pass.all[0].at_least"),
        ('"at_least": "1/2"', '"at_least": NaN', "rule.pass.all[0].at_least"),
        ('"at_least": "1/2"', '"at_least": -Infinity', "rule.pass.all[0].at_least"),
        ('"at_least": "1/2"', '"at_least": -0', "rule.pass.all[0].at_least"),
        ('"at_least": "1/2"', '"at_least": "1/2", "at_least": "1/2"', "rule.pass.all[0].at_least"),
        ('"origin"', '"\\ud800"', "electorate[0].tags[0]"),
        ('"population": "109.0"', '"\\udc00": 1', 'electorate[0].weights["\\udc00"]'),
        ('"population": "109.0"', '"a b": 1.5', 'electorate[0].weights["a b"]'),
        ('"population": "109.0"', '"a b": 1, "a b": 2', 'electorate[0].weights["a b"]'),
        ('"reason": null', '"reason": "\\ud83d"', "positions[0].reason"),
        ('"delegation": "PHL"', '"delegation": "PHL", "delegation": "PHL"', "positions[0].delegation"),
        ('"question"', '"question": "Which?", "question"', "question"),
    ],
)
def test_a_refused_piece_of_json_is_reported_once_at_its_place(old: str, new: str, place: str) -> None:
    assert places(TEXT.replace(old, new, 1).encode()) == [place]


def test_a_surrogate_pair_is_one_character() -> None:
    assert places(TEXT.replace('"reason": null', '"reason": "\\ud83d\\ude00"').encode()) == []


def nested(levels: int) -> bytes:
    made = sample()
    node = made["rule"]["pass"]["all"][0]
    for _ in range(levels):
        node = {"not": node}
    made["rule"]["pass"] = node
    return encode(made)


def test_sixty_four_levels_are_read_and_one_more_is_not() -> None:
    # The document, the rule and the innermost clause are levels too.
    assert places(nested(61)) == []
    assert places(nested(62)) == ["document"]


def test_a_document_that_is_too_deep_is_checked_as_far_as_it_goes() -> None:
    made = json.loads(nested(200))
    made["question"] = " "
    assert places(encode(made)) == ["document", "question"]


def test_integers_of_any_length_are_counted_and_written() -> None:
    huge = "9" * 20_000
    made = encode(sample()).decode().replace('"109.0"', huge)
    made = made.replace('"count": "cast"', '"count": "cast", "sum": "population", "among": {"ids": ["PHL"]}')
    assert places(made.encode()) == []
    assert f'"count": {huge},'.encode() in to_json(evaluate(read_record(made.encode())))


def test_no_fault_breaks_its_line() -> None:
    made = {**sample(), "a\u2028b\n": 1, "\x85": 2}
    made["positions"][0]["option"] = "x\ny\u2029" + "z" * 500
    for line in faults(encode(made)):
        assert len(line.splitlines()) == 1
        assert len(line) < 200


def test_a_written_document_equals_what_json_writes_with_sorted_keys() -> None:
    made = outcome(sample())
    expected = json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert write_document(made) == expected.encode()
    assert write_document({"é": [], "a": {}, "b": [{"c": None}, True]}) == (
        b'{\n  "a": {},\n  "b": [\n    {\n      "c": null\n    },\n    true\n  ],\n  "\xc3\xa9": []\n}\n'
    )
