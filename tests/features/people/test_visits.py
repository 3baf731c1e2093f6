"""Visits: when somebody was last here, on whichever device."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.support.statements import counted_statements
from webapp.base.kernel.journal import JournalLeaf
from webapp.features.people import queries
from webapp.features.people.rules import MARK_EVERY, VISIT_ENDS_AFTER, Visiting, visiting

ClientFor = Callable[[str], FlaskClient]
Move = Callable[[dt.timedelta | dt.datetime], None]

NOW = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def test_the_first_visit_has_none_before_it() -> None:
    first = visiting(None, NOW)
    assert first == Visiting(NOW, NOW, None)
    assert visiting(first, NOW + 90 * MINUTE).before_at is None


def test_a_visit_goes_on_while_less_than_two_hours_pass_between_pages() -> None:
    known = visiting(None, NOW)
    for hours in range(1, 9):
        known = visiting(known, NOW + hours * dt.timedelta(minutes=119))
    assert known.began_at == NOW


def test_after_two_hours_another_visit_begins_and_remembers_the_one_before() -> None:
    known = Visiting(NOW, NOW + 30 * MINUTE, NOW - dt.timedelta(days=9))
    later = known.seen_at + VISIT_ENDS_AFTER
    assert visiting(known, later) == Visiting(later, later, NOW)


@given(st.lists(st.integers(0, 60 * 24 * 3), min_size=1, max_size=30))
def test_what_happened_after_the_last_visit_began_is_never_taken_for_seen(minutes: list[int]) -> None:
    known: Visiting | None = None
    for place, minute in enumerate(sorted(minutes)):
        known = visiting(known, NOW + minute * MINUTE)
        assert known.began_at <= known.seen_at
        assert known.before_at is None or known.before_at < known.began_at
        assert place or known.before_at is None


def test_opening_pages_is_noted_once_in_some_minutes_and_not_in_the_journal(
    app: Flask, cast: Cast, client_for: ClientFor, session: Session, moved_clock: Move
) -> None:
    client = client_for("head_mwuf")
    client.get("/")
    first = queries.visit(session, cast.people["head_mwuf"])
    assert first is not None
    with counted_statements() as statements:
        for path in ("/", "/inbox", "/i/mac/"):
            client.get(path)
    assert not [one for one in statements if one.startswith(("INSERT", "UPDATE", "DELETE"))]
    moved_clock(MARK_EVERY + MINUTE)
    client.get("/i/mac/")
    session.rollback()
    second = queries.visit(session, cast.people["head_mwuf"])
    assert second is not None
    assert second.began_at == first.began_at
    assert second.seen_at > first.seen_at
    assert session.query(JournalLeaf).count() == 0


def test_two_devices_of_one_person_make_one_visit(
    cast: Cast, client_for: ClientFor, session: Session, moved_clock: Move
) -> None:
    telephone, desk = client_for("head_mwuf"), client_for("head_mwuf")
    telephone.get("/")
    moved_clock(dt.timedelta(minutes=80))
    desk.get("/")
    moved_clock(dt.timedelta(minutes=160))
    telephone.get("/inbox")
    found = queries.visit(session, cast.people["head_mwuf"])
    assert found is not None
    assert found.before_at is None
    assert found.seen_at - found.began_at > VISIT_ENDS_AFTER


def test_a_missing_page_a_download_and_a_probe_are_no_visit(
    cast: Cast, client_for: ClientFor, session: Session
) -> None:
    client = client_for("head_mwuf")
    for path in ("/i/mac/nowhere", "/i/mac/journal.json", "/health/live"):
        client.get(path)
    assert queries.visit(session, cast.people["head_mwuf"]) is None
