"""Log files of the parts, kept below a size."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

LARGEST_BYTES = 10 * 1024 * 1024


def log_path(folder: Path, name: str) -> Path:
    """Where the part of this name writes."""
    return folder / f"{name}.log"


def keep_small(path: Path, largest: int = LARGEST_BYTES) -> None:
    """Move a log that has grown past `largest` bytes aside; one older file is kept.

    The file is copied and emptied in place: the program that appends to it keeps its open file.
    """
    if path.exists() and path.stat().st_size > largest:
        shutil.copyfile(path, path.with_suffix(".log.1"))
        os.truncate(path, 0)


def last_lines(path: Path, count: int = 15) -> str:
    """The end of a log, to be shown where a program failed."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65536))
        lines = file.read().decode("utf-8", "replace").splitlines()
    return "\n".join(lines[-count:])
