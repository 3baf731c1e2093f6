"""What can be found, by whom, and from when on."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.decisions.stage import Stage
from tests.features.drafting.acts import PAPERS, WARNING, Draft
from tests.features.review.text import Move, TextUnderReview, answer, close_round, hand_in, open_round, write
from tests.outlets.search.world import found, react
from webapp.base.access.actor import OfficeKind
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives import service as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import Mandate
from webapp.features.participants import service as participants
from webapp.features.participants.models import SeatRow
from webapp.features.review import queries as review
from webapp.features.review import service as rounds
from webapp.outlets.search import service
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.sources import FOLLOWED
from webapp.reactions import REACTIONS

HEAD = "head_mwuf"


def test_every_event_that_the_search_follows_leads_to_it_and_no_other() -> None:
    assert {event for event, names in REACTIONS.items() if "index" in names} == set(FOLLOWED)


def test_a_revision_is_found_by_its_words_numbers_and_symbol(
    session: Session, cast: Cast, draft: Draft
) -> None:
    draft.issue()
    assert found(session, cast, HEAD, "warn") == []
    react()
    assert (Kind.TEXT, WARNING) in found(session, cast, HEAD, "migr early")
    assert found(session, cast, HEAD, "1.1") == [(Kind.TEXT, WARNING)]
    assert found(session, cast, HEAD, "MAC/VP/2026/1") == [(Kind.TEXT, "Principles")]
    assert [text for _, text in found(session, cast, HEAD, "passports workers")] == [
        "Employers should hand back passports at the first warning."
    ]


def test_the_next_revision_makes_the_one_before_an_earlier_one(
    session: Session, cast: Cast, draft: Draft
) -> None:
    draft.issue()
    draft.edit(draft.warning, "States should alert migrants early.")
    assert found(session, cast, HEAD, "alert") == []
    draft.issue()
    react()
    assert found(session, cast, HEAD, "alert") == [(Kind.TEXT, "States should alert migrants early.")]
    assert found(session, cast, HEAD, "warn they know") == [(Kind.EARLIER, WARNING)]
    assert found(session, cast, HEAD, "MAC/VP/2026/1/Rev.1") == [(Kind.TEXT, "Principles")]


def test_names_in_brackets_find_nothing(session: Session, cast: Cast, draft: Draft) -> None:
    assert "PHL" in PAPERS
    draft.issue()
    react()
    assert found(session, cast, HEAD, "PHL", Kind.TEXT) == []
    texts = [text for _, text in found(session, cast, HEAD, "papers returned")]
    assert texts == ["Employers [ensure][seek to ensure] that papers are returned."]


def test_a_comment_is_found_by_others_once_its_round_is_closed(
    session: Session, cast: Cast, under_review: TextUnderReview, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, under_review.provisions[0], "Say kestrel.")
    hand_in(cast, HEAD, round_id)
    react()
    assert found(session, cast, HEAD, "kestrel") == found(session, cast, "officer", "kestrel") == []
    assert session.scalars(select(SearchEntry).where(SearchEntry.kind == Kind.COMMENT)).all() == []
    close_round(cast, round_id, moved_clock)
    react()
    for who in (HEAD, "head_obs", "officer_free", "chair_phl"):
        assert found(session, cast, who, "kestrel") == [(Kind.COMMENT, "Say kestrel.")]
    assert found(session, cast, "outsider", "kestrel") == []
    assert found(session, cast, "administrator", "kestrel") == []


def test_an_answer_is_found_and_changes_with_the_disposition(
    session: Session, cast: Cast, under_review: TextUnderReview, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, under_review.provisions[0])
    hand_in(cast, HEAD, round_id)
    close_round(cast, round_id, moved_clock)
    db.session.remove()
    (comment,) = review.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
    answer(cast, "officer_free", comment.id, reason="Because of kestrel.")
    react()
    assert found(session, cast, HEAD, "kestrel") == [(Kind.ANSWER, "Because of kestrel.")]
    answer(cast, "officer_free", comment.id, version=2, reason="Because of osprey.")
    react()
    assert found(session, cast, HEAD, "kestrel") == []
    assert found(session, cast, HEAD, "osprey") == [(Kind.ANSWER, "Because of osprey.")]


def test_a_covering_statement_is_found_as_it_was_handed_in_last(
    session: Session, cast: Cast, under_review: TextUnderReview, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    for version, words in enumerate(("We say kestrel.", "We say osprey."), start=1):
        with unit_of_work() as work:
            actor = cast.actor(HEAD, work.session)
            rounds.save_statement(work, actor, round_id, words, version=version)
        hand_in(cast, HEAD, round_id)
    close_round(cast, round_id, moved_clock)
    react()
    assert found(session, cast, "head_obs", "kestrel") == []
    assert found(session, cast, "head_obs", "osprey") == [(Kind.COVERING, "We say osprey.")]


def test_neither_names_nor_register_numbers_of_a_comment_are_in_the_index(
    session: Session, cast: Cast, under_review: TextUnderReview, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, under_review.provisions[0], "Say kestrel.")
    hand_in(cast, HEAD, round_id)
    close_round(cast, round_id, moved_clock)
    react()
    for typed in ("Quispe", "Okafor", "MWUF", "R1/MWUF/001", "Workers’ Union"):
        assert found(session, cast, "head_obs", typed, Kind.COMMENT) == []


def test_a_decision_is_the_co_chairs_own_until_it_is_opened(
    session: Session, cast: Cast, stage: Stage
) -> None:
    decision_id = stage.propose(stage.proposal(question="Shall kestrel be agreed?"))
    react()
    expected = [(Kind.DECISION, "Shall kestrel be agreed?")]
    assert found(session, cast, "chair_usa", "kestrel") == expected
    assert found(session, cast, HEAD, "kestrel") == found(session, cast, "officer", "kestrel") == []
    stage.confirm(decision_id)
    react()
    assert found(session, cast, HEAD, "kestrel") == expected


def test_what_was_said_in_a_decision_is_found_once_it_is_closed(
    session: Session, cast: Cast, stage: Stage, moved_clock: Move
) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mar", "object", "Because of osprey.")
    stage.take(decision_id, "head_mar", "object", "Because of kestrel.")
    react()
    assert found(session, cast, HEAD, "kestrel") == []
    moved_clock(dt.timedelta(hours=101))
    stage.close(decision_id)
    react()
    assert found(session, cast, HEAD, "kestrel Marenga") == [(Kind.POSITION, "Because of kestrel.")]
    assert found(session, cast, HEAD, "osprey") == []


def test_breaking_silence_and_a_late_objection_are_found(
    session: Session, cast: Cast, stage: Stage, moved_clock: Move
) -> None:
    broken = stage.place()
    stage.take(broken, "head_mar", "object", "Because of kestrel.", concerns=(stage.provisions["1.1"],))
    agreed = stage.place()
    stage.acknowledge_all(agreed)
    moved_clock(dt.timedelta(hours=73))
    stage.close(agreed)
    stage.take(agreed, "head_mar", "object", "Because of osprey.", concerns=(stage.provisions["1.1"],))
    react()
    assert found(session, cast, "head_obs", "kestrel") == [(Kind.POSITION, "Because of kestrel.")]
    assert found(session, cast, "head_obs", "osprey") == [(Kind.POSITION, "Because of osprey.")]


def test_people_and_delegations_are_found_while_they_take_part(session: Session, cast: Cast) -> None:
    service.rebuild()
    assert found(session, cast, "head_obs", "quispe") == [(Kind.PEOPLE, "Rosa Quispe")]
    assert (Kind.PEOPLE, "Migrant Workers’ Union Federation") in found(session, cast, "head_obs", "MWUF")
    assert found(session, cast, "head_obs", "faraj") == [(Kind.PEOPLE, "Lina Faraj")]
    seat_id = session.scalar(select(SeatRow.id).where(SeatRow.person_id == cast.people["delegate_mwuf"]))
    with unit_of_work() as work:
        participants.end_seat(work, cast.actor(HEAD, work.session), cast.initiative_id, seat_id or "")
    react()
    assert found(session, cast, "head_obs", "quispe") == []


def test_who_takes_an_office_is_found(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        officer = cast.actor("officer_free", work.session)
        participants.appoint(
            work,
            officer,
            cast.initiative_id,
            person_id=cast.people["head_iom"],
            kind=OfficeKind.SECRETARIAT,
        )
    react()
    assert (Kind.PEOPLE, "Anna Lindqvist") in found(session, cast, HEAD, "lindqvist")


def test_a_round_is_found_by_title_and_number(
    session: Session, cast: Cast, under_review: TextUnderReview, moved_clock: Move
) -> None:
    open_round(cast, under_review, moved_clock)
    react()
    for typed in ("first round", "R1"):
        assert (Kind.ROUND, "First round") in found(session, cast, HEAD, typed)


def test_a_changed_mandate_is_found_by_its_new_words(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        row = work.session.get_one(Initiative, cast.initiative_id)
        mandate = Mandate(row.title, "To say kestrel.", tuple(row.scope), "", "", row.time_zone)
        officer = cast.actor("officer_free", work.session)
        initiatives.edit_mandate(work, officer, row.id, row.version, mandate)
    react()
    assert found(session, cast, HEAD, "kestrel") == [(Kind.MANDATE, row.title)]


def test_the_rolling_text_is_not_in_the_index(session: Session, cast: Cast, draft: Draft) -> None:
    draft.issue()
    draft.edit(draft.warning, "States should say kestrel.")
    react()
    service.rebuild()
    assert found(session, cast, "chair_phl", "kestrel") == []


@pytest.mark.parametrize("again", [service.repair, service.rebuild])
def test_making_the_index_again_changes_nothing_that_is_found(
    session: Session, cast: Cast, under_review: TextUnderReview, moved_clock: Move, again: object
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, under_review.provisions[0], "Say kestrel.")
    hand_in(cast, HEAD, round_id)
    close_round(cast, round_id, moved_clock)
    react()
    service.repair()
    before = found(session, cast, HEAD, "s")
    everything = [found(session, cast, HEAD, typed) for typed in ("st", "kestrel", "wa", "prin")]
    assert callable(again)
    again()
    assert [found(session, cast, HEAD, typed) for typed in ("st", "kestrel", "wa", "prin")] == everything
    assert found(session, cast, HEAD, "s") == before
    assert service.repair() == 0


def test_the_repair_finds_what_is_missing_what_is_wrong_and_what_is_too_much(
    session: Session, cast: Cast, draft: Draft
) -> None:
    draft.issue()
    react()
    service.repair()
    with unit_of_work() as work:
        rows = {row.title or row.body: row for row in work.session.scalars(select(SearchEntry))}
        work.session.delete(rows[WARNING])
        rows["Principles"].made_from = "another edition"
        rows["Principles"].words = ""
        rows["Rosa Quispe"].object_id = "nobody"
    assert found(session, cast, HEAD, "migrants know") == found(session, cast, HEAD, "MAC/VP") == []
    assert service.repair() == 2
    assert found(session, cast, HEAD, "migrants know") == [(Kind.TEXT, WARNING)]
    assert found(session, cast, HEAD, "MAC/VP") == [(Kind.TEXT, "Principles")]
    assert found(session, cast, HEAD, "quispe") == [(Kind.PEOPLE, "Rosa Quispe")]
