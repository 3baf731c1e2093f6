"""The processes among which the pages are shared, each with a browser of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context

from tests.browser.looks.more import look_at_more
from tests.browser.looks.scenes import SCENES
from tests.browser.looks.studio import Row, Session, Studio, chromium
from tests.browser.places import Place

PROCESSES = 2

Task = tuple[str, Place | None]
"""A place for everybody; or `more`, or `scenes`."""

_studio: Studio | None = None
_open = ExitStack()


def looked(session: Session, tasks: Sequence[Task]) -> Iterator[Row]:
    """Everything that was seen, in the order of the tasks."""
    context = get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, context, _begin, (session,)) as pool:
        try:
            yield from (row for rows in pool.map(_look, tasks) for row in rows)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin(session: Session) -> None:
    global _studio
    _studio = Studio(_open.enter_context(chromium()), session)


def _look(task: Task) -> list[Row]:
    assert _studio is not None
    kind, place = task
    if kind == "more":
        return look_at_more(_studio)
    if kind == "scenes":
        return [_studio.look_at_scene(scene) for scene in SCENES]
    assert place is not None
    return [_studio.look_as_everybody(place)]
