"""Handing in as one block, and who sees it when."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import (
    Move,
    TextUnderReview,
    close_round,
    closing,
    hand_in,
    open_round,
    present,
    write,
)
from webapp.base.kernel.errors import Denied, NotFound, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import readable_by
from webapp.features.review import queries, service
from webapp.features.review.models import Comment
from webapp.features.review.queries.of_text import comments_on, counts_by_provision
from webapp.features.review.rules.contributions import block_hash, read_block
from webapp.features.review.service import CommentText

EVERYBODY_ELSE = ("head_empl", "chair_usa", "officer", "officer_free", "head_obs")


def numbers(session: Session, cast: Cast, who: str, round_id: str) -> list[str | None]:
    session.rollback()
    return [one.register_number for one in queries.comments_of_round(session, cast.actor(who), round_id)]


@pytest.fixture
def round_id(cast: Cast, text: TextUnderReview, moved_clock: Move) -> str:
    return open_round(cast, text, moved_clock)


@pytest.mark.parametrize("who", ["delegate_mwuf", "adviser_mwuf", "officer_free"])
def test_only_a_head_or_alternate_hands_in(cast: Cast, round_id: str, who: str) -> None:
    with pytest.raises(Denied):
        hand_in(cast, who, round_id)


@pytest.mark.parametrize("who", ["head_mwuf", "alternate_mwuf", "head_obs"])
def test_heads_and_alternates_of_any_delegation_hand_in(cast: Cast, round_id: str, who: str) -> None:
    assert hand_in(cast, who, round_id) == 1


def test_a_contribution_gets_register_numbers_in_reading_order(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str
) -> None:
    write(cast, "delegate_mwuf", round_id, text.provisions[1])
    write(cast, "delegate_mwuf", round_id, text.provisions[0])
    write(cast, "delegate_mwuf", round_id, None)
    hand_in(cast, "head_mwuf", round_id)
    found = queries.comments_of_round(session, cast.actor("head_mwuf"), round_id)
    assert [(one.provision_number, one.register_number) for one in found] == [
        (None, "R1/MWUF/001"),
        ("1.1", "R1/MWUF/002"),
        ("1.2", "R1/MWUF/003"),
    ]


def test_no_comments_are_a_contribution_too(cast: Cast, session: Session, round_id: str) -> None:
    hand_in(cast, "head_mwuf", round_id)
    session.rollback()
    version = queries.version(session, cast.actor("head_mwuf"), round_id, cast.delegations["MWUF"], 1)
    assert read_block(version.content).comments == ()


def test_handing_in_again_replaces_and_keeps_numbers_that_are_never_reused(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str
) -> None:
    first = write(cast, "head_mwuf", round_id, text.provisions[0], "First.")
    write(cast, "head_mwuf", round_id, text.provisions[1], "Second.")
    hand_in(cast, "head_mwuf", round_id)
    with unit_of_work() as work:
        service.remove_comment(work, cast.actor("head_mwuf", work.session), first, version=1)
    write(cast, "head_mwuf", round_id, text.provisions[0], "Third.")
    assert hand_in(cast, "alternate_mwuf", round_id) == 2
    assert numbers(session, cast, "head_mwuf", round_id) == ["R1/MWUF/003", "R1/MWUF/002"]


def test_earlier_versions_stay_frozen(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str
) -> None:
    draft_id = write(cast, "head_mwuf", round_id, text.provisions[0], "First words.")
    hand_in(cast, "head_mwuf", round_id)
    with unit_of_work() as work:
        actor = cast.actor("head_mwuf", work.session)
        changed = CommentText(text.provisions[0], "substantive", "Other words.", "en")
        service.edit_comment(work, actor, draft_id, changed, version=1)
    hand_in(cast, "head_mwuf", round_id)
    session.rollback()
    versions = queries.versions(session, cast.actor("head_mwuf"), round_id, cast.delegations["MWUF"])
    bodies = [read_block(one.content).comments[0].body for one in versions]
    assert bodies == ["Other words.", "First words."]
    assert all(block_hash(read_block(one.content)) == one.hash for one in versions)


def test_handing_in_the_same_twice_makes_one_version(cast: Cast, session: Session, round_id: str) -> None:
    write(cast, "head_mwuf", round_id, None)
    assert [hand_in(cast, "head_mwuf", round_id) for _ in range(2)] == [1, 1]
    session.rollback()
    handed = select(JournalBody.action).where(JournalBody.action == "review.contribution_handed_in")
    assert len(session.scalars(handed).all()) == 1


def test_what_a_colleague_changed_after_the_page_was_opened_is_not_handed_in_unseen(
    cast: Cast, session: Session, round_id: str
) -> None:
    round_ = queries.round_(session, cast.initiative_id, round_id)
    seen = block_hash(queries.draft_block(session, cast.actor("head_mwuf"), round_))
    write(cast, "delegate_mwuf", round_id, None, "One thing more.")
    with pytest.raises(Refused) as refused, unit_of_work() as work:
        service.hand_in(work, cast.actor("head_mwuf", work.session), round_id, seen_hash=seen)
    assert refused.value.code == "review.draft_moved"


def test_handing_in_a_second_late_is_refused_though_no_worker_closed_the_round(
    cast: Cast, session: Session, round_id: str, moved_clock: Move
) -> None:
    write(cast, "head_mwuf", round_id, None)
    moved_clock(closing(cast, round_id))
    with pytest.raises(Refused) as refused:
        hand_in(cast, "head_mwuf", round_id)
    assert refused.value.code == "review.closed"
    assert queries.handed_in_by(session, round_id, cast.delegations["MWUF"]) is None


@pytest.mark.parametrize("who", EVERYBODY_ELSE)
def test_nobody_outside_the_delegation_sees_what_was_handed_in_before_closing(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str, who: str
) -> None:
    write(cast, "head_mwuf", round_id, text.provisions[0])
    hand_in(cast, "head_mwuf", round_id)
    session.rollback()
    actor = cast.actor(who)
    (own,) = queries.comments_of_round(session, cast.actor("head_mwuf"), round_id)
    assert queries.comments_of_round(session, actor, round_id) == []
    assert counts_by_provision(session, actor, text.revision_id) == {}
    assert queries.versions(session, actor, round_id, cast.delegations["MWUF"]) == []
    with pytest.raises(NotFound):
        queries.comment(session, actor, cast.initiative_id, own.id)
    board = queries.board(session, actor, queries.round_(session, cast.initiative_id, round_id))
    assert board.handed_in == 1
    assert {row.comments for row in board.delegations} == {None}


@pytest.mark.parametrize("who", [*EVERYBODY_ELSE, "head_mwuf"])
def test_everybody_in_the_initiative_reads_it_after_closing(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str, moved_clock: Move, who: str
) -> None:
    write(cast, "head_mwuf", round_id, text.provisions[0])
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    assert numbers(session, cast, who, round_id) == ["R1/MWUF/001"]
    (found,) = comments_on(session, cast.actor(who), text.revision_id, text.provisions[0])
    assert not found.is_draft
    board = queries.board(session, cast.actor(who), queries.round_(session, cast.initiative_id, round_id))
    assert [row.comments for row in board.delegations if row.handed_in_at] == [1]


def test_an_outsider_reads_nothing_after_closing(
    cast: Cast, session: Session, round_id: str, moved_clock: Move
) -> None:
    write(cast, "head_mwuf", round_id, None)
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    assert numbers(session, cast, "outsider", round_id) == []


def test_after_closing_drafts_and_earlier_versions_stay_the_delegations_own(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str, moved_clock: Move
) -> None:
    write(cast, "head_mwuf", round_id, None, "Handed in.")
    hand_in(cast, "head_mwuf", round_id)
    write(cast, "head_mwuf", round_id, None, "Handed in later.")
    hand_in(cast, "head_mwuf", round_id)
    write(cast, "head_mwuf", round_id, None, "Never handed in.")
    close_round(cast, round_id, moved_clock)
    session.rollback()
    mwuf = cast.delegations["MWUF"]
    seen = queries.versions(session, cast.actor("officer_free"), round_id, mwuf)
    assert [one.number for one in seen] == [2]
    assert len(numbers(session, cast, "officer_free", round_id)) == 2
    assert len(queries.versions(session, cast.actor("head_mwuf"), round_id, mwuf)) == 2
    assert len(queries.drafts(session, cast.actor("head_mwuf"), round_id)) == 3


def test_the_receipt_of_handing_in_is_read_by_the_delegation_alone(
    cast: Cast, session: Session, round_id: str
) -> None:
    hand_in(cast, "head_mwuf", round_id)
    session.rollback()
    for who, expected in (("delegate_mwuf", 1), ("officer_free", 0), ("chair_usa", 0)):
        clause = readable_by(cast.actor(who), JournalBody.audience_id)
        handed = select(JournalBody).where(JournalBody.action == "review.contribution_handed_in", clause)
        assert len(session.scalars(handed).all()) == expected


def test_the_contribution_waits_for_heads_until_it_is_handed_in(
    cast: Cast, session: Session, round_id: str
) -> None:
    def waiting(who: str) -> list[str]:
        session.rollback()
        return [one.endpoint for one in queries.waiting_for(session, cast.actor(who), present())]

    assert waiting("alternate_mwuf") == ["review.contribution"]
    assert waiting("officer_free") == waiting("outsider") == []
    hand_in(cast, "head_mwuf", round_id)
    assert waiting("alternate_mwuf") == []


def test_comments_carry_the_words_of_the_last_version(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str, moved_clock: Move
) -> None:
    write(cast, "head_mwuf", round_id, text.provisions[1], words="at a border")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    session.rollback()
    row = session.scalars(
        select(Comment).where(readable_by(cast.actor("head_empl"), Comment.audience_id))
    ).one()
    assert (row.words, row.body) == ("at a border", "Say who warns.")


def test_the_draft_waits_for_delegates_too_until_it_is_handed_in(
    cast: Cast, session: Session, round_id: str
) -> None:
    def titles(who: str) -> list[str]:
        session.rollback()
        return [one.title for one in queries.waiting_for(session, cast.actor(who), present())]

    assert titles("delegate_mwuf") == titles("adviser_mwuf") == ["Your delegation’s comments for round 1"]
    hand_in(cast, "head_mwuf", round_id)
    assert titles("delegate_mwuf") == []


def test_a_draft_that_changed_after_handing_in_waits_for_heads_alone(
    cast: Cast, text: TextUnderReview, session: Session, round_id: str
) -> None:
    hand_in(cast, "head_mwuf", round_id)
    write(cast, "delegate_mwuf", round_id, text.provisions[1], "And say by when.")
    session.rollback()
    waits = {
        who: [one.title for one in queries.waiting_for(session, cast.actor(who), present())]
        for who in ("head_mwuf", "delegate_mwuf")
    }
    assert waits == {
        "head_mwuf": ["Your draft for round 1 changed after it was handed in"],
        "delegate_mwuf": [],
    }
