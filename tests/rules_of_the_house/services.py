"""The service functions of all features, read from their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FEATURES = Path(__file__).resolve().parents[2] / "webapp" / "features"


@dataclass
class Function:
    """A function of a service: its name as `feature.function`, first argument, and whom it calls."""

    name: str
    first_argument: str
    calls: set[str] = field(default_factory=set)


def public_functions() -> Iterator[tuple[Function, bool]]:
    """Every function that a service offers, and whether it or one that it calls in its feature authorises."""
    for feature in sorted(path for path in FEATURES.iterdir() if path.is_dir()):
        made = {function.name.partition(".")[2]: function for function in _functions(feature)}
        for name in sorted(_offered(feature, made)):
            yield made[name], _authorises(name, made, set())


def _sources(feature: Path) -> list[Path]:
    single = feature / "service.py"
    return [single] if single.exists() else sorted((feature / "service").glob("*.py"))


def _functions(feature: Path) -> Iterator[Function]:
    for source in _sources(feature):
        for node in ast.parse(source.read_text()).body:
            if isinstance(node, ast.FunctionDef):
                arguments = [*node.args.posonlyargs, *node.args.args]
                first = arguments[0].arg if arguments else ""
                yield Function(f"{feature.name}.{node.name}", first, set(_called(node)))


def _called(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            if isinstance(inner.func, ast.Name):
                yield inner.func.id
            elif isinstance(inner.func, ast.Attribute):
                yield inner.func.attr


def _offered(feature: Path, made: dict[str, Function]) -> set[str]:
    """Of a module all public functions, of a package those that it re-exports."""
    package = feature / "service" / "__init__.py"
    if not package.exists():
        return {name for name in made if not name.startswith("_")}
    exported = {
        alias.asname or alias.name
        for node in ast.parse(package.read_text()).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    return {name for name in made if name in exported or (name[0] != "_" and not exported)}


def _authorises(name: str, made: dict[str, Function], seen: set[str]) -> bool:
    if name in seen or name not in made:
        return False
    calls = made[name].calls
    return "authorise" in calls or any(_authorises(call, made, seen | {name}) for call in calls)
