"""The benchmark runs: every work is done and looked at, with tiny sizes. No figure of time is asserted."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from tests.benchmarks.furnishing import Size
from tests.benchmarks.growth import Step
from tests.benchmarks.measuring import Pace
from tests.benchmarks.picture import growth_picture
from tests.benchmarks.report import report
from tests.benchmarks.run import NAMES, run
from tests.benchmarks.works import WORKS
from tests.support.postgres import NoPostgres, programs

pytestmark = pytest.mark.processes

TINY = Size(comments=40, provisions=6, revisions=2, delegations=4, entries=40, thread=8)


@pytest.fixture
def postgresql() -> None:
    """The programs of PostgreSQL, which the benchmark starts by itself."""
    try:
        programs()
    except NoPostgres as problem:
        # `make test` names what a machine lacks; where CI runs, nothing may be left out.
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(problem))


@pytest.mark.usefixtures("postgresql")
def test_every_work_is_measured_and_reported() -> None:
    step = Step("more", "comments", 2, replace(TINY, comments=80))
    found = run(NAMES, size=TINY, pace=Pace(requests=2, batches=2, warm_up=1), steps=(step,))
    words = report(found)
    assert [work for work, _ in found.works] == list(WORKS)
    for work, measured in found.works:
        assert work.words in words
        assert len(measured.wall) == 4
        assert measured.statements
    assert "comments ×2" in growth_picture(found.grown)
