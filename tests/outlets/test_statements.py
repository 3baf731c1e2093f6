"""Pages ask the database a number of questions that does not grow with what they show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.factories.cast import Cast
from tests.features.decisions.stage import SPEAKERS, Stage, make_stage
from tests.features.drafting.acts import Draft, begin
from tests.features.review.text import (
    Move,
    TextUnderReview,
    answer,
    close_round,
    hand_in,
    open_round,
    write,
)
from tests.outlets.notifications.happenings import react
from tests.support.statements import counted_statements
from webapp.base.kernel.db import db
from webapp.features.decisions.rules.transitions import DecisionKind
from webapp.features.review import queries as review

SignIn = Callable[[str], FlaskClient]

OF_THE_TEXT = 25
OF_ANY = 30
"""How many statements a page sends at most, sign-in and layout included."""


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """A text in the making."""
    return begin(cast)


@pytest.fixture
def under_review(draft: Draft) -> TextUnderReview:
    """That text, issued."""
    return TextUnderReview(draft.instrument_id, draft.issue().id, (draft.warning, draft.papers))


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """A text of two principles that can be decided."""
    return make_stage(cast)


def asked(client: FlaskClient, path: str) -> list[str]:
    """What a page asks when it is opened once more: the first time may note that it was seen."""
    assert client.get(path).status_code == 200
    with counted_statements() as statements:
        assert client.get(path).status_code == 200
    return statements


def check(before: list[str], after: list[str], at_most: int = OF_ANY) -> None:
    """As many statements for much as for little, and few."""
    assert len(after) == len(before), "\n\n".join(after)
    assert len(after) <= at_most, "\n\n".join(after)


def comment_often(cast: Cast, draft: Draft, round_id: str, times: int) -> None:
    """Comments of two delegations on several provisions."""
    for place in range(times):
        for who in ("delegate_mwuf", "head_iom"):
            write(cast, who, round_id, (draft.warning, draft.papers, draft.duty, None)[place % 4])


def test_the_text_page_asks_no_more_for_a_long_text(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    client = client_for("head_mwuf")
    short = asked(client, "/i/mac/text/0")
    for place in range(30):
        draft.add(f"States should [warn {place}][tell {place}].")
    draft.issue()
    check(short, asked(client, "/i/mac/text/1"), OF_THE_TEXT)


@pytest.mark.parametrize("who", ["head_mwuf", "officer_free", "head_obs"])
def test_the_text_page_asks_no_more_for_many_comments(
    cast: Cast,
    draft: Draft,
    under_review: TextUnderReview,
    client_for: SignIn,
    moved_clock: Move,
    who: str,
) -> None:
    opened = f"/i/mac/text/0?open={draft.warning}"
    round_id = open_round(cast, under_review, moved_clock)
    client = client_for(who)
    comment_often(cast, draft, round_id, 1)
    few = asked(client, opened)
    comment_often(cast, draft, round_id, 8)
    check(few, asked(client, opened), OF_THE_TEXT)
    for speaker in ("head_mwuf", "head_iom"):
        hand_in(cast, speaker, round_id)
    close_round(cast, round_id, moved_clock)
    assert len(asked(client, opened)) <= len(few)


def test_the_board_and_the_desk_ask_no_more_for_many_comments(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: SignIn, moved_clock: Move
) -> None:
    client = client_for("officer_free")
    round_id = open_round(cast, under_review, moved_clock)
    board = f"/i/mac/rounds/{round_id}"
    comment_often(cast, draft, round_id, 1)
    hand_in(cast, "head_mwuf", round_id)
    few = asked(client, board)
    comment_often(cast, draft, round_id, 8)
    for speaker in ("head_mwuf", "head_iom"):
        hand_in(cast, speaker, round_id)
    check(few, asked(client, board))
    close_round(cast, round_id, moved_clock)
    db.session.remove()
    *others, last = review.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
    pages = (f"{board}?comment={last.id}", f"{board}/comments?only=unanswered")
    many = [asked(client, page) for page in pages]
    for comment in others:
        answer(cast, "officer_free", comment.id)
    for before, page in zip(many, pages, strict=True):
        check(before, asked(client, page))


@pytest.mark.parametrize("who", ["head_mwuf", "chair_phl"])
@pytest.mark.parametrize("kind", [DecisionKind.CALL, DecisionKind.SILENCE])
def test_the_page_of_a_decision_asks_no_more_for_many_positions(
    stage: Stage, client_for: SignIn, kind: DecisionKind, who: str
) -> None:
    decision_id = stage.place() if kind is DecisionKind.SILENCE else stage.open()
    page, client = f"/i/mac/decisions/{decision_id}", client_for(who)
    stage.take(decision_id, "head_phl", "agree")
    few = asked(client, page)
    for code in SPEAKERS:
        stage.take(decision_id, f"head_{code}", "agree")
    check(few, asked(client, page))


def test_proposing_asks_no_more_for_many_members(stage: Stage, client_for: SignIn) -> None:
    decision_id = stage.propose(stage.proposal(DecisionKind.SILENCE, hours=90))
    client = client_for("chair_usa")
    assert len(asked(client, f"/i/mac/decisions/{decision_id}/confirm")) <= OF_ANY


def test_the_journal_and_the_inbox_ask_no_more_for_many_entries(stage: Stage, client_for: SignIn) -> None:
    pages = ("/i/mac/journal", "/inbox")
    client = client_for("head_mwuf")
    stage.open()
    react()
    few = [asked(client, page) for page in pages]
    for place in range(6):
        stage.open(stage.proposal(element=None, question=f"Shall we meet {place} times?"))
    react()
    for before, page in zip(few, pages, strict=True):
        check(before, asked(client, page))


def test_the_pages_of_rounds_decisions_and_people_ask_few_questions(
    cast: Cast, under_review: TextUnderReview, client_for: SignIn, moved_clock: Move
) -> None:
    open_round(cast, under_review, moved_clock)
    client = client_for("officer_free")
    for page in ("/", "/i/mac/", "/i/mac/rounds", "/i/mac/decisions", "/i/mac/people", "/i/mac/text"):
        assert len(asked(client, page)) <= OF_ANY, page
