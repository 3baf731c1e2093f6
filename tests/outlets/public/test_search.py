"""Searching in what is published: for nobody more than that."""

from __future__ import annotations

import datetime as dt

from flask import Flask
from sqlalchemy.orm import Session

from tests.base.web.markup import faults
from tests.features.decisions.stage import Stage
from tests.features.drafting.acts import Draft
from tests.features.publishing.acts import publish, write_mandate
from tests.features.publishing.test_publishing import closed
from tests.features.review.text import Move
from tests.outlets.public.test_pages import SignIn, revision_of
from tests.outlets.search.world import headings, react
from webapp.base.kernel.clock import now
from webapp.features.publishing.rules import ItemKind


def ask(app: Flask, typed: str) -> str:
    page = app.test_client().get(f"/p/mac/search?q={typed}")
    assert page.status_code == 200
    assert faults(page.text) == []
    assert "Set-Cookie" not in page.headers
    return page.text


def test_nothing_published_nothing_to_search(app: Flask, draft: Draft) -> None:
    draft.issue()
    react()
    assert app.test_client().get("/p/mac/search?q=migrants").status_code == 404


def test_a_published_revision_is_found_and_what_came_later_is_not(app: Flask, published: Draft) -> None:
    react()
    page = ask(app, "migr")
    assert headings(page) == ["Provision 1.1"]
    assert f'href="/p/mac/text/0?instrument={published.instrument_id}#p1.1"' in page
    for typed in ("kestrelrevision", "kestrelrolling", "kestrel", "Rev.1", "PHL"):
        assert headings(ask(app, typed)) == []
        assert "Nothing was found" in ask(app, typed)


def test_a_later_date_is_kept(app: Flask, session: Session, published: Draft, moved_clock: Move) -> None:
    at = now(session) + dt.timedelta(hours=5)
    publish(published.cast, ItemKind.REVISION, revision_of(published, 1), at=at)
    react()
    assert headings(ask(app, "kestrelrevision")) == []
    moved_clock(at)
    assert headings(ask(app, "kestrelrevision")) == ["Provision 1.1"]


def test_only_the_last_published_mandate_is_found(app: Flask, published: Draft, moved_clock: Move) -> None:
    cast = published.cast
    write_mandate(cast, "To say osprey.")
    publish(cast, ItemKind.MANDATE, cast.initiative_id)
    react()
    assert headings(ask(app, "osprey")) == ["Migrants in Acute Crises: Voluntary Principles"]
    moved_clock(dt.timedelta(minutes=5))
    write_mandate(cast, "To say heron.")
    assert headings(ask(app, "heron")) == []
    publish(cast, ItemKind.MANDATE, cast.initiative_id)
    react()
    assert headings(ask(app, "osprey")) == []
    assert len(headings(ask(app, "heron"))) == 1


def test_a_published_outcome_is_found_with_what_was_said_before(
    app: Flask, stage: Stage, moved_clock: Move
) -> None:
    publish(stage.cast, ItemKind.OUTCOME, closed(stage, moved_clock))
    react()
    page = ask(app, "whom%20it%20does%20not%20name")
    assert headings(page) == ["Position on decision 1"]
    assert 'href="/p/mac/decisions/1#spoken"' in page
    assert headings(ask(app, "Reyes")) == headings(ask(app, "early")) == []


def test_an_answer_may_be_kept_and_is_made_again_when_the_index_has_more(
    app: Flask, published: Draft, client_for: SignIn
) -> None:
    visitor = app.test_client()
    first = visitor.get("/p/mac/search?q=migr")
    held = {"If-None-Match": first.headers["ETag"]}
    assert visitor.get("/p/mac/search?q=migr", headers=held).status_code == 304
    assert client_for("chair_phl").get("/p/mac/search?q=migr").data == first.data
    react()
    again = visitor.get("/p/mac/search?q=migr", headers=held)
    assert (again.status_code, headings(again.text)) == (200, ["Provision 1.1"])
    assert visitor.get("/p/mac/search?q=early", headers=held).status_code == 200


def test_what_cannot_be_asked_is_said_to_everybody_too(app: Flask, published: Draft) -> None:
    page = ask(app, "x" * 201)
    assert "at most 200 characters fit" in page
    assert "What can be found here" in ask(app, "")
