"""The pages of the search, as people use them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.base.web.markup import faults
from tests.factories.cast import LONG_AGO, Cast
from tests.features.decisions.stage import Stage
from tests.features.drafting.acts import Draft
from tests.features.review.text import Move, TextUnderReview, answer, close_round, hand_in, open_round, write
from tests.outlets.search.world import headings, react
from tests.support.statements import counted_statements
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.extensions import limiter
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.models import OfficeRow
from webapp.features.review import queries as review
from webapp.outlets.search import service
from webapp.outlets.search.routes import AT_MOST

SignIn = Callable[[str], FlaskClient]
AT_MOST_STATEMENTS = 18


def ask(client: FlaskClient, typed: str, more: str = "", path: str = "/i/mac/search") -> str:
    page = client.get(f"{path}?q={quote(typed)}{more}")
    assert page.status_code == 200
    assert faults(page.text) == []
    return page.text


def statements_of(client: FlaskClient, typed: str) -> list[str]:
    """What a search sends to the database when it is opened once more."""
    ask(client, typed)
    with counted_statements() as statements:
        ask(client, typed)
    return statements


def reviewed(cast: Cast, text: TextUnderReview, move: Move, body: str) -> str:
    """A closed round with a comment of a union; gives its identifier."""
    round_id = open_round(cast, text, move)
    write(cast, "delegate_mwuf", round_id, text.provisions[0], body)
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, move)
    react()
    db.session.remove()
    return round_id


def test_before_anything_is_asked_the_page_says_what_can_be_found(client_for: SignIn) -> None:
    page = ask(client_for("head_mwuf"), "")
    assert "<h1>Search</h1>" in page
    assert "What can be found here" in page
    assert 'role="search"' in page


def test_a_hit_leads_to_its_place_and_shows_the_words_that_were_asked_for(
    cast: Cast, draft: Draft, client_for: SignIn
) -> None:
    draft.issue()
    react()
    page = ask(client_for("head_mwuf"), "migr")
    assert headings(page) == ["Provision 1.1"]
    assert f'href="/i/mac/text/0?instrument={draft.instrument_id}#p1.1"' in page
    assert '<mark><span class="vh">found: </span>migrants<span class="vh">' in page
    assert "1 place with <q><bdi>migr</bdi></q>" in page


def test_a_comment_and_its_answer_are_shown_with_the_delegation_and_lead_to_the_comment(
    cast: Cast, under_review: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    round_id = reviewed(cast, under_review, moved_clock, "Say kestrel.")
    (comment,) = review.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
    answer(cast, "officer_free", comment.id, reason="Because of kestrel.")
    react()
    page = ask(client_for("head_obs"), "kestrel")
    assert headings(page) == ["Comment R1/MWUF/001", "Answer to comment R1/MWUF/001"]
    assert f'href="/i/mac/comments/{comment.id}"' in page
    assert f'href="/i/mac/comments/{comment.id}#answer"' in page
    assert "Migrant Workers’ Union Federation" in page
    assert "accepted" in page
    only = ask(client_for("head_obs"), "kestrel", "&kind=answer")
    assert headings(only) == ["Answer to comment R1/MWUF/001"]
    assert "All 2" in only


def test_what_was_found_beside_the_words_is_shown(cast: Cast, draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    react()
    page = ask(client_for("head_mwuf"), "proof")
    assert headings(page) == ["Provision 1.3"]
    assert "papers and <mark>" in page


def test_a_comment_is_found_by_its_number(
    cast: Cast, under_review: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    reviewed(cast, under_review, moved_clock, "Say kestrel.")
    assert headings(ask(client_for("head_obs"), "r1/mwuf/001")) == ["Comment R1/MWUF/001"]
    assert headings(ask(client_for("head_obs"), "R1/MWUF/002")) == []


def test_the_own_draft_is_found_by_the_own_delegation_alone(
    cast: Cast, under_review: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    draft_id = write(cast, "delegate_mwuf", round_id, under_review.provisions[0], "Say kestrel.")
    for who in ("delegate_mwuf", "head_mwuf", "adviser_mwuf"):
        page = ask(client_for(who), "kest")
        assert headings(page) == ["Comment in your draft"]
        assert f"/i/mac/drafts/{draft_id}" in page
        assert "Your draft: 1" in page
    for who in ("head_obs", "officer_free", "chair_phl"):
        assert "Nothing was found" in ask(client_for(who), "kest")


def test_a_draft_stands_before_everything_else_across_pages(
    cast: Cast, draft: Draft, under_review: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    for place in range(22):
        draft.add(f"States should say kestrel {place}.")
    draft.issue()
    react()
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, under_review.provisions[0], "Say kestrel.")
    client = client_for("head_mwuf")
    first, second = ask(client, "kestrel"), ask(client, "kestrel", "&page=2")
    assert (len(headings(first)), len(headings(second))) == (20, 3)
    assert headings(first)[0] == "Comment in your draft"
    assert not set(headings(first)) & set(headings(second))
    assert "Page 2 of 2" in second
    assert "There is nothing on this page" in ask(client, "kestrel", "&page=9")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("x" * 201, "at most 200 characters fit"),
        ("!!! ...", "There is no word and no number in this."),
        ("-kestrel", "Only words to leave out stand here."),
    ],
)
def test_what_cannot_be_asked_is_said_beside_the_field_and_kept(
    client_for: SignIn, typed: str, sentence: str
) -> None:
    page = client_for("head_mwuf").get(f"/i/mac/search?q={quote(typed)}")
    assert page.status_code == 422
    assert faults(page.text) == []
    assert sentence in page.text
    assert f'value="{typed}"' in page.text
    assert 'aria-invalid="true"' in page.text


@pytest.mark.parametrize("typed", ['"', "'; DROP TABLE", "a:*", "NEAR(", "\u202e", "%", "\\", "<script>"])
def test_nothing_that_can_be_typed_breaks_the_page(client_for: SignIn, typed: str) -> None:
    page = client_for("head_mwuf").get(f"/i/mac/search?q={quote(typed)}&kind=nothing&page=0")
    assert page.status_code in (200, 422)
    assert faults(page.text) == []
    assert "<script>" not in page.text.split("<main")[1]


def test_each_hit_is_in_its_own_language(
    cast: Cast, under_review: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    reviewed(cast, under_review, moved_clock, "يجب حماية المهاجرين")
    page = ask(client_for("head_obs"), "مهاجر")
    assert "المهاجرين</mark>" in page.replace('<span class="vh"> (end of what was found)</span>', "")


def test_everything_of_mine_is_found_in_one_place(cast: Cast, client_for: SignIn) -> None:
    with unit_of_work() as work:
        other = Initiative(slug="other", title="Kestrel Initiative", created_at=LONG_AGO)
        foreign = Initiative(slug="foreign", title="Kestrel of Others", created_at=LONG_AGO)
        work.session.add_all([other, foreign])
        work.session.flush()
        work.session.add(
            OfficeRow(
                initiative_id=other.id,
                person_id=cast.people["head_mwuf"],
                kind="secretariat",
                began_at=LONG_AGO,
            )
        )
    service.rebuild()
    page = ask(client_for("head_mwuf"), "kestrel", path="/search")
    assert headings(page) == ["Kestrel Initiative"]
    assert 'href="/i/other/"' in page
    assert headings(ask(client_for("head_obs"), "kestrel", path="/search")) == []
    assert "You take part in no initiative" in ask(client_for("outsider"), "kestrel", path="/search")


def test_a_search_asks_few_statements_and_no_more_for_many_hits(
    cast: Cast, under_review: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    for body in ("Say osprey.", *["Say kestrel."] * 19):
        write(cast, "delegate_mwuf", round_id, under_review.provisions[0], body)
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    react()
    client = client_for("head_obs")
    few, many = (statements_of(client, typed) for typed in ("osprey", "kestrel"))
    assert len(few) == len(many) <= AT_MOST_STATEMENTS
    assert len(statements_of(client, "nothingofthis")) < len(few)


def test_whoever_asks_too_often_is_asked_to_wait(client_for: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_for("head_mwuf")
    monkeypatch.setattr(limiter, "enabled", True)
    answers = [client.get("/i/mac/search?q=kestrel").status_code for _ in range(61)]
    limiter.reset()
    assert AT_MOST.startswith("60 per")
    assert (set(answers[:60]), answers[60]) == ({200}, 429)


def test_an_outsider_is_told_nothing_of_an_initiative(app: Flask, client_for: SignIn) -> None:
    assert client_for("outsider").get("/i/mac/search?q=kestrel").status_code == 404
    assert app.test_client().get("/i/mac/search?q=kestrel").status_code == 303
    assert app.test_client().get("/search?q=kestrel").status_code == 303


def test_a_decision_leads_to_what_was_said_in_it(
    cast: Cast, session: Session, stage: Stage, client_for: SignIn
) -> None:
    decision_id = stage.place()
    stage.take(decision_id, "head_mar", "object", "Because of kestrel.", concerns=(stage.provisions["1.1"],))
    react()
    page = ask(client_for("head_obs"), "kestrel")
    assert headings(page) == ["Position on decision 1"]
    assert f'href="/i/mac/decisions/{decision_id}#spoken"' in page
    assert 'id="spoken"' in client_for("head_obs").get(f"/i/mac/decisions/{decision_id}").text
