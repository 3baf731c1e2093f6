"""What waits for somebody leads to a page that opens for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient

from tests.factories.cast import PEOPLE, Cast
from tests.features.decisions.stage import make_stage
from tests.features.drafting.acts import begin
from tests.features.review.text import Move, TextUnderReview, close_round, hand_in, open_round, present, write
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.waiting import Waiting
from webapp.features.decisions.rules.transitions import DecisionKind
from webapp.features.initiatives.models import Initiative
from webapp.outlets.desk import queries

ClientFor = Callable[[str], FlaskClient]


def waiting(cast: Cast, who: str) -> list[Waiting]:
    db.session.remove()
    return queries.waiting(db.session(), cast.actor(who), present())


def open_all_doors(app: Flask, cast: Cast, client_for: ClientFor) -> dict[str, list[str]]:
    """What waits for each of the cast, by endpoint; every one of these pages opens for them."""
    found = {}
    for who, *_ in PEOPLE:
        found[who] = [one.endpoint for one in waiting(cast, who)]
        for one in waiting(cast, who):
            with app.test_request_context():
                address = url_for(one.endpoint, **dict[str, Any](one.values))
            assert client_for(who).get(address).status_code == 200, (who, address)
            assert one.act
            assert one.title
    return found


@pytest.fixture
def round_id(cast: Cast, moved_clock: Move) -> str:
    draft = begin(cast)
    text = TextUnderReview(draft.instrument_id, draft.issue().id, (draft.warning, draft.papers))
    return open_round(cast, text, moved_clock)


def test_an_open_round_waits_for_everybody_with_a_seat(
    app: Flask, cast: Cast, client_for: ClientFor, round_id: str
) -> None:
    found = open_all_doors(app, cast, client_for)
    with_a_seat = {who for who, _, delegation, *_ in PEOPLE if delegation}
    assert {who for who, ways in found.items() if "review.contribution" in ways} == with_a_seat


def test_comments_wait_for_officers_but_not_those_of_their_own_delegation(
    app: Flask, cast: Cast, client_for: ClientFor, round_id: str, moved_clock: Move
) -> None:
    write(cast, "head_iom", round_id, None, "The whole is too long.")
    hand_in(cast, "head_iom", round_id)
    close_round(cast, round_id, moved_clock)
    found = open_all_doors(app, cast, client_for)
    assert {who for who, ways in found.items() if "review.round" in ways} == {"officer_free"}


def test_questions_wait_for_those_who_speak_for_a_member_and_hold_no_office(
    app: Flask, cast: Cast, client_for: ClientFor
) -> None:
    stage = make_stage(cast)
    stage.open()
    found = open_all_doors(app, cast, client_for)
    asked = {who for who, ways in found.items() if "decisions.decision" in ways}
    speaking = {who for who, _, code, role, _ in PEOPLE if code and role in ("head", "alternate")}
    assert asked == speaking - {"head_obs", "chair_phl", "chair_usa"}


def test_a_proposal_waits_for_the_other_co_chair_with_the_moment_until_which_it_can_be_opened(
    app: Flask, cast: Cast, client_for: ClientFor
) -> None:
    stage = make_stage(cast)
    stage.propose(stage.proposal(DecisionKind.SILENCE, hours=90))
    found = open_all_doors(app, cast, client_for)
    (who,) = [who for who, ways in found.items() if "decisions.decision" in ways]
    assert who in {"chair_phl", "chair_usa"}
    (one,) = [one for one in waiting(cast, who) if one.endpoint == "decisions.decision"]
    assert one.due_at is not None
    hours = (one.due_at - present()).total_seconds() / 3600
    assert 17 < hours <= 18


def test_an_initiative_that_nobody_serves_waits_for_the_administrator(
    app: Flask, cast: Cast, client_for: ClientFor
) -> None:
    with unit_of_work() as work:
        work.session.add(
            Initiative(
                slug="ports",
                title="Seafarers",
                mandate="",
                scope=["conflict"],
                time_zone="UTC",
                created_at=work.now(),
            )
        )
    found = open_all_doors(app, cast, client_for)
    assert {who for who, ways in found.items() if "participants.first_officer" in ways} == {"administrator"}
