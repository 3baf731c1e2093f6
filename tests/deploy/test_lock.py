from __future__ import annotations

import re
from pathlib import Path

import pytest

LISTS = ("run", "dev")


def pinned(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)(==[^ \\;]+)", path.read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", LISTS)
def test_the_lock_names_no_host(repository: Path, name: str) -> None:
    for suffix in ("in", "txt"):
        assert "://" not in (repository / "requirements" / f"{name}.{suffix}").read_text()


@pytest.mark.parametrize("name", LISTS)
def test_every_package_of_the_lock_has_a_hash(repository: Path, name: str) -> None:
    entries = re.split(r"\n(?=\S)", (repository / "requirements" / f"{name}.txt").read_text())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []


def test_what_is_tested_is_what_runs(repository: Path) -> None:
    run, dev = (pinned(repository / "requirements" / f"{name}.txt") for name in LISTS)
    assert {name: version for name, version in run.items() if dev.get(name) != version} == {}


@pytest.mark.parametrize("name", LISTS)
def test_every_requirement_stands_in_the_lock(repository: Path, name: str) -> None:
    wanted = re.findall(
        r"^[a-z][a-z0-9-]*", (repository / "requirements" / f"{name}.in").read_text(), re.MULTILINE
    )
    locked = pinned(repository / "requirements" / f"{name}.txt")
    assert [word for word in wanted if word not in locked] == []
