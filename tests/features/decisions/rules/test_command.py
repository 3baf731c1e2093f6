from __future__ import annotations

import io
from pathlib import Path

from tests.features.decisions.rules.records import encode, read, sample
from webapp.features.decisions.rules.command import run
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json


def ran(source: str, data: bytes = b"") -> tuple[int, bytes, str]:
    out, err = io.BytesIO(), io.BytesIO()
    status = run(source, io.BytesIO(data), out, err)
    return status, out.getvalue(), err.getvalue().decode()


def test_a_record_on_standard_input_or_in_a_file_gives_its_outcome(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_bytes(encode(sample()))
    expected = (0, to_json(evaluate(read(sample()))), "")
    assert ran(str(file)) == expected
    assert ran("-", encode(sample())) == expected


def test_a_question_that_fails_exits_as_one_that_passes() -> None:
    made = {**sample(), "positions": []}
    status, out, err = ran("-", encode(made))
    assert (status, err) == (0, "")
    assert b'"result": "failed"' in out


def test_every_fault_is_a_line_and_nothing_is_printed() -> None:
    made = sample()
    made["rule"]["pass"]["all"] += [{"count": "cast", "at_least": "2/0"}]
    made["positions"][0]["delegation"] = "ÖST\n"
    status, out, err = ran("-", encode(made))
    assert (status, out) == (2, b"")
    assert sorted(err.splitlines()) == [
        'positions[0].delegation: "ÖST\\n" is not in the electorate',
        'rule.pass.all[1].at_least: "2/0" is not a fraction',
    ]


def test_a_file_that_cannot_be_read_is_a_fault_of_the_document(tmp_path: Path) -> None:
    for source in (str(tmp_path / "missing.json"), str(tmp_path), "a\0b"):
        status, out, err = ran(source)
        assert (status, out) == (2, b"")
        assert err.startswith("document: cannot be read: ")
        assert len(err.splitlines()) == 1
