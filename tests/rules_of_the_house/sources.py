"""The files of the program, as the rules of the house read them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("webapp", "workers", "deploy")


def python_files(*folders: str) -> list[Path]:
    """Every Python file of these folders; without any, of the program."""
    return [path for folder in folders or PROGRAM for path in sorted((ROOT / folder).rglob("*.py"))]


def templates() -> list[Path]:
    """Every template."""
    return sorted(path for path in (ROOT / "webapp" / "templates").rglob("*") if path.is_file())


def short(path: Path) -> str:
    """The path below the root."""
    return str(path.relative_to(ROOT))
