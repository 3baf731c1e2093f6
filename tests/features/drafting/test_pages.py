"""The co-chairs’ pages, through HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.drafting.acts import WARNING, Draft
from webapp.features.instruments.models import Provision, Revision

SignIn = Callable[[str], FlaskClient]


def url(draft: Draft, rest: str = "") -> str:
    return f"/i/mac/draft/{draft.instrument_id}{rest}"


def test_a_text_is_begun_and_written_by_its_pages(cast: Cast, client_for: SignIn, session: Session) -> None:
    client = client_for("chair_phl")
    assert "Begin the text of" in client.get("/").text
    assert "Begin the text" in client.get("/i/mac/draft").text
    sent = client.post("/i/mac/draft/begin", data={"title": "P", "symbol_stem": "MAC/1", "language": "en"})
    assert sent.status_code == 303
    assert "Begin the text of" not in client.get("/").text
    place = sent.location
    sent = client.post(f"{place}/elements/add", data={"kind": "principle", "title": "Warning"})
    found = re.search("e-([0-9a-z]+)", sent.location)
    assert found
    sent = client.post(
        f"{place}/elements/{found[1]}/provisions/add",
        data={
            "text": "Employers should return papers.",
            "kind": "responsibility",
            "bearers": [cast.bearers["Employers"], cast.bearers["States of origin"]],
            "lead": cast.bearers["Employers"],
            "beneficiary": "their workers",
            "action": "return papers",
            "theme": cast.themes["warning"],
            "phases": ["preparedness"],
            "strength": "should",
        },
    )
    assert sent.status_code == 303, sent.text
    page = client.get(place).text
    assert "Employers (leads), States of origin" in page
    assert "Employers should return papers." in page


@pytest.mark.parametrize("who", ["head_mwuf", "officer_free", "outsider"])
def test_the_rolling_text_is_for_co_chairs_only(draft: Draft, client_for: SignIn, who: str) -> None:
    client = client_for(who)
    for rest in ("", "/issue", "/elements/add", f"/provisions/{draft.warning}", "/title"):
        assert client.get(url(draft, rest)).status_code == 404
    assert WARNING not in client.get("/i/mac/text").text


def test_every_page_of_the_rolling_text_opens(draft: Draft, client_for: SignIn) -> None:
    client = client_for("chair_usa")
    for rest in (
        "",
        "/title",
        "/issue",
        "/elements/add",
        f"/elements/{draft.preamble}",
        f"/elements/{draft.preamble}/remove",
        f"/elements/{draft.preamble}/provisions/add",
        f"/provisions/{draft.duty}",
        f"/provisions/{draft.duty}/remove",
    ):
        assert client.get(url(draft, rest)).status_code == 200, rest


def test_a_place_that_does_not_parse_is_marked_and_the_words_are_kept(
    draft: Draft, client_for: SignIn
) -> None:
    client = client_for("chair_phl")
    sent = client.post(
        url(draft, f"/provisions/{draft.warning}"),
        data={"text": "States [should warn.", "kind": "text", "version": "1"},
    )
    assert sent.status_code == 422
    assert 'States <mark class="clash">[</mark>should warn.' in sent.text
    assert "States [should warn.</textarea>" in sent.text


def test_a_stale_edit_shows_both_texts_and_may_be_saved_again(draft: Draft, client_for: SignIn) -> None:
    client = client_for("chair_phl")
    draft.edit(draft.warning, "States warn.", who="chair_usa")
    data = {"text": "States shout.", "kind": "text", "version": "1"}
    sent = client.post(url(draft, f"/provisions/{draft.warning}"), data=data)
    assert sent.status_code == 409
    assert "States warn." in sent.text
    assert "States shout." in sent.text
    assert 'name="version" type="hidden" value="2"' in sent.text
    sent = client.post(url(draft, f"/provisions/{draft.warning}"), data={**data, "version": "2"})
    assert sent.status_code == 303
    assert draft.row(draft.warning).text == "States shout."


def test_a_double_click_adds_one_provision(draft: Draft, client_for: SignIn, session: Session) -> None:
    client = client_for("chair_phl")
    data = {"text": "Once.", "kind": "text", "idempotency_key": "key-1"}
    first, second = (
        client.post(url(draft, f"/elements/{draft.preamble}/provisions/add"), data=data) for _ in range(2)
    )
    assert (first.status_code, second.status_code) == (303, 303)
    assert second.location == first.location
    assert session.scalar(select(func.count()).where(Provision.text == "Once.")) == 1


def test_moving_by_the_buttons(draft: Draft, client_for: SignIn) -> None:
    client = client_for("chair_phl")
    sent = client.post(url(draft, f"/provisions/{draft.warning}/move"), data={"direction": "down"})
    assert sent.status_code == 303
    assert draft.order()[1:3] == [draft.papers, draft.warning]


def test_a_revision_is_issued_by_two_co_chairs_on_their_pages(
    draft: Draft, client_for: SignIn, session: Session
) -> None:
    draft.issue()
    draft.edit(draft.warning, WARNING.replace("should", "shall"))
    removed = draft.row(draft.papers).text
    draft.remove(draft.papers)
    first, second = client_for("chair_phl"), client_for("chair_usa")
    plan = draft.plan()
    page = first.get(url(draft, "/issue")).text
    assert "should → shall" in page
    assert "Whole provision deleted" in page
    assert removed.split("]")[1].split(".")[0] in page
    data = {"seen_hash": plan.hash, "idempotency_key": "key-2"}
    refused = first.post(url(draft, "/issue"), data=data)
    assert refused.status_code == 422
    data["acknowledged"] = plan.changes.flags[0].key
    assert plan.hash in first.post(url(draft, "/issue"), data=data).text
    assert draft.plan().since == "zero draft"
    sent = [first.post(url(draft, "/issue"), data={**data, "confirmed": "y"}) for _ in range(2)]
    assert [one.status_code for one in sent] == [303, 303]
    row = session.scalars(select(Revision).where(Revision.state == "proposed")).one()
    place = f"/i/mac/draft/proposed/{row.id}"
    assert "Withdraw the proposal" in first.get(place).text
    page = second.get(place).text
    assert row.hash in page
    assert "should → shall" in page
    assert first.post(f"{place}/confirm", data={}).status_code == 409
    answers = [second.post(f"{place}/confirm", data={"idempotency_key": "key-3"}) for _ in range(2)]
    assert {(one.status_code, one.location) for one in answers} == {(303, "/i/mac/text/1")}
    assert second.get("/i/mac/text/1").status_code == 200


def test_declining_needs_a_reason_and_shows_it_to_the_other(draft: Draft, client_for: SignIn) -> None:
    first, second = client_for("chair_phl"), client_for("chair_usa")
    place = f"/i/mac/draft/proposed/{draft.propose()}"
    assert second.post(f"{place}/decline", data={"reason": ""}).status_code == 422
    assert second.post(f"{place}/decline", data={"reason": "Too long."}).status_code == 303
    assert "Too long." in first.get(url(draft)).text
