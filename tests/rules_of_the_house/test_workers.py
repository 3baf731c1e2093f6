from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.rules_of_the_house.sources import ROOT
from webapp.base.kernel import wakeup
from workers.queues import QUEUES, ROUTES
from workers.schedule import SCHEDULE


def tasks() -> Iterator[tuple[Path, str, str]]:
    """File, function and name of every task."""
    for path in sorted((ROOT / "workers").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            for decorator in getattr(node, "decorator_list", []):
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "celery.task":
                    given = {item.arg: ast.unparse(item.value) for item in decorator.keywords}
                    yield path, getattr(node, "name", ""), given.get("name", "").strip("'\"")


def queues_of(task: str) -> list[str]:
    return [route["queue"] for pattern, route in ROUTES.items() if fnmatch(task, pattern)]


def test_every_task_is_named_after_its_file_and_function() -> None:
    assert [name for path, function, name in tasks() if name != f"workers.{path.stem}.{function}"] == []


def test_every_task_has_one_queue_to_which_the_worker_listens() -> None:
    odd = [name for *_, name in tasks() if len(queues_of(name)) != 1 or queues_of(name)[0] not in QUEUES]
    assert odd == []


def test_every_queue_has_a_task() -> None:
    assert {queue for *_, name in tasks() for queue in queues_of(name)} == set(QUEUES)


def test_the_schedule_sends_every_task_and_only_tasks_that_exist() -> None:
    assert {entry["task"] for entry in SCHEDULE.values()} == {name for *_, name in tasks()}


def test_the_schedule_sends_no_task_to_another_queue() -> None:
    for entry in SCHEDULE.values():
        assert entry["options"].get("queue", queues_of(entry["task"])[0]) in queues_of(entry["task"])


def test_the_bell_calls_a_task_that_exists() -> None:
    assert wakeup.TASK in [name for *_, name in tasks()]
    assert queues_of(wakeup.TASK) == [wakeup.QUEUE]


def test_every_module_with_a_task_is_loaded_by_the_worker() -> None:
    source = (ROOT / "workers" / "celery_app.py").read_text()
    assert [path.stem for path, *_ in tasks() if f'"workers.{path.stem}"' not in source] == []


def test_a_task_is_a_few_lines() -> None:
    long = []
    for path in sorted((ROOT / "workers").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 25:
                long.append(node.name)
    assert long == []
