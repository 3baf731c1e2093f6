from __future__ import annotations

import ast
import re

import pytest

from tests.rules_of_the_house.sources import ROOT

NOT_FOR_PEOPLE = {"BROKER_FOLDER"}
"""Set by the supervisor for its own children."""


def sentences() -> dict[str, str]:
    """The setting's field and the sentence below it."""
    tree = ast.parse((ROOT / "config.py").read_text())
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Settings")
    found = {}
    for node, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            value = following.value if isinstance(following, ast.Expr) else None
            told = value.value if isinstance(value, ast.Constant) else ""
            found[node.target.id] = str(told)
    return found


def read_variables() -> set[str]:
    return set(re.findall(r'environ\.get\("([A-Z_]+)"', (ROOT / "config.py").read_text()))


@pytest.mark.parametrize("field", sorted(sentences()))
def test_every_setting_has_a_sentence_with_its_variable(field: str) -> None:
    assert re.match(r"[A-Z_]+: .+[.]", sentences()[field]), sentences()[field]


def test_every_variable_that_is_read_has_a_sentence() -> None:
    assert read_variables() == {sentence.partition(":")[0] for sentence in sentences().values()}


def test_the_readme_lists_every_setting() -> None:
    readme = (ROOT / "README.md").read_text()
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", readme, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"[A-Z_]+", row)} == read_variables() - NOT_FOR_PEOPLE


def test_settings_are_read_in_one_file() -> None:
    reading = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "webapp").rglob("*.py")
        if re.search(r"os\.environ(\[|\.get)|os\.getenv", path.read_text())
    ]
    assert reading == []
