from __future__ import annotations

import ast
import re

from tests.rules_of_the_house.sources import ROOT, python_files, short, templates

VAGUE = {"utils", "util", "helpers", "helper", "common", "managers", "manager", "misc"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/")


def test_one_file_commits() -> None:
    committing = [short(path) for path in python_files("webapp", "workers") if ".commit(" in path.read_text()]
    assert committing == ["webapp/base/kernel/unit_of_work.py"]


def test_no_module_has_a_vague_name() -> None:
    found = [
        short(path)
        for path in python_files("webapp", "workers", "deploy", "tests")
        if VAGUE & {path.stem, *path.relative_to(ROOT).parts}
    ]
    assert found == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    files = [*python_files("webapp", "workers", "deploy", "migrations"), *templates(), *documents]
    assert [short(path) for path in files if MACHINE_PATH.search(path.read_text())] == []


def test_every_module_of_the_program_says_what_it_is() -> None:
    silent = [
        short(path)
        for path in python_files()
        if path.read_text().strip() and ast.get_docstring(ast.parse(path.read_text())) is None
    ]
    assert silent == []


def test_no_work_is_left_for_later_in_a_comment() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    files = [*python_files("webapp", "workers", "deploy"), *templates()]
    assert [short(path) for path in files if later.search(path.read_text())] == []


def test_one_file_of_the_application_speaks_to_celery() -> None:
    calling = [
        short(path)
        for path in python_files("webapp")
        if re.search(r"^\s*(from|import) celery", path.read_text(), re.MULTILINE)
    ]
    assert calling == ["webapp/base/kernel/wakeup.py"]


def long_files(limit: int) -> dict[str, int]:
    counted = {path: len(path.read_text().splitlines()) for path in python_files("webapp", "workers")}
    return {
        short(path): lines for path, lines in counted.items() if lines > limit and "content" not in path.parts
    }


def test_a_file_that_passes_three_hundred_lines_becomes_a_package() -> None:
    assert long_files(300) == {}
