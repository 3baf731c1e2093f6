"""Public pages: what was published, for everybody; nothing else, for nobody."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.base.web.markup import faults
from tests.features.decisions.stage import Stage
from tests.features.drafting.acts import WARNING, Draft
from tests.features.publishing.acts import publish, write_mandate
from tests.features.publishing.test_publishing import closed
from webapp.base.kernel.clock import now
from webapp.base.kernel.db import db
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json
from webapp.features.decisions.rules.record import read_record
from webapp.features.instruments import queries as instruments
from webapp.features.people.models import Person
from webapp.features.publishing import queries
from webapp.features.publishing.rules import ItemKind

SignIn = Callable[[str], FlaskClient]
MoveClock = Callable[[dt.timedelta | dt.datetime], None]
OF_AN_INITIATIVE = (
    "/p/mac/",
    "/p/mac/text/0",
    "/p/mac/text/0/responsibilities",
    "/p/mac/text/0.json",
    "/p/mac/compare",
    "/p/mac/decisions/1",
    "/p/mac/decisions/1/record.json",
    "/p/mac/decisions/1/outcome.json",
)


def revision_of(draft: Draft, ordinal: int) -> str:
    return instruments.issued_revisions(db.session(), draft.instrument_id)[ordinal].id


@pytest.mark.parametrize("path", OF_AN_INITIATIVE)
def test_before_anything_is_published_there_is_no_such_page(
    app: Flask, stage: Stage, moved_clock: MoveClock, path: str
) -> None:
    closed(stage, moved_clock)
    assert app.test_client().get(path).status_code == 404
    assert "Nothing is published yet" in app.test_client().get("/p/").text


def test_a_published_revision_is_read_without_an_account_and_without_a_cookie(
    app: Flask, published: Draft
) -> None:
    visitor = app.test_client()
    for path in ("/p/", "/p/mac/", "/p/mac/text/0"):
        answer = visitor.get(path)
        assert answer.status_code == 200
        assert faults(answer.text) == []
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers["Vary"]
        assert "public" in answer.headers["Cache-Control"]
    assert WARNING in visitor.get("/p/mac/text/0").text


def test_what_is_not_published_is_on_no_public_page(app: Flask, published: Draft) -> None:
    visitor = app.test_client()
    assert visitor.get("/p/mac/text/1").status_code == 404
    assert visitor.get("/p/mac/text/1.json").status_code == 404
    assert visitor.get("/p/mac/compare?from=0&to=1").status_code == 302
    publish(published.cast, ItemKind.MANDATE, published.cast.initiative_id)
    write_mandate(published.cast, "To say kestrelmandate.")
    for path in ("/p/", "/p/mac/", "/p/mac/text/0", "/p/mac/text/0.json", "/p/mac/compare"):
        assert "kestrel" not in visitor.get(path, follow_redirects=True).text


def test_before_its_date_a_publication_is_not_there(
    app: Flask, session: Session, published: Draft, moved_clock: MoveClock
) -> None:
    at = now(session) + dt.timedelta(hours=5)
    publish(published.cast, ItemKind.REVISION, revision_of(published, 1), at=at)
    visitor = app.test_client()
    before = visitor.get("/p/mac/")
    assert visitor.get("/p/mac/text/1").status_code == 404
    assert visitor.get("/p/mac/compare?from=0&to=1").status_code == 302
    assert "Rev.1" not in before.text
    moved_clock(at)
    assert "kestrelrevision" in visitor.get("/p/mac/text/1").text
    after = visitor.get("/p/mac/", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, "Rev.1" in after.text) == (200, True)


@pytest.mark.parametrize("path", ["/p/", "/p/mac/", "/p/mac/text/0", "/p/mac/text/0.json"])
def test_whoever_holds_the_page_is_told_that_nothing_changed(app: Flask, published: Draft, path: str) -> None:
    visitor = app.test_client()
    first = visitor.get(path, headers={"Accept-Encoding": "gzip"})
    again = visitor.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"].removeprefix("W/") == first.headers["ETag"].removeprefix("W/")
    assert visitor.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_signed_in_person_and_a_cookie_see_the_same_bytes(
    app: Flask, published: Draft, client_for: SignIn
) -> None:
    visitor, person = app.test_client(), client_for("chair_phl")
    visitor.set_cookie("concord_language", "fr")
    for path in ("/p/", "/p/mac/", "/p/mac/text/0"):
        plain = app.test_client().get(path)
        for client in (visitor, person):
            answer = client.get(path)
            assert (answer.data, answer.headers["ETag"]) == (plain.data, plain.headers["ETag"])
            assert "Set-Cookie" not in answer.headers


def test_the_downloaded_text_has_the_hash_of_its_page(app: Flask, published: Draft) -> None:
    visitor = app.test_client()
    digest = hashlib.sha256(visitor.get("/p/mac/text/0.json").data).hexdigest()
    assert digest in visitor.get("/p/mac/text/0").text


def test_published_revisions_are_compared(app: Flask, published: Draft) -> None:
    publish(published.cast, ItemKind.REVISION, revision_of(published, 1))
    page = app.test_client().get("/p/mac/compare").text
    assert "What changed from the zero draft to Rev.1" in page
    assert "Changes strength: should → shall" in page
    assert faults(page) == []
    side = app.test_client().get("/p/mac/compare?view=side&show=all&from=1&to=0").text
    assert faults(side) == []


def test_the_matrix_is_drawn_from_the_published_text_and_the_published_mandate(
    app: Flask, published: Draft
) -> None:
    visitor, path = app.test_client(), "/p/mac/text/0/responsibilities"
    page = visitor.get(path).text
    assert faults(page) == []
    assert "return passports" in page
    assert "gap: nobody" not in page
    publish(published.cast, ItemKind.MANDATE, published.cast.initiative_id)
    by_theme = visitor.get(f"{path}?rows=themes").text
    assert faults(by_theme) == []
    assert "gap: nobody" in visitor.get(path).text
    assert "papers and proof" in by_theme
    assert visitor.get("/p/mac/text/1/responsibilities").status_code == 404


def test_a_published_outcome_can_be_counted_again_by_anybody(
    app: Flask, stage: Stage, moved_clock: MoveClock
) -> None:
    publish(stage.cast, ItemKind.OUTCOME, closed(stage, moved_clock))
    visitor = app.test_client()
    page = visitor.get("/p/mac/decisions/1").text
    assert faults(page) == []
    assert "It binds whom it does not name." in page
    assert "Clause by clause" in page
    record = visitor.get("/p/mac/decisions/1/record.json").data
    assert to_json(evaluate(read_record(record))) == visitor.get("/p/mac/decisions/1/outcome.json").data
    assert visitor.get("/p/mac/text/0").status_code == 404


def test_no_person_is_named_on_a_public_page(app: Flask, stage: Stage, moved_clock: MoveClock) -> None:
    publish(stage.cast, ItemKind.OUTCOME, closed(stage, moved_clock))
    publish(stage.cast, ItemKind.REVISION, stage.revision_id)
    pages = "".join(app.test_client().get(path).text for path in OF_AN_INITIATIVE)
    names = [person.name for person in db.session().query(Person)]
    assert len(names) > 5
    assert [name for name in names if name in pages] == []


def test_a_silence_procedure_that_was_broken_is_shown_with_its_reason(
    app: Flask, stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.take(decision_id, "head_mar", "object", "Not in these words.", concerns=(stage.provisions["1.1"],))
    publish(stage.cast, ItemKind.OUTCOME, decision_id)
    page = app.test_client().get("/p/mac/decisions/1").text
    assert faults(page) == []
    assert "Silence was broken on" in page
    assert "Not in these words." in page


def test_the_foot_says_when_something_was_published_last_and_where_the_journal_keeps_it(
    app: Flask, session: Session, published: Draft
) -> None:
    row = queries.visible(session, published.cast.initiative_id, now(session))[0]
    entry = queries.entry_of(session, row)
    assert entry is not None
    page = app.test_client().get("/p/mac/").text
    assert "Last publication:" in page
    assert f"entry {entry.sequence}" in page
    assert entry.hash[:4] in page
    assert "Official time" not in page


def test_a_visitor_finds_the_published_texts(app: Flask) -> None:
    visitor = app.test_client()
    assert 'href="/p/"' in visitor.get("/").text
    assert 'href="/p/"' in visitor.get("/sign-in").text
