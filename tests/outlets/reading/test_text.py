"""The page of a revision."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.factories.cast import Cast
from tests.features.drafting.acts import WARNING, Draft
from tests.features.review.text import Move, close_round, hand_in, open_round, write
from tests.features.review.text import TextUnderReview as Text
from webapp.base.kernel.db import db
from webapp.features.instruments import queries
from webapp.features.instruments.rules.snapshot import from_json, text_hash

SignIn = Callable[[str], FlaskClient]


def test_before_the_zero_draft_the_page_says_so(draft: Draft, client_for: SignIn) -> None:
    assert "No revision is issued yet" in client_for("head_mwuf").get("/i/mac/text").text
    assert "Open the rolling text" in client_for("chair_phl").get("/i/mac/text").text


def test_a_revision_shows_text_status_and_alternatives(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    page = client_for("head_obs").get("/i/mac/text").text
    assert WARNING in page
    assert "document symbol MAC/VP/2026/1" in page
    assert 'id="p1.2"' in page
    assert "Not agreed, two alternatives." in page
    assert "<bdi>PHL, USA</bdi>" in page
    assert "st-bracketed" in page
    assert "Employers (leads), States of origin" in page


def test_an_outsider_finds_no_text(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    client = client_for("outsider")
    for path in ("/i/mac/text", "/i/mac/text/0", "/i/mac/text/0.json", "/i/mac/compare"):
        assert client.get(path).status_code == 404


def test_the_rolling_text_does_not_show_on_the_page_of_a_revision(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    draft.edit(draft.warning, "Canary in the rolling text.")
    draft.propose()
    client = client_for("head_mwuf")
    assert "Canary" not in client.get("/i/mac/text").text
    assert client.get("/i/mac/text/1").status_code == 404


def test_a_superseded_revision_keeps_its_address_and_leads_to_the_current_one(
    draft: Draft, client_for: SignIn
) -> None:
    draft.issue()
    draft.edit(draft.warning, "States warn.")
    draft.issue()
    client = client_for("head_mwuf")
    old = client.get("/i/mac/text/0").text
    assert WARNING in old
    assert "This revision is superseded." in old
    assert 'href="/i/mac/text/1">The current text is Rev.1' in old
    assert "superseded" not in client.get("/i/mac/text").text


def test_the_hash_can_be_reproduced_from_the_downloaded_snapshot(draft: Draft, client_for: SignIn) -> None:
    revision = draft.issue()
    client = client_for("head_mwuf")
    download = client.get("/i/mac/text/0.json")
    assert hashlib.sha256(download.data).hexdigest() == revision.hash
    assert text_hash(from_json(download.data)) == revision.hash
    assert revision.hash in client.get("/i/mac/text/0").text


@pytest.fixture
def under_review(draft: Draft) -> Text:
    revision = draft.issue()
    return Text(draft.instrument_id, revision.id, (draft.warning, draft.papers))


def test_the_own_draft_shows_to_the_own_delegation_alone(
    cast: Cast, draft: Draft, under_review: Text, client_for: SignIn, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.", words="migrants early")
    path = f"/i/mac/text/0?open={draft.warning}"
    own = client_for("head_mwuf").get(path).text
    assert "Say who warns." in own
    assert '<mark class="said">migrants early</mark>' in own
    assert "Add to your draft" in own
    for who in ("head_iom", "chair_phl", "officer_free"):
        page = client_for(who).get(path).text
        assert "Say who warns." not in page
        assert "1 comment" not in page


def test_after_closing_everybody_reads_the_comments_under_their_provision(
    cast: Cast, draft: Draft, under_review: Text, client_for: SignIn, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.")
    write(cast, "delegate_mwuf", round_id, None, "The whole is too long.")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    client = client_for("officer_free")
    page = client.get("/i/mac/text/0").text
    assert "1 comment, 1 unanswered" in page
    assert "Say who warns." not in page
    assert "Say who warns." in client.get(f"/i/mac/text/0?open={draft.warning}").text
    assert "The whole is too long." in client.get("/i/mac/text/0?open=text").text
    assert queries.statuses(db.session(), draft.instrument_id)[draft.warning] == "open"
