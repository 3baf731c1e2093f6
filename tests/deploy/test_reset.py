from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.supervisor import only_one


def program(
    repository: Path, module: str, instance: Path, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run one of the operator's programs to its end."""
    plain = {"PATH": os.environ["PATH"], "INSTANCE_DIR": str(instance), **environ}
    return subprocess.run(
        [sys.executable, "-m", module], cwd=repository, env=plain, capture_output=True, text=True, check=False
    )


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """What a demo leaves, and a file of somebody else."""
    folder = tmp_path / "instance"
    (folder / "mailbox").mkdir(parents=True)
    for name in ("concord.sqlite3", "concord.sqlite3-wal", "secret-key", "mailbox/1.eml", "notes.txt"):
        (folder / name).write_text("x")
    return folder


def left(instance: Path) -> set[str]:
    return {path.name for path in instance.iterdir()}


def test_the_demo_starts_over_and_what_is_not_its_own_stays(repository: Path, instance: Path) -> None:
    done = program(repository, "deploy.reset", instance)
    assert done.returncode == 0
    assert left(instance) == {"notes.txt", "supervisor.lock"}


@pytest.mark.parametrize(
    "environ", [{"CONCORD_MODE": "production"}, {"DATABASE_URL": "postgresql://db/concord"}]
)
def test_no_other_installation_is_ever_emptied(
    repository: Path, instance: Path, environ: dict[str, str]
) -> None:
    before = left(instance)
    done = program(repository, "deploy.reset", instance, **environ)
    assert done.returncode == 2
    assert left(instance) == before


def test_a_running_demo_is_not_emptied(repository: Path, instance: Path) -> None:
    with only_one(instance):
        done = program(repository, "deploy.reset", instance)
    assert done.returncode == 1
    assert "concord.sqlite3" in left(instance)
