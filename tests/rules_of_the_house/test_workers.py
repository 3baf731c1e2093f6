from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.rules_of_the_house.sources import ROOT
from webapp.base.kernel import wakeup
from workers import queues
from workers.queues import QUEUES
from workers.schedule import SCHEDULE


def tasks() -> Iterator[tuple[Path, str, str, str]]:
    """File, function, task name and name of the queue of every task."""
    for path in sorted((ROOT / "workers").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.FunctionDef):
                continue
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "celery.task":
                    given = {item.arg: ast.unparse(item.value) for item in decorator.keywords}
                    name = given.get("name", "").strip("'\"")
                    yield path, node.name, name, given.get("queue", "")


def test_every_task_is_named_after_its_file_and_function() -> None:
    assert [name for path, function, name, _ in tasks() if name != f"workers.{path.stem}.{function}"] == []


def test_every_task_names_a_queue_that_the_worker_listens_to() -> None:
    assert [name for *_, name, queue in tasks() if getattr(queues, queue, None) not in QUEUES] == []


def test_every_queue_has_a_task() -> None:
    assert {getattr(queues, queue) for *_, queue in tasks()} == set(QUEUES)


def test_the_schedule_sends_known_tasks_to_their_queues() -> None:
    known = {name: getattr(queues, queue) for _, _, name, queue in tasks()}
    sent = {entry["task"]: entry["options"]["queue"] for entry in SCHEDULE.values()}
    assert {name: queue for name, queue in sent.items() if known.get(name) != queue} == {}
    assert set(known) == set(sent)


def test_the_bell_calls_a_task_that_exists() -> None:
    assert (wakeup.TASK, wakeup.QUEUE) in [(name, getattr(queues, queue)) for _, _, name, queue in tasks()]


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
