"""What is to be translated is written where extraction finds it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

from deploy import catalogues
from tests.rules_of_the_house.sources import ROOT, python_files, short, templates

TRANSLATING = set(catalogues.KEYWORDS) - {"N_", "Counted"}
MARKED_ELSEWHERE = {
    "webapp/base/web/messages/__init__.py": "ngettext",
    "webapp/features/decisions/forms/wording.py": "gettext",
    "webapp/features/decisions/rules/words.py": "gettext",
}
"""Files that translate sentences which `Counted` or `N_` marked where they are written."""


def translated(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call that translates something, with the name of what it calls."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            if name in TRANSLATING:
                yield name, node


def is_written_here(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


@pytest.mark.parametrize("path", python_files("webapp"), ids=short)
def test_what_is_translated_stands_in_the_call(path: Path) -> None:
    counted = {"ngettext": 2, "lazy_ngettext": 2, "pgettext": 2, "lazy_pgettext": 2, "npgettext": 3}
    elsewhere = MARKED_ELSEWHERE.get(short(path))
    assert [
        f"line {call.lineno}"
        for name, call in translated(path)
        if name != elsewhere
        and not all(is_written_here(argument) for argument in call.args[: counted.get(name, 1)])
    ] == []


@pytest.mark.parametrize("path", templates(), ids=short)
def test_what_a_template_translates_stands_in_the_call(whole_app: Flask, path: Path) -> None:
    calls = whole_app.jinja_env.parse(path.read_text()).find_all(nodes.Call)
    translating = [call for call in calls if getattr(call.node, "name", "") in TRANSLATING]
    assert [
        f"line {call.lineno}"
        for call in translating
        for argument in call.args[: 2 if getattr(call.node, "name", "") == "ngettext" else 1]
        if not isinstance(argument, nodes.Const)
    ] == []


def test_sentences_of_every_kind_of_source_are_found() -> None:
    found = {
        (place.rsplit(".", 1)[-1].split(":")[0], message.pluralizable)
        for place, message in catalogues.sentences()
    }
    assert found >= {("py", False), ("py", True), ("html", False), ("html", True), ("txt", False)}


def test_the_program_finds_its_catalogues(whole_app: Flask) -> None:
    assert Path(whole_app.root_path) / "translations" == catalogues.TRANSLATIONS
    assert catalogues.SOURCES == ROOT / "webapp"
