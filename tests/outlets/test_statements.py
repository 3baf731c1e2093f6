"""Pages ask the database a number of questions that does not grow with what they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from tests.factories.cast import Cast
from tests.features.decisions.stage import SPEAKERS, Stage, make_stage
from tests.features.drafting.acts import Draft, begin
from tests.features.review.text import (
    DAY,
    Move,
    TextUnderReview,
    answer,
    close_round,
    hand_in,
    open_round,
    plan,
    present,
    write,
)
from tests.outlets.notifications.happenings import react
from tests.support.statements import counted_statements
from webapp.base.access.actor import SYSTEM
from webapp.base.kernel.db import db
from webapp.base.kernel.ids import new_id
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions.rules.transitions import DecisionKind
from webapp.features.initiatives.models import Initiative
from webapp.features.instruments import queries as instruments
from webapp.features.participants.models import Delegation, SeatRow
from webapp.features.review import queries as review
from webapp.features.review import service as rounds

SignIn = Callable[[str], FlaskClient]

OF_THE_TEXT = 9
"""Of the page of a text, at most, sign-in and layout included (quality.md, "Fast, on two cores", allows 12)."""
OF_OPENED = 10
"""With a provision opened, with its comments and those of the own draft (quality.md allows 10)."""
OF_POSTING = 15
"""Of a comment that is posted, likewise."""
OF_THE_START = 30
OF_ANY = 30


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


@pytest.mark.parametrize("who", ["head_mwuf", "chair_phl", "officer_free"])
@pytest.mark.parametrize("view", ["", "?view=clean", "?view=changes"])
def test_every_view_of_a_text_asks_few_questions(
    draft: Draft, client_for: SignIn, moved_clock: Move, who: str, view: str
) -> None:
    draft.issue()
    draft.edit(draft.warning, "States warn.")
    revision = draft.issue()
    text = TextUnderReview(draft.instrument_id, revision.id, (draft.warning, draft.papers))
    open_round(draft.cast, text, moved_clock)
    assert len(asked(client_for(who), f"/i/mac/text{view}")) <= OF_THE_TEXT + (view == "?view=changes")
    if not view:
        assert len(asked(client_for(who), "/i/mac/text/0")) <= OF_THE_TEXT


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
    check(few, asked(client, opened), OF_OPENED)
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


def come_back_after(cast: Cast, client: FlaskClient, move: Move) -> None:
    """The visit before ends, and what happened since is told."""
    assert client.get("/").status_code == 200
    move(present() - dt.datetime.now(dt.UTC) + dt.timedelta(hours=3))


def let_things_happen(cast: Cast, draft: Draft, round_id: str, move: Move, times: int) -> None:
    """Comments, answers and entries of the journal: so many times more than once."""
    comment_often(cast, draft, round_id, times)
    for speaker in ("head_mwuf", "head_iom"):
        hand_in(cast, speaker, round_id)
    close_round(cast, round_id, move)
    db.session.remove()
    *others, _last = review.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
    for comment in others:
        answer(cast, "officer_free", comment.id)
    for _ in range(times):
        draft.edit(draft.warning, f"States warn {new_id()}.")
        draft.issue()


@pytest.mark.parametrize("who", ["head_mwuf", "chair_phl", "officer_free", "officer"])
def test_the_start_page_asks_no_more_for_much_that_happened(
    cast: Cast,
    draft: Draft,
    under_review: TextUnderReview,
    client_for: SignIn,
    moved_clock: Move,
    who: str,
) -> None:
    found = []
    client = client_for(who)
    for times in (2, 20):
        current = instruments.revision_cards(db.session(), draft.instrument_id)[-1]
        round_id = open_round_later(cast, replace(under_review, revision_id=current.id), moved_clock)
        come_back_after(cast, client, moved_clock)
        let_things_happen(cast, draft, round_id, moved_clock, times)
        assert "Since your last visit" in client.get("/").text
        found.append(asked(client, "/"))
        assert len(asked(client, "/changes")) <= OF_THE_START
    few, many = found
    check(few, many, OF_THE_START)


def open_round_later(cast: Cast, text: TextUnderReview, move: Move) -> str:
    """A round that opens a day from now, wherever the clock has been moved to."""
    round_id = plan(cast, text)
    move(present() - dt.datetime.now(dt.UTC) + DAY)
    with unit_of_work() as work:
        rounds.open_round(work, SYSTEM, round_id)
    return round_id


def test_the_start_page_asks_no_more_for_many_initiatives(cast: Cast, client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    begin(cast).issue()
    one = asked(client, "/")
    sit_in_more(cast, "head_mwuf", 2)
    assert "Initiative 2" in client.get("/").text
    check(one, asked(client, "/"), OF_THE_START)


def sit_in_more(cast: Cast, who: str, times: int) -> None:
    """Seats of an adviser in further initiatives."""
    with unit_of_work() as work:
        now = work.now()
        for place in range(1, times + 1):
            row = Initiative(
                slug=f"other-{place}",
                title=f"Initiative {place}",
                mandate="",
                scope=["conflict"],
                time_zone="UTC",
                created_at=now,
            )
            work.session.add(row)
            work.session.flush()
            of = Delegation(
                initiative_id=row.id,
                code="MWUF",
                name="Union",
                constituency="civil_society",
                standing="observer",
                tags=[],
                accredited_at=now,
            )
            work.session.add(of)
            work.session.flush()
            seat = SeatRow(
                initiative_id=row.id,
                delegation_id=of.id,
                person_id=cast.people[who],
                role="adviser",
                began_at=now,
            )
            work.session.add(seat)


def test_posting_a_comment_asks_few_questions_however_many_there_are(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: SignIn, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    client = client_for("delegate_mwuf")

    def posted() -> list[str]:
        form = {
            "provision_id": draft.warning,
            "kind": "substantive",
            "body": "Say who warns.",
            "language": "en",
            "idempotency_key": new_id(),
        }
        with counted_statements() as statements:
            assert client.post(f"/i/mac/rounds/{round_id}/contribution/add", data=form).status_code == 303
        return statements

    posted()
    few = posted()
    comment_often(cast, draft, round_id, 8)
    check(few, posted(), OF_POSTING)
