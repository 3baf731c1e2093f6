"""What is found where delegations are not named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import Move, TextUnderReview, close_round, hand_in, open_round, write
from tests.outlets.search.world import headings, react
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review import queries as review
from webapp.features.review import service
from webapp.outlets.search import queries as search
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.rules.asking import read

SignIn = Callable[[str], FlaskClient]


@pytest.fixture
def round_id(cast: Cast, under_review: TextUnderReview, moved_clock: Move) -> str:
    """A closed round that names nobody, with a comment of a union and its covering statement."""
    round_id = open_round(cast, under_review, moved_clock, Attribution.NONE)
    write(cast, "head_mwuf", round_id, under_review.provisions[0], "Warn at the quarry.")
    with unit_of_work() as work:
        service.save_statement(
            work, cast.actor("head_mwuf", work.session), round_id, "Quarries first.", version=1
        )
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    react()
    return round_id


def found(client: FlaskClient, typed: str) -> str:
    return client.get("/i/mac/search", query_string={"q": typed}).text


def numbers(session: Session, cast: Cast, who: str, round_id: str) -> tuple[str | None, str | None]:
    session.rollback()
    (view,) = review.comments_of_round(session, cast.actor(who), round_id)
    return view.register_number, view.others_call_it


def test_others_find_the_comment_of_a_delegation_and_the_own_one_its_name(
    client_for: SignIn, round_id: str
) -> None:
    theirs, own = (found(client_for(who), "quarry") for who in ("officer_free", "head_mwuf"))
    assert len(headings(theirs)) == len(headings(own)) == 1
    assert "MWUF" not in theirs
    assert "a delegation" in theirs
    assert "R1/MWUF/001" in own


def test_a_comment_is_found_by_each_number_that_its_reader_knows(
    session: Session, cast: Cast, client_for: SignIn, round_id: str
) -> None:
    own, public = numbers(session, cast, "head_mwuf", round_id)
    assert own == "R1/MWUF/001"
    assert public is not None
    assert len(headings(found(client_for("head_mwuf"), own))) == 1
    assert len(headings(found(client_for("head_mwuf"), public))) == 1
    assert len(headings(found(client_for("chair_usa"), public))) == 1
    assert headings(found(client_for("chair_usa"), own)) == []


def test_a_covering_statement_is_found_apart_from_what_was_handed_in_with_it(
    session: Session, client_for: SignIn, round_id: str
) -> None:
    page = found(client_for("officer_free"), "quarries first")
    assert f'href="/i/mac/rounds/{round_id}/comments#statements"' in page
    assert "MWUF" not in page
    moments = session.scalars(select(SearchEntry.at).where(SearchEntry.kind.in_(("comment", "covering"))))
    assert len(set(moments)) == 1


def test_what_is_found_stands_in_no_order_that_tells_what_came_together(
    cast: Cast, under_review: TextUnderReview, moved_clock: Move, session: Session
) -> None:
    round_id = open_round(cast, under_review, moved_clock, Attribution.NONE)
    for who in ("head_mwuf", "head_iom", "head_mar"):
        for place in range(4):
            write(cast, who, round_id, under_review.provisions[0], f"Granite {place}, and again granite.")
        hand_in(cast, who, round_id)
    close_round(cast, round_id, moved_clock)
    react()
    reader = cast.actor("head_obs")
    asked = read("granite")
    shown = search.inside(session, reader, [cast.initiative_id], asked, kind=None, limit=50, offset=0)
    identifiers = [entry.object_id for entry in shown.entries]
    assert len(identifiers) == 12
    assert identifiers == sorted(identifiers)
