"""What the page of a text keeps in memory: nobody sees more for it, and nobody sees what no longer holds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.factories.cast import Cast
from tests.features.drafting.acts import Draft
from tests.features.review.text import Move, answer, close_round, hand_in, open_round, write
from tests.features.review.text import TextUnderReview as Text
from webapp.base.access import spaces
from webapp.base.access.actor import Capacity, Constituency, Standing
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import audience_of
from webapp.features.instruments import service as instruments
from webapp.features.participants import service as participants
from webapp.features.people.models import Person
from webapp.features.review import queries
from webapp.features.review.models import Comment

SignIn = Callable[[str], FlaskClient]
BY = Capacity(None, "Concord", "system")
PAGE = "/i/mac/text"


@pytest.fixture
def closed_round(cast: Cast, draft: Draft, moved_clock: Move) -> str:
    """A round that is over, with a comment of the union and one of IOM on the same provision."""
    text = Text(draft.instrument_id, draft.issue().id, (draft.warning, draft.papers))
    round_id = open_round(cast, text, moved_clock)
    for who in ("head_mwuf", "head_iom"):
        write(cast, who, round_id, draft.warning, f"A comment of {who}.")
        hand_in(cast, who, round_id)
    close_round(cast, round_id, moved_clock)
    return round_id


def counted(client: FlaskClient) -> list[str]:
    """The counts of comments on the page, from top to bottom."""
    return re.findall(r"\d+ comments?(?:, \d+ unanswered)?", client.get(PAGE).text)


def test_two_readers_of_different_rights_get_different_counts(
    cast: Cast, closed_round: str, client_for: SignIn
) -> None:
    union = cast.delegations["MWUF"]
    with unit_of_work() as work:
        own = audience_of(work.session, [spaces.of_delegation(union)])
        work.session.execute(update(Comment).where(Comment.delegation_id == union).values(audience_id=own))
    insider, other = client_for("delegate_mwuf"), client_for("head_empl")
    for _ in range(2):
        assert counted(other) == ["1 comment, 1 unanswered"]
        assert counted(insider) == ["2 comments, 2 unanswered"]


def test_an_answer_is_counted_on_the_next_page(cast: Cast, closed_round: str, client_for: SignIn) -> None:
    reader = client_for("head_empl")
    assert counted(reader) == ["2 comments, 2 unanswered"]
    for left in ("2 comments, 1 unanswered", "2 comments"):
        first, *_ = queries.comments_of_round(
            db.session(), cast.actor("officer_free"), closed_round, unanswered_only=True
        )
        answer(cast, "officer_free", first.id)
        assert counted(reader) == [left]


def test_a_status_shows_on_the_next_page(cast: Cast, draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    reader = client_for("head_empl")
    assert "st-agreed" not in reader.get(PAGE).text
    with unit_of_work() as work:
        instruments.agree(work, BY, cast.initiative_id, [draft.warning], ad_referendum=False)
    assert "st-agreed" in reader.get(PAGE).text


def test_a_new_revision_is_the_next_page(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    reader = client_for("head_empl")
    assert "States warn." not in reader.get(PAGE).text
    draft.edit(draft.warning, "States warn.")
    draft.issue()
    assert "States warn." in reader.get(PAGE).text


def test_a_code_behind_a_bracket_is_a_name_once_its_delegation_is_accredited(
    cast: Cast, draft: Draft, client_for: SignIn
) -> None:
    draft.edit(draft.warning, "States [warn -- NEWC] migrants.")
    draft.issue()
    reader = client_for("head_empl")
    assert "<bdi>NEWC</bdi>" not in reader.get(PAGE).text
    with unit_of_work() as work:
        participants.accredit(
            work,
            cast.actor("officer_free", work.session),
            cast.initiative_id,
            code="NEWC",
            name="Newcomers",
            constituency=Constituency.CIVIL_SOCIETY,
            standing=Standing.MEMBER,
        )
    assert "<bdi>NEWC</bdi>" in reader.get(PAGE).text


def test_words_about_the_text_are_said_in_the_language_of_each_reader(
    cast: Cast, draft: Draft, client_for: SignIn
) -> None:
    draft.issue()
    english, french = client_for("head_empl"), client_for("head_iom")
    with unit_of_work() as work:
        work.session.get_one(Person, cast.people["head_iom"]).locale = "fr"
    pages = [client.get(PAGE).text for client in (english, french, english)]
    assert pages[0].count("Not agreed, two alternatives.") == 1
    assert "Not agreed, two alternatives." not in pages[1]
    assert pages[2].count("Not agreed, two alternatives.") == 1
