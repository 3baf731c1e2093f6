"""Codes and their sentences."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from webapp.base.kernel import errors as kinds
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused, Stale
from webapp.base.web.messages import GENERIC, MESSAGES, SECTIONS, Counted, sentence, status, told_fact

WEBAPP = Path(__file__).parents[3] / "webapp"
KINDS = {"Invalid", "Refused", "Denied", "NotFound", "Stale"}
PLACEHOLDER = re.compile(r"%\((\w+)\)")


@pytest.fixture(autouse=True)
def _in_a_page(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def _forms(code: str) -> list[str]:
    message = MESSAGES[code]
    return [message.one, message.several] if isinstance(message, Counted) else [str(message.words)]


def _raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Every code that is written into the program, its place, and its facts (None where they are passed on)."""
    for path in WEBAPP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            code = node.args[0]
            if node.func.id in KINDS and isinstance(code, ast.Constant) and isinstance(code.value, str):
                names = {keyword.arg for keyword in node.keywords}
                yield (
                    code.value,
                    f"{path.name}:{node.lineno}",
                    None if None in names else {str(one) for one in names},
                )


def test_every_code_that_is_raised_has_its_sentence_and_the_facts_of_it() -> None:
    missing = []
    for code, place, facts in _raised():
        if code not in MESSAGES:
            missing.append(f"{place}: {code} has no sentence")
        elif facts is not None:
            needed = {name for form in _forms(code) for name in PLACEHOLDER.findall(form)}
            missing += [f"{place}: {code} lacks {name}" for name in sorted(needed - facts)]
    assert missing == []


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_sentence_is_a_whole_sentence_and_can_be_filled(code: str) -> None:
    for form in _forms(code):
        facts = dict.fromkeys(PLACEHOLDER.findall(form), "x")
        told = form % facts
        assert told.endswith(".")
        assert told[0].isupper() or told[0] in "“x"
        assert "!" not in told
        assert "'" not in told


def test_no_code_stands_in_two_sections() -> None:
    assert sum(len(section) for section in SECTIONS) == len(MESSAGES)


def test_a_counted_sentence_agrees_with_its_number() -> None:
    assert "2,134 characters long; at most 2,000 characters fit" in sentence(
        Invalid("text.too_long", length=2134, limit=2000)
    )
    assert "at most 1 character fits" in sentence(Invalid("text.too_long", length=2, limit=1))


def test_what_was_typed_cannot_break_a_sentence() -> None:
    assert "50 %(x)s" in sentence(Invalid("notation.stray_bracket", position=1, near="50 %(x)s"))


def test_an_unknown_code_still_says_what_to_do() -> None:
    assert sentence(Refused("never.heard_of")) == str(GENERIC.words)


def test_a_missing_fact_still_says_what_to_do() -> None:
    assert sentence(Invalid("text.too_long")) == str(GENERIC.words)


def test_a_moment_in_a_sentence_is_told_in_the_official_zone() -> None:
    assert (
        told_fact(dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)) == "Friday 20 November 2026, 17:00 in UTC"
    )


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Invalid("x"), 422),
        (Refused("x"), 409),
        (Denied("x"), 403),
        (NotFound(), 404),
        (Stale("x", theirs="", mine=""), 409),
        (kinds.CodedError("x"), 400),
    ],
)
def test_each_kind_of_error_has_its_status(error: kinds.CodedError, expected: int) -> None:
    assert status(error) == expected
