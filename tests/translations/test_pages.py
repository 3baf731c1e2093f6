"""No word of a page bypasses gettext, and no sentence is glued: shown in a made-up language, as each role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import DictLoader

from tests.translations.data import Data, bypassing, data_of
from tests.translations.glue import glued
from tests.translations.pseudo import in_pseudo, speaking_pseudo
from tests.translations.spoken import Said, said_on
from tests.translations.visits import Page, visit
from webapp.base.kernel.db import db
from webapp.base.kernel.settings import current_settings
from webapp.demo import mailbox
from webapp.demo.accounts import PASSWORD

WHO = {
    "administrator": "noor.verhaegen@concord.example",
    "secretariat": "leilani.faumuina@iom.example",
    "observer": "wanjiru.kamau@crisis-insurers.example",
    "nobody": None,
    "head": "ines.okafor@workers-union.example",
    "co-chair": "tala.reyes@philippines.example",
}
"""Those who read come first: what the others send changes what can be read."""


def client_of(app: Flask, address: str | None) -> FlaskClient:
    client = app.test_client()
    if address is not None:
        answer = client.post("/sign-in", data={"email": address, "password": PASSWORD})
        assert answer.status_code == 303, address
    return client


def known_data(app: Flask) -> Data:
    with app.app_context():
        found = data_of(db.session(), mailbox.folder_of(current_settings()))
        db.session.remove()
    return found


@pytest.fixture(scope="module")
def pages(loaded: Flask, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """What everybody sees in the made-up language."""
    with speaking_pseudo(loaded, tmp_path_factory.mktemp("pseudo")):
        return {who: list(visit(loaded, client_of(loaded, address))) for who, address in WHO.items()}


@pytest.fixture(scope="module")
def data(loaded: Flask, pages: dict[str, list[Page]]) -> Data:
    """What stands in the database afterwards."""
    return known_data(loaded)


def bypasses(pages: list[Page], data: Data) -> Iterator[tuple[str, str, str]]:
    looked_at: set[Said] = set()
    for address, page in pages:
        for said in set(said_on(page)) - looked_at:
            looked_at.add(said)
            for piece in bypassing(said, data):
                yield piece, said.place, address


@pytest.mark.parametrize("who", WHO)
def test_every_word_of_a_page_comes_through_gettext(
    pages: dict[str, list[Page]], data: Data, who: str
) -> None:
    first_of_each = {(piece, place): address for piece, place, address in bypasses(pages[who], data)}
    assert first_of_each == {}


@pytest.mark.parametrize("who", WHO)
def test_no_sentence_is_put_together_from_parts(pages: dict[str, list[Page]], who: str) -> None:
    assert {place: address for address, page in pages[who] for place in glued(page)} == {}


def test_pages_of_every_feature_are_looked_at(pages: dict[str, list[Page]]) -> None:
    assert len(pages["nobody"]) > 20
    assert all(len(found) > 60 for who, found in pages.items() if who not in ("nobody", "administrator"))
    assert any(address.startswith("POST") for address, _page in pages["co-chair"])


PLANTED = {
    "a sentence": "<p>{{ _('Sign in') }}. Nothing waits for you today.</p>",
    "a word of a button": "<button>Go</button>",
    "an attribute": '<button aria-label="Leave">×</button>',
    "what the script says": '<form data-gone="It is gone."></form>',
    "a word of the program": "<p>{{ 'closed' }}</p>",
    "a word beside a moment": "<p>until <time>20 November 2026</time></p>",
    "a word within a sentence": "<p>{{ _('%(size)s bytes', size='twelve') }}</p>",
}


@pytest.mark.parametrize("source", PLANTED.values(), ids=PLANTED)
def test_a_word_that_bypasses_gettext_is_found(
    loaded: Flask, pages: dict[str, list[Page]], data: Data, tmp_path: Path, source: str
) -> None:
    with speaking_pseudo(loaded, tmp_path), loaded.test_request_context("/"):
        planted = loaded.jinja_env.overlay(loader=DictLoader({"planted.html": source}))
        page = planted.get_template("planted.html").render()
    assert list(bypasses([("planted", page)], data))


def test_a_glued_sentence_is_found() -> None:
    closes, took = in_pseudo("It closes on"), in_pseudo("took a position.")
    assert glued(f"<p>{closes} <time>20 November 2026</time></p>")
    assert glued(f"<p><b>3</b> {took}</p>")
    assert glued(f"<p>{in_pseudo('Moved to')} <a>{in_pseudo('the end')}</a></p>")
    assert not glued(f"<p>{in_pseudo('Deadline:')} <time>20 November 2026</time></p>")
    assert not glued(f"<dt>{closes}</dt><dd>20 November 2026</dd>")
    assert not glued(f"<p>Marenga · {took}</p>")
