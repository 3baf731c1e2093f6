from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SETTINGS
from tests.browser.looks.installations import whole
from tests.browser.tour import TOUR, steps, walk

LARGEST, ALL_TOGETHER = 150_000, 1_500_000
"""Bytes of the tour's pictures."""


@pytest.mark.browser
@pytest.mark.processes
def test_the_tour_can_be_walked_as_it_is_written(tmp_path: Path, loaded_demo: Path, browser: Browser) -> None:
    taken: list[str] = []

    def note(page: Page, name: str) -> None:
        taken.append(name)

    with whole(tmp_path / "tour", loaded_demo) as url:
        context = browser.new_context(**SETTINGS, viewport={"width": 1024, "height": 720})
        walk(context.new_page(), url, note)
        context.close()
    assert taken == [step.words for step in steps() if step.verb == "picture"]


def test_nothing_in_bold_is_left_out_by_who_walks_the_tour() -> None:
    named = re.findall(r"\*\*([^*]+)\*\*", re.sub(r"\s*\n\s*", " ", TOUR.read_text(encoding="utf-8")))
    walked = {step.words for step in steps()}
    assert set(named) - walked == {"bold"}


def test_the_pictures_of_the_tour_are_there_and_small() -> None:
    named = {TOUR.parent / step.words for step in steps() if step.verb == "picture"}
    assert named == set((TOUR.parent / "tour").iterdir())
    sizes = {path.name: path.stat().st_size for path in named}
    assert max(sizes.values()) < LARGEST, sizes
    assert sum(sizes.values()) < ALL_TOGETHER, sizes
