"""The views of a text: with comments, clean, and as what an earlier revision became; deep links into it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from tests.factories.cast import Cast
from tests.features.drafting.acts import DUTY, WARNING, Draft
from tests.features.review.text import Move, TextUnderReview, close_round, hand_in, open_round, write
from webapp.base.kernel.db import db
from webapp.features.instruments.rules.enums import Strength
from webapp.features.review import queries

SignIn = Callable[[str], FlaskClient]
CURRENT = re.compile(r'<a href="([^"]*)" aria-current="page">([^<]*)</a>')


@pytest.fixture
def under_review(draft: Draft) -> TextUnderReview:
    return TextUnderReview(draft.instrument_id, draft.issue().id, (draft.warning, draft.papers))


@pytest.fixture
def three(draft: Draft) -> Draft:
    """A zero draft, a Rev.1 with a change of strength and a deletion, a Rev.2 with other words."""
    draft.issue()
    draft.edit_duty(DUTY.replace("should", "shall"), strength=Strength.SHALL)
    draft.remove(draft.papers)
    draft.issue()
    draft.edit(draft.warning, "States should warn migrants early, and in their own language.")
    draft.issue()
    return draft


def views_of(page: str) -> str:
    found = re.search(r'<nav class="views".*?</nav>', page, re.DOTALL)
    assert found is not None
    return found.group()


def test_the_clean_view_is_the_text_alone(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: SignIn, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.")
    client = client_for("head_mwuf")
    assert "1 comment" in client.get("/i/mac/text/0").text
    page = client.get(f"/i/mac/text/0?view=clean&open={draft.warning}").text
    assert WARNING in page
    assert "1 comment" not in page
    assert "Say who warns." not in page
    assert 'class="notes"' not in page
    assert "Our contribution" not in page
    assert faults(page) == []


def test_each_view_says_that_it_is_the_present_one_and_keeps_what_is_opened(
    three: Draft, client_for: SignIn
) -> None:
    client = client_for("head_mwuf")
    opened = f"open={three.warning}"
    words = {"": "With comments", "view=clean&": "Clean", "view=changes&": "Changes since Rev.1"}
    for view, title in words.items():
        nav = views_of(client.get(f"/i/mac/text/2?{view}{opened}").text)
        assert [found[1] for found in CURRENT.findall(nav)] == [title]
        assert nav.count(opened) == 3


def test_the_zero_draft_offers_no_changes(three: Draft, client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    assert "view=changes" not in client.get("/i/mac/text/0").text
    assert client.get("/i/mac/text/0?view=changes").status_code == 404
    assert client.get("/i/mac/text/1?view=changes&since=1").status_code == 404
    assert client.get("/i/mac/text/1?view=changes&since=9").status_code == 404


def test_changes_show_in_the_layout_of_the_text_with_strength_flagged(
    three: Draft, client_for: SignIn
) -> None:
    page = client_for("head_mwuf").get("/i/mac/text/2?view=changes&since=0").text
    assert "One change of strength." in page
    assert "Changes strength: should → shall" in page
    assert 'id="d1.2"' in page
    assert "Whole provision deleted" in page
    assert "language</ins>" in re.sub(r'<span class="vh">[^<]*</span>', "", page)
    assert "Recalling that crises" in page
    assert '<option value="0" selected>' in page
    assert faults(page) == []


def test_changes_since_the_revision_before_are_what_shows_unasked(three: Draft, client_for: SignIn) -> None:
    page = client_for("head_mwuf").get("/i/mac/text/2?view=changes").text
    assert "Changes strength" not in page
    assert "Whole provision deleted" not in page


def test_a_superseded_provision_leads_to_itself_in_the_current_text(three: Draft, client_for: SignIn) -> None:
    page = client_for("head_mwuf").get(f"/i/mac/text/0?open={three.duty}").text
    assert 'href="/i/mac/text/2#p1.2">1.2 in Rev.2' in page
    assert "Not in Rev.2 any more" in page
    assert 'href="/i/mac/text/2#p1.2">The current text is Rev.2' in page
    assert faults(page) == []


def test_the_address_of_a_comment_opens_it_under_its_provision_for_who_may_read_it(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: SignIn, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    drafted = write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.")
    general = write(cast, "delegate_mwuf", round_id, None, "The whole is too long.")
    hand_in(cast, "head_mwuf", round_id)
    db.session.remove()
    by_body = {view.body: view.id for view in _comments(cast, round_id)}
    handed = by_body["Say who warns."]
    own, other = client_for("adviser_mwuf"), client_for("head_iom")
    for identifier in (drafted, handed):
        found = own.get(f"/i/mac/text/comments/{identifier}", follow_redirects=True)
        assert f'id="c-{drafted}"' in found.text
        assert other.get(f"/i/mac/text/comments/{identifier}").status_code == 404
    close_round(cast, round_id, moved_clock)
    found = other.get(f"/i/mac/text/comments/{handed}")
    assert found.location is not None
    assert found.location.endswith(f"&open={draft.warning}#c-{handed}")
    assert f'id="c-{handed}"' in other.get(found.location).text
    whole = other.get(f"/i/mac/text/comments/{by_body['The whole is too long.']}", follow_redirects=True)
    assert "The whole is too long." in whole.text
    for gone in (drafted, general, "nothing"):
        assert own.get(f"/i/mac/text/comments/{gone}").status_code == 404
    assert client_for("outsider").get(f"/i/mac/text/comments/{handed}").status_code == 404


def _comments(cast: Cast, round_id: str) -> list[queries.CommentView]:
    return queries.comments_of_round(db.session(), cast.actor("head_mwuf"), round_id)
