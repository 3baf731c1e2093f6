"""Nothing that a reader finds tells which of several delegations spoke."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from config import Settings
from tests.attacks.worlds import NOBODY, Stage, World, mails_to, pages_of
from tests.features.review.text import Move
from tests.support.databases import TestDatabase
from tests.support.smtp_sink import SmtpSink, smtp_sink
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.extensions import limiter
from webapp.features.people.models import SignInSession

READERS = (NOBODY, "head_obs", "chair_phl", "officer", "officer_free")
CASES = (
    (Attribution.CONSTITUENCY, "head_usa", "head_mar"),
    (Attribution.CONSTITUENCY, "head_mwuf", "head_rro"),
    (Attribution.NONE, "head_mwuf", "head_mar"),
)
"""The setting, and two delegations that it does not tell apart: two of three states, or two of those that are few."""


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with smtp_sink() as running:
        yield running


@pytest.fixture
def stage(
    app: Flask,
    database: TestDatabase,
    settings: Settings,
    sink: SmtpSink,
    moved_clock: Move,
    monkeypatch: pytest.MonkeyPatch,
) -> Stage:
    # The people of both worlds bear the same identifiers, so that what one of them may still ask for would depend
    # on how fast the other one asked.
    monkeypatch.setattr(limiter, "enabled", False)
    return Stage(app, database, settings, sink, moved_clock)


def signing_in(app: Flask, world: World) -> Callable[[str], FlaskClient]:
    """As `client_for`, for the people of this world."""

    def sign_in(name: str) -> FlaskClient:
        with unit_of_work() as work:
            moment = work.now()
            row = SignInSession(
                person_id=world.cast.people[name], created_at=moment, expires_at=moment.replace(year=2099)
            )
            work.session.add(row)
            work.session.flush()
            session_id = row.id
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"], cookie["_fresh"] = session_id, True
        return client

    return sign_in


def seen_in(stage: Stage, world: World, readers: tuple[str, ...] = READERS) -> dict[tuple[str, str], str]:
    """What each reader gets to see: pages, tables, exports, the inbox and every mail."""
    found: dict[tuple[str, str], str] = {}
    for reader in readers:
        with Session(db.engine) as session:
            pages = pages_of(stage.app, session, reader, signing_in(stage.app, world))
        found |= {(reader, address): text for address, text in pages.items()}
        mails = mails_to(stage.sink, world.cast.emails.get(reader, NOBODY))
        found |= {(reader, f"mail {place}"): text for place, text in enumerate(mails)}
    return found


def differences(
    here: dict[tuple[str, str], str], there: dict[tuple[str, str], str]
) -> dict[tuple[str, str], list[str]]:
    """Where two worlds differ to a reader, with the lines that do."""
    found = {
        place: list(
            difflib.unified_diff(here.get(place, "").split("\n"), there.get(place, "").split("\n"), n=0)
        )
        for place in sorted(here.keys() | there.keys())
    }
    return {place: lines for place, lines in found.items() if lines}


@pytest.mark.parametrize(("attribution", "one", "other"), CASES)
def test_whoever_of_two_spoke_everybody_else_finds_the_same(
    stage: Stage, attribution: Attribution, one: str, other: str
) -> None:
    here = seen_in(stage, stage.world(attribution, one, other))
    there = seen_in(stage, stage.world(attribution, other, one))
    assert differences(here, there) == {}
    assert len(here) > 100


def test_with_full_attribution_the_same_comparison_finds_who_spoke(stage: Stage) -> None:
    here = seen_in(stage, stage.world(Attribution.FULL, "head_usa", "head_mar"), ("head_obs",))
    there = seen_in(stage, stage.world(Attribution.FULL, "head_mar", "head_usa"), ("head_obs",))
    told = {address for _, address in differences(here, there)}
    assert any(address.endswith("/comments") for address in told)
    assert any(address.endswith("/comments.csv") for address in told)
    assert "/i/mac/journal.json" in told
