"""The pages of rounds."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.cast import ZONE, Cast
from tests.features.review.text import (
    DAY,
    Move,
    TextUnderReview,
    answer,
    close_round,
    closing,
    hand_in,
    open_round,
    plan,
    present,
    write,
)
from webapp.features.review import queries

ClientFor = Callable[[str], FlaskClient]


@pytest.fixture
def round_id(cast: Cast, text: TextUnderReview, moved_clock: Move) -> str:
    return open_round(cast, text, moved_clock)


def local(at: dt.datetime) -> str:
    return f"{at.astimezone(ZoneInfo(ZONE)):%Y-%m-%dT%H:%M}"


def test_planning_takes_two_pages(
    cast: Cast, text: TextUnderReview, session: Session, client_for: ClientFor
) -> None:
    client = client_for("chair_phl")
    form = {
        "title": "Second round on Rev.1",
        "revision_id": text.revision_id,
        "opens_at": local(present() + DAY),
        "closes_at": local(present() + 9 * DAY),
        "idempotency_key": "key",
    }
    page = client.post("/i/mac/rounds/plan", data=form)
    assert page.status_code == 200
    assert "Plan this round?" in page.text
    assert "all 8 delegations are told" in page.text
    assert queries.rounds(session, cast.initiative_id) == []
    changed = client.post("/i/mac/rounds/plan", data={**form, "confirmed": "yes", "change": "yes"})
    assert 'value="Second round on Rev.1"' in changed.text
    done = client.post("/i/mac/rounds/plan", data={**form, "confirmed": "yes"})
    again = client.post("/i/mac/rounds/plan", data={**form, "confirmed": "yes"})
    session.rollback()
    (round_,) = queries.rounds(session, cast.initiative_id)
    assert done.location == again.location == f"/i/mac/rounds/{round_.id}"
    assert "Second round on Rev.1" in client.get("/i/mac/rounds").text


def test_a_closing_before_the_opening_is_told_at_its_field(
    text: TextUnderReview, client_for: ClientFor
) -> None:
    form = {
        "title": "Round",
        "revision_id": text.revision_id,
        "opens_at": local(present() + 2 * DAY),
        "closes_at": local(present() + DAY),
    }
    page = client_for("officer_free").post("/i/mac/rounds/plan", data=form)
    assert page.status_code == 422
    assert "The round would close before it opens." in page.text
    assert 'href="#closes_at"' in page.text


def test_a_closing_that_the_clocks_skip_is_told_in_a_sentence(
    text: TextUnderReview, client_for: ClientFor
) -> None:
    form = {
        "title": "Round",
        "revision_id": text.revision_id,
        "opens_at": local(present() + 2 * DAY),
        "closes_at": "2031-03-30T02:30",
    }
    page = client_for("officer_free").post("/i/mac/rounds/plan", data=form)
    assert page.status_code == 422
    assert "because the clocks go forward" in page.text


@pytest.mark.parametrize("who", ["head_mwuf", "outsider"])
def test_others_do_not_find_the_planning_page(text: TextUnderReview, client_for: ClientFor, who: str) -> None:
    assert client_for(who).get("/i/mac/rounds/plan").status_code == 404


def test_without_a_revision_the_rounds_page_says_what_to_do(cast: Cast, client_for: ClientFor) -> None:
    assert "Issue the zero draft first" in client_for("chair_phl").get("/i/mac/rounds").text
    assert "You are told when one opens" in client_for("head_mwuf").get("/i/mac/rounds").text


def test_a_planned_round_says_when_it_opens(cast: Cast, text: TextUnderReview, client_for: ClientFor) -> None:
    page = client_for("head_mwuf").get(f"/i/mac/rounds/{plan(cast, text)}")
    assert page.status_code == 200
    assert "It opens by itself on" in page.text


def test_before_closing_the_board_shows_who_handed_in_and_no_counts(
    cast: Cast, text: TextUnderReview, round_id: str, client_for: ClientFor
) -> None:
    write(cast, "head_empl", round_id, None, "A draft nobody knows of.")
    write(cast, "head_mwuf", round_id, text.provisions[0], "Handed-in words.")
    hand_in(cast, "head_mwuf", round_id)
    page = client_for("officer_free").get(f"/i/mac/rounds/{round_id}").text
    assert "1 of 8 delegations</a> have handed in." in page
    assert "Handed-in words." not in page
    assert not re.search(r"\d+ comments?\b", page)


def test_nobody_outside_the_initiative_finds_a_round(round_id: str, client_for: ClientFor) -> None:
    for path in ("/i/mac/rounds", f"/i/mac/rounds/{round_id}", f"/i/mac/rounds/{round_id}/contribution"):
        assert client_for("outsider").get(path).status_code == 404


def test_a_delegation_drafts_looks_over_and_hands_in(
    cast: Cast, text: TextUnderReview, round_id: str, client_for: ClientFor
) -> None:
    client = client_for("head_mwuf")
    base = f"/i/mac/rounds/{round_id}/contribution"
    added = client.post(
        f"{base}/add",
        data={
            "provision_id": text.provisions[1],
            "words": "at a border",
            "kind": "substantive",
            "body": "Which border?",
            "language": "en",
        },
    )
    assert added.status_code == 303
    assert "Which border?" in client.get(base).text
    saved = client.post(base, data={"statement": "With thanks.", "version": "1", "look_over": "yes"})
    assert saved.location == f"{base}/hand-in"
    looked_over = client.get(saved.location).text
    assert "With thanks." in looked_over
    assert "You act as head of delegation, for Migrant Workers’ Union Federation." in looked_over
    seen_hash = re.search(r'name="seen_hash"[^>]*value="([0-9a-f]{64})"', looked_over)
    assert seen_hash is not None
    done = client.post(f"{base}/hand-in", data={"seen_hash": seen_hash[1]})
    receipt = client.get(done.location).text
    assert "R1/MWUF/001" in receipt
    assert seen_hash[1] in receipt
    block = client.get(f"{done.location}.json").data
    assert hashlib.sha256(block).hexdigest() == seen_hash[1]


def test_a_delegate_sees_who_hands_in_and_finds_no_hand_in_page(round_id: str, client_for: ClientFor) -> None:
    client = client_for("delegate_mwuf")
    page = client.get(f"/i/mac/rounds/{round_id}/contribution").text
    assert "For your delegation: Ines Okafor, Davit Lund." in page
    assert client.get(f"/i/mac/rounds/{round_id}/contribution/hand-in").status_code == 404


def test_a_draft_that_changed_meanwhile_is_shown_again_before_it_is_handed_in(
    cast: Cast, round_id: str, client_for: ClientFor
) -> None:
    write(cast, "delegate_mwuf", round_id, None, "One thing more.")
    page = client_for("head_mwuf").post(
        f"/i/mac/rounds/{round_id}/contribution/hand-in", data={"seen_hash": "0" * 64}
    )
    assert page.status_code == 409
    assert "Nothing was handed in." in page.text
    assert "One thing more." in page.text


def test_a_comment_a_second_late_is_refused_and_what_was_typed_is_kept(
    cast: Cast, text: TextUnderReview, round_id: str, client_for: ClientFor, moved_clock: Move
) -> None:
    moved_clock(closing(cast, round_id))
    page = client_for("head_mwuf").post(
        f"/i/mac/rounds/{round_id}/contribution/add",
        data={
            "provision_id": text.provisions[0],
            "kind": "general",
            "body": "Typed until the last second.",
            "language": "en",
        },
    )
    assert page.status_code == 422
    assert "This round closed on" in page.text
    assert "Typed until the last second." in page.text


def test_a_covering_statement_a_second_late_is_kept_too(
    cast: Cast, round_id: str, client_for: ClientFor, moved_clock: Move
) -> None:
    moved_clock(closing(cast, round_id))
    page = client_for("head_mwuf").post(
        f"/i/mac/rounds/{round_id}/contribution", data={"statement": "With late thanks.", "version": "1"}
    )
    assert page.status_code == 422
    assert "With late thanks." in page.text


def test_words_that_stand_twice_are_offered_as_a_choice(
    text: TextUnderReview, round_id: str, client_for: ClientFor
) -> None:
    client = client_for("head_mwuf")
    form = {
        "provision_id": text.provisions[0],
        "words": "warn",
        "kind": "editorial",
        "body": "Twice the same word.",
        "language": "en",
    }
    page = client.post(f"/i/mac/rounds/{round_id}/contribution/add", data=form)
    assert page.status_code == 422
    places = re.findall(r'name="place" value="(\d+)"', page.text)
    assert len(places) == 2
    chosen = client.post(f"/i/mac/rounds/{round_id}/contribution/add", data={**form, "place": places[1]})
    assert chosen.status_code == 303


def test_adding_leads_back_to_the_page_of_the_initiative_and_nowhere_else(
    round_id: str, client_for: ClientFor
) -> None:
    client = client_for("head_mwuf")
    form = {"kind": "general", "body": "On the whole.", "language": "en"}
    path = f"/i/mac/rounds/{round_id}/contribution/add"
    back = client.post(path, data={**form, "back": "/i/mac/text/0?open=p#p1.1"})
    assert back.location == "/i/mac/text/0?open=p#p1.1"
    away = client.post(path, data={**form, "back": "//elsewhere.example/i/mac/"})
    assert away.location == f"/i/mac/rounds/{round_id}/contribution"


def test_a_draft_comment_is_edited_and_removed(
    cast: Cast, text: TextUnderReview, round_id: str, client_for: ClientFor
) -> None:
    draft_id = write(cast, "delegate_mwuf", round_id, text.provisions[0], "First words.")
    client = client_for("head_mwuf")
    assert "First words." in client.get(f"/i/mac/drafts/{draft_id}").text
    form = {
        "provision_id": text.provisions[0],
        "kind": "editorial",
        "body": "Second words.",
        "language": "en",
        "version": "1",
    }
    assert client.post(f"/i/mac/drafts/{draft_id}", data=form).status_code == 303
    stale = client.post(f"/i/mac/drafts/{draft_id}", data={**form, "body": "Third words."})
    assert stale.status_code == 422
    assert "Second words." in stale.text
    assert "Third words." in stale.text
    assert "Second words." in client.get(f"/i/mac/drafts/{draft_id}/remove").text
    removed = client.post(f"/i/mac/drafts/{draft_id}/remove", data={"version": "2"})
    assert removed.status_code == 303
    assert client.get(f"/i/mac/drafts/{draft_id}").status_code == 404


def test_another_delegation_does_not_find_a_draft(cast: Cast, round_id: str, client_for: ClientFor) -> None:
    draft_id = write(cast, "delegate_mwuf", round_id, None)
    for path in (f"/i/mac/drafts/{draft_id}", f"/i/mac/drafts/{draft_id}/remove"):
        assert client_for("head_empl").get(path).status_code == 404


def test_the_desk_goes_from_comment_to_comment_until_the_round_is_concluded(
    cast: Cast,
    text: TextUnderReview,
    session: Session,
    round_id: str,
    client_for: ClientFor,
    moved_clock: Move,
) -> None:
    for body in ("First thing.", "Second thing."):
        write(cast, "head_mwuf", round_id, text.provisions[1], body, words="at a border")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    first, second = (
        one.id for one in queries.comments_of_round(session, cast.actor("officer_free"), round_id)
    )
    client = client_for("officer_free")
    desk = client.get(f"/i/mac/rounds/{round_id}").text
    assert "First thing." in desk
    assert '<mark class="said" aria-current="true">at a border</mark>' in desk
    without_reason = client.post(
        f"/i/mac/rounds/{round_id}/comments/{first}/answer", data={"disposition": "noted", "version": "1"}
    )
    assert without_reason.status_code == 422
    assert "Write the reason" in without_reason.text
    assert "2 comments have no disposition yet" in client.get(f"/i/mac/rounds/{round_id}/conclude").text
    assert client.post(f"/i/mac/rounds/{round_id}/conclude").status_code == 409
    for one, leads_to in ((first, f"?comment={second}#desk"), (second, "#desk")):
        recorded = client.post(
            f"/i/mac/rounds/{round_id}/comments/{one}/answer",
            data={"disposition": "noted", "reason": "With thanks.", "version": "1"},
        )
        assert recorded.location == f"/i/mac/rounds/{round_id}{leads_to}"
    assert client.post(f"/i/mac/rounds/{round_id}/conclude").status_code == 303
    assert "concluded" in client.get(f"/i/mac/rounds/{round_id}").text


def test_the_desk_is_the_secretariats_and_the_own_delegation_is_left_to_another(
    cast: Cast, session: Session, round_id: str, client_for: ClientFor, moved_clock: Move
) -> None:
    write(cast, "head_iom", round_id, None)
    hand_in(cast, "head_iom", round_id)
    close_round(cast, round_id, moved_clock)
    (view,) = queries.comments_of_round(session, cast.actor("officer"), round_id)
    page = client_for("officer").get(f"/i/mac/rounds/{round_id}?comment={view.id}").text
    assert "another officer answers it" in page
    assert "Record and next" not in page
    refused = client_for("officer").post(
        f"/i/mac/rounds/{round_id}/comments/{view.id}/answer",
        data={"disposition": "noted", "reason": "Ours.", "version": "1"},
    )
    assert refused.status_code in (403, 404, 422)
    assert "Disposition desk" not in client_for("chair_usa").get(f"/i/mac/rounds/{round_id}").text


def test_two_officers_see_both_reasons(
    cast: Cast, session: Session, round_id: str, client_for: ClientFor, moved_clock: Move
) -> None:
    write(cast, "head_mwuf", round_id, None)
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    (view,) = queries.comments_of_round(session, cast.actor("officer"), round_id)
    answer(cast, "officer", view.id, reason="The first reason.")
    page = client_for("officer_free").post(
        f"/i/mac/rounds/{round_id}/comments/{view.id}/answer",
        data={"disposition": "noted", "reason": "The second reason.", "version": "1"},
    )
    assert page.status_code == 422
    assert "The first reason." in page.text
    assert "The second reason." in page.text


def test_after_closing_everybody_reads_comments_and_contributions(
    cast: Cast,
    text: TextUnderReview,
    session: Session,
    round_id: str,
    client_for: ClientFor,
    moved_clock: Move,
) -> None:
    write(cast, "head_mwuf", round_id, text.provisions[0], "من يُبلّغ؟")
    hand_in(cast, "head_mwuf", round_id)
    mwuf = cast.delegations["MWUF"]
    reader = client_for("head_obs")
    contribution = f"/i/mac/rounds/{round_id}/contributions/{mwuf}"
    assert reader.get(contribution).status_code == 404
    assert reader.get(f"/i/mac/rounds/{round_id}/comments").status_code == 404
    close_round(cast, round_id, moved_clock)
    (view,) = queries.comments_of_round(session, cast.actor("head_obs"), round_id)
    for path in (
        contribution,
        f"/i/mac/rounds/{round_id}/comments",
        f"/i/mac/rounds/{round_id}/comments?only=unanswered",
        f"/i/mac/comments/{view.id}",
    ):
        page = reader.get(path)
        assert page.status_code == 200
        assert "R1/MWUF/001" in page.text
        assert "من يُبلّغ؟" in page.text
    assert client_for("outsider").get(f"/i/mac/comments/{view.id}").status_code == 404
