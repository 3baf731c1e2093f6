"""Rounds that do not name delegations: what others read, and that it stays so."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import (
    Move,
    TextUnderReview,
    answer,
    close_round,
    hand_in,
    open_round,
    plan,
    write,
)
from webapp.base.access.actor import Constituency, Standing
from webapp.base.access.attribution import Attribution, Byline, Named, OfConstituency, SomeDelegation
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives import service as initiatives_service
from webapp.features.initiatives.rules import Procedure, read_procedure
from webapp.features.participants import service as participants
from webapp.features.participants.models import Delegation
from webapp.features.review import queries, service
from webapp.features.review.queries import CommentView

ClientFor = Callable[[str], FlaskClient]
A_STATE = OfConstituency(Constituency.STATE)


@pytest.fixture
def round_id(cast: Cast, text: TextUnderReview, moved_clock: Move) -> str:
    """A closed round by constituency: two comments of a state, with a covering statement, and one of a union."""
    round_id = open_round(cast, text, moved_clock, Attribution.CONSTITUENCY)
    write(cast, "head_mar", round_id, text.provisions[0], "Warn at the border.")
    write(cast, "head_mar", round_id, text.provisions[1], "Keep no papers.")
    with unit_of_work() as work:
        actor = cast.actor("head_mar", work.session)
        service.save_statement(work, actor, round_id, "Thank you for the draft.", version=1)
    hand_in(cast, "head_mar", round_id)
    write(cast, "head_mwuf", round_id, text.provisions[0], "Warn at work.")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    return round_id


def views(session: Session, cast: Cast, who: str, round_id: str) -> dict[str, CommentView]:
    session.rollback()
    return {view.body: view for view in queries.comments_of_round(session, cast.actor(who), round_id)}


def bylines(session: Session, cast: Cast, who: str, round_id: str) -> dict[str, Byline]:
    return {body: view.by for body, view in views(session, cast, who, round_id).items()}


def set_attribution(cast: Cast, attribution: Attribution) -> None:
    with unit_of_work() as work:
        row = initiatives.initiative(work.session, cast.initiative_id)
        changed = dataclasses.replace(read_procedure(row.procedure), attribution=attribution)
        officer = cast.actor("officer_free", work.session)
        initiatives_service.edit_procedure(work, officer, row.id, row.version, changed)


@pytest.mark.parametrize("who", ["head_phl", "head_obs", "chair_usa", "officer_free"])
def test_others_read_a_constituency_or_a_delegation(
    session: Session, cast: Cast, round_id: str, who: str
) -> None:
    assert bylines(session, cast, who, round_id) == {
        "Warn at the border.": A_STATE,
        "Keep no papers.": A_STATE,
        "Warn at work.": SomeDelegation(),
    }


def test_the_own_delegation_sees_itself_and_how_others_call_its_comment(
    session: Session, cast: Cast, round_id: str
) -> None:
    own = views(session, cast, "head_mar", round_id)["Warn at the border."]
    others = views(session, cast, "chair_phl", round_id)["Warn at the border."]
    assert isinstance(own.by, Named)
    assert (own.by.code, own.by.others_read, own.register_number) == ("MAR", A_STATE, "R1/MAR/001")
    assert re.fullmatch(r"R1/\d{4,}", others.register_number or "")
    assert own.others_call_it == others.register_number
    assert (others.handed_in_at, others.number, others.others_call_it) == (None, None, None)


def test_numbers_by_which_others_call_comments_are_all_different(
    session: Session, cast: Cast, round_id: str
) -> None:
    numbers = [view.register_number for view in views(session, cast, "chair_phl", round_id).values()]
    assert len(set(numbers)) == 3


def test_a_round_takes_the_setting_of_the_initiative_and_keeps_it(
    session: Session, cast: Cast, text: TextUnderReview
) -> None:
    set_attribution(cast, Attribution.NONE)
    with unit_of_work() as work:
        now = work.now()
        round_ = service.plan_round(
            work,
            cast.actor("officer_free", work.session),
            cast.initiative_id,
            revision_id=text.revision_id,
            title="R",
            opens_at=now,
            closes_at=now.replace(year=now.year + 1),
        )
    set_attribution(cast, Attribution.FULL)
    session.rollback()
    assert queries.round_(session, cast.initiative_id, round_.id).attribution == "none"


def test_a_more_open_setting_later_reveals_nothing_that_was_said(
    session: Session, cast: Cast, round_id: str
) -> None:
    before = bylines(session, cast, "head_obs", round_id)
    set_attribution(cast, Attribution.FULL)
    assert bylines(session, cast, "head_obs", round_id) == before


def test_who_joins_after_the_opening_does_not_change_how_others_are_shown(
    session: Session, cast: Cast, round_id: str
) -> None:
    before = bylines(session, cast, "head_obs", round_id)
    with unit_of_work() as work:
        participants.accredit(
            work,
            cast.actor("officer_free", work.session),
            cast.initiative_id,
            code="NEW",
            name="A third civil society organisation",
            constituency=Constituency.CIVIL_SOCIETY,
            standing=Standing.MEMBER,
        )
    assert bylines(session, cast, "head_obs", round_id) == before


def test_who_joins_while_a_round_is_open_is_not_told_by_elimination(
    session: Session, cast: Cast, text: TextUnderReview, moved_clock: Move
) -> None:
    with unit_of_work() as work:
        for code in ("OBS", "MWUF", "RRO", "IOM", "EMPL"):
            work.session.get_one(Delegation, cast.delegations[code]).constituency = "civil_society"
    round_id = open_round(cast, text, moved_clock, Attribution.CONSTITUENCY)
    with unit_of_work() as work:
        work.session.get_one(Delegation, cast.delegations["EMPL"]).constituency = "private_sector"
    for who, body in (("head_empl", "Alone."), ("head_mar", "A state."), ("head_mwuf", "A union.")):
        write(cast, who, round_id, None, body)
        hand_in(cast, who, round_id)
    close_round(cast, round_id, moved_clock)
    assert bylines(session, cast, "head_obs", round_id) == {
        "Alone.": SomeDelegation(),
        "A state.": SomeDelegation(),
        "A union.": OfConstituency(Constituency.CIVIL_SOCIETY),
    }


def test_the_board_says_how_many_handed_in_and_not_who(
    cast: Cast, round_id: str, client_for: ClientFor
) -> None:
    for who in ("officer_free", "chair_phl", "head_obs"):
        page = client_for(who).get(f"/i/mac/rounds/{round_id}").text
        assert "2 of 8 delegations have handed in" in page
        assert "Marenga" not in page
        assert "by-delegation" not in page


def test_a_contribution_as_a_whole_is_found_by_its_own_delegation_alone(
    cast: Cast, round_id: str, client_for: ClientFor
) -> None:
    address = f"/i/mac/rounds/{round_id}/contributions/{cast.delegations['MAR']}"
    assert "Thank you for the draft." in client_for("head_mar").get(address).text
    for who in ("officer_free", "chair_phl", "head_obs"):
        assert client_for(who).get(address).status_code == 404


def test_covering_statements_stand_apart_from_the_comments(
    session: Session, cast: Cast, round_id: str, client_for: ClientFor
) -> None:
    round_ = queries.round_(session, cast.initiative_id, round_id)
    (found,) = queries.covering_statements(session, cast.actor("chair_usa"), round_)
    assert (found.by, found.text) == (A_STATE, "Thank you for the draft.")
    page = client_for("chair_usa").get(f"/i/mac/rounds/{round_id}/comments").text
    assert "Thank you for the draft." in page
    assert "a state" in page


def test_no_moment_of_handing_in_is_shown_to_others(
    session: Session, cast: Cast, round_id: str, client_for: ClientFor
) -> None:
    view = views(session, cast, "head_mar", round_id)["Warn at the border."]
    assert view.handed_in_at is not None
    moment = f'datetime="{view.handed_in_at:%Y-%m-%dT}'
    pages = (
        f"/i/mac/comments/{view.id}",
        f"/i/mac/rounds/{round_id}/comments",
        f"/i/mac/text/0?open={view.provision_id}",
    )
    for page in pages:
        shown = client_for("head_obs").get(page).text
        assert "Warn at the border." in shown
        assert moment not in shown
    assert moment in client_for("head_mar").get(pages[0]).text


def test_the_table_names_nobody_but_the_own_delegation(
    cast: Cast, round_id: str, client_for: ClientFor
) -> None:
    def authors(who: str) -> dict[str, tuple[str, str]]:
        answered = client_for(who).get(f"/i/mac/rounds/{round_id}/comments.csv")
        _head, *rows = csv.reader(io.StringIO(answered.data.decode("utf-8-sig"), newline=""))
        return {row[6]: (row[1], row[2]) for row in rows}

    assert authors("officer_free") == {
        "Warn at the border.": ("", "a state"),
        "Keep no papers.": ("", "a state"),
        "Warn at work.": ("", "a delegation"),
    }
    assert authors("head_mwuf")["Warn at work."] == ("MWUF", "Migrant Workers’ Union Federation")


def test_the_journal_tells_of_an_answer_by_the_number_for_all(
    session: Session, cast: Cast, round_id: str
) -> None:
    view = views(session, cast, "officer_free", round_id)["Warn at work."]
    answer(cast, "officer_free", view.id)
    session.rollback()
    (body,) = session.scalars(select(JournalBody.body).where(JournalBody.action == "review.comment_answered"))
    assert body is not None
    assert json.loads(body)["content"]["register_number"] == view.register_number
    assert cast.delegations["MWUF"] not in body
    assert "MWUF" not in body


def test_an_officer_answers_no_comment_of_the_own_delegation_under_any_setting(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move, client_for: ClientFor
) -> None:
    round_id = open_round(cast, text, moved_clock, Attribution.NONE)
    write(cast, "head_iom", round_id, None, "Ours.")
    hand_in(cast, "head_iom", round_id)
    close_round(cast, round_id, moved_clock)
    view = views(session, cast, "officer", round_id)["Ours."]
    page = client_for("officer").get(f"/i/mac/rounds/{round_id}?comment={view.id}")
    assert "another officer answers it" in page.text
    assert "Record and next" in client_for("officer_free").get(f"/i/mac/rounds/{round_id}").text


@pytest.mark.parametrize(
    ("attribution", "told"),
    [
        (Attribution.FULL, "under the name of your delegation"),
        (Attribution.CONSTITUENCY, "said by “a state”"),
        (Attribution.NONE, "said by “a delegation”"),
    ],
)
def test_where_one_writes_a_sentence_says_how_others_will_read_it(
    cast: Cast,
    text: TextUnderReview,
    moved_clock: Move,
    client_for: ClientFor,
    attribution: Attribution,
    told: str,
) -> None:
    round_id = open_round(cast, text, moved_clock, attribution)
    client = client_for("head_mar")
    mine = f"/i/mac/rounds/{round_id}/contribution"
    opened = f"/i/mac/text/0?open={text.provisions[0]}"
    for page in (mine, f"{mine}/add", f"{mine}/hand-in", opened):
        assert told in client.get(page).text, page


def test_planning_offers_the_settings_with_their_effects_and_begins_with_the_initiatives(
    cast: Cast, text: TextUnderReview, client_for: ClientFor
) -> None:
    set_attribution(cast, Attribution.NONE)
    page = client_for("chair_phl").get("/i/mac/rounds/plan").text
    assert re.search(r'value="none" checked', page)
    assert "where fewer than three could be meant" in " ".join(page.split())


def test_a_planned_round_says_how_comments_will_be_read(
    cast: Cast, text: TextUnderReview, client_for: ClientFor
) -> None:
    round_id = plan(cast, text, attribution=Attribution.NONE)
    assert "does not name delegations" in client_for("head_mar").get(f"/i/mac/rounds/{round_id}").text


def test_without_anything_set_delegations_are_named() -> None:
    assert read_procedure({}).attribution is Attribution.FULL
    assert Procedure().attribution is Attribution.FULL
