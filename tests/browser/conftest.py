"""A real web server with the demo, and a real Chromium that looks at it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.places import made_by_the_demo
from tests.support.postgres import alone
from tests.support.processes import Installation
from webapp.demo.accounts import PASSWORD

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")


@dataclass(frozen=True)
class Demo:
    """The demo behind its web server. `made` are the identifiers that addresses need."""

    url: str
    made: Mapping[str, str]


@pytest.fixture(scope="session")
def loaded_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file of the demo as it is loaded; for copies only."""
    return _loaded(_of_all_processes(tmp_path_factory))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo on SQLite, served for the tests of this process from a copy of its own."""
    with _served(tmp_path_factory) as demo:
        yield demo


@pytest.fixture
def fresh_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo as it was loaded, for one test alone that changes what others look at."""
    with _served(tmp_path_factory) as demo:
        yield demo


@contextmanager
def _served(factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = factory.mktemp("browser")
    database = folder / "demo.sqlite3"
    copy(_loaded(_of_all_processes(factory)), database)
    with Installation(folder / "instance", {"DATABASE_URL": f"sqlite:///{database}"}) as installation:
        installation.start("broker", "web")
        yield Demo(installation.url, made_by_the_demo(database))


def _of_all_processes(factory: pytest.TempPathFactory) -> Path:
    """A folder that the processes of this run of the tests share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _loaded(shared: Path) -> Path:
    """The demo as it is loaded; the first process loads it, the others wait."""
    database = shared / "demo.sqlite3"
    with alone(shared):
        if not (shared / "demo-is-loaded").exists():
            environ = {"DATABASE_URL": f"sqlite:///{database}"}
            with Installation(shared / "demo", environ) as installation:
                installation.migrate()
                done = installation.command("demo", "load")
                assert done.returncode == 0, done.stderr
            (shared / "demo-is-loaded").touch()
    return database


def copy(database: Path, to: Path) -> None:
    """A copy of a SQLite file that somebody may have open."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from CHROMIUM or where Debian puts it."""
    program = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    assert Path(program).exists(), (
        f"There is no Chromium at {program}: apt-get install chromium, or CHROMIUM=path"
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def signed_in(demo: Demo, browser: Browser) -> Iterator[Callable[[str], BrowserContext]]:
    """The browser of somebody of the demo, signed in once; of a visitor where the address is empty."""
    contexts: dict[str, BrowserContext] = {}

    def context_of(who: str) -> BrowserContext:
        if who not in contexts:
            contexts[who] = enter(demo, browser.new_context(**SETTINGS), who)
        return contexts[who]

    yield context_of
    for context in contexts.values():
        context.close()


SETTINGS: dict[str, Any] = {"reduced_motion": "reduce", "locale": "en-GB"}


def enter(demo: Demo, context: BrowserContext, who: str) -> BrowserContext:
    """The same browser, in which this person has signed in."""
    if who:
        page = context.new_page()
        page.goto(f"{demo.url}/sign-in")
        page.get_by_label("E-mail address").fill(who)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.get_by_role("button", name="Sign out").wait_for()
        page.close()
    return context
