"""A delegation's private draft."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import (
    PAPERS,
    Move,
    TextUnderReview,
    closing,
    open_round,
    plan,
    write,
)
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused, Stale
from webapp.base.kernel.journal import JournalBody, SpaceLog
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review import queries, service
from webapp.features.review.models import DraftComment
from webapp.features.review.queries.of_text import counts_by_provision
from webapp.features.review.service import CommentText

EVERYBODY_ELSE = ("head_empl", "chair_usa", "officer", "officer_free", "head_obs")


def text_of(provision_id: str | None, body: str) -> CommentText:
    return CommentText(provision_id, "editorial", body, "en")


def edit(cast: Cast, who: str, draft_id: str, text: CommentText, version: int) -> None:
    with unit_of_work() as work:
        service.edit_comment(work, cast.actor(who, work.session), draft_id, text, version=version)


@pytest.mark.parametrize("who", ["head_mwuf", "delegate_mwuf", "adviser_mwuf", "head_obs", "chair_phl"])
def test_everybody_with_a_seat_writes_comments(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move, who: str
) -> None:
    round_id = open_round(cast, text, moved_clock)
    write(cast, who, round_id, text.provisions[0])
    drafts = queries.drafts(session, cast.actor(who), round_id)
    assert [(one.provision_number, one.is_draft, one.register_number) for one in drafts] == [
        ("1.1", True, None)
    ]


@pytest.mark.parametrize(("who", "error"), [("officer_free", Denied), ("outsider", NotFound)])
def test_nobody_without_a_seat_writes_comments(
    cast: Cast, text: TextUnderReview, moved_clock: Move, who: str, error: type[Exception]
) -> None:
    round_id = open_round(cast, text, moved_clock)
    with pytest.raises(error):
        write(cast, who, round_id, None)


@pytest.mark.parametrize("who", EVERYBODY_ELSE)
def test_nobody_outside_the_delegation_sees_its_draft(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move, who: str
) -> None:
    round_id = open_round(cast, text, moved_clock)
    draft_id = write(cast, "delegate_mwuf", round_id, text.provisions[0])
    actor = cast.actor(who)
    assert queries.drafts(session, actor, round_id) == []
    assert counts_by_provision(session, actor, text.revision_id) == {}
    with pytest.raises(NotFound):
        queries.draft(session, actor, cast.initiative_id, draft_id)
    with pytest.raises((NotFound, Denied)):
        edit(cast, who, draft_id, text_of(None, "Ours now."), 1)


def test_colleagues_of_the_delegation_see_and_change_the_draft(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    draft_id = write(cast, "delegate_mwuf", round_id, text.provisions[0])
    edit(cast, "adviser_mwuf", draft_id, text_of(text.provisions[1], "Better here."), 1)
    (view,) = queries.drafts(session, cast.actor("head_mwuf"), round_id)
    assert (view.body, view.provision_number, view.kind, view.version) == (
        "Better here.",
        "1.2",
        "editorial",
        2,
    )


def test_drafting_leaves_no_trace_in_the_journal(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    draft_id = write(cast, "delegate_mwuf", round_id, None)
    edit(cast, "head_mwuf", draft_id, text_of(None, "Other words."), 1)
    session.rollback()
    assert set(session.scalars(select(JournalBody.action))) == {"review.round_planned", "review.round_opened"}
    own = select(func.count()).where(SpaceLog.delegation_id == cast.delegations["MWUF"])
    assert session.scalar(own) == 2


def test_saving_over_a_colleague_shows_both_texts_and_loses_neither(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    draft_id = write(cast, "delegate_mwuf", round_id, None)
    edit(cast, "head_mwuf", draft_id, text_of(None, "The head’s words."), 1)
    with pytest.raises(Stale) as stale:
        edit(cast, "delegate_mwuf", draft_id, text_of(None, "The delegate’s words."), 1)
    assert (stale.value.theirs, stale.value.mine) == ("The head’s words.", "The delegate’s words.")
    (view,) = queries.drafts(session, cast.actor("head_mwuf"), round_id)
    assert view.body == "The head’s words."


def test_a_removed_comment_is_gone_and_cannot_be_edited(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    draft_id = write(cast, "delegate_mwuf", round_id, None)
    with unit_of_work() as work:
        service.remove_comment(work, cast.actor("head_mwuf", work.session), draft_id, version=1)
    assert queries.drafts(session, cast.actor("head_mwuf"), round_id) == []
    with pytest.raises(Refused) as refused:
        edit(cast, "delegate_mwuf", draft_id, text_of(None, "Still mine."), 2)
    assert refused.value.code == "review.draft_removed"


def test_the_words_concerned_are_found_in_the_provision(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    write(cast, "head_mwuf", round_id, text.provisions[1], words="at a  border")
    (view,) = queries.drafts(session, cast.actor("head_mwuf"), round_id)
    assert view.span is not None
    assert PAPERS[view.span.start : view.span.end] == "at a border"


def test_words_that_stand_twice_ask_for_a_choice(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    with pytest.raises(Invalid) as invalid:
        write(cast, "head_mwuf", round_id, text.provisions[0], words="warn")
    assert invalid.value.code == "review.words_several"
    round_ = queries.round_(session, cast.initiative_id, round_id)
    places = queries.places(session, round_, text.provisions[0], "warn")
    write(cast, "head_mwuf", round_id, text.provisions[0], words="warn", place=places[1].start)
    session.rollback()
    (view,) = queries.drafts(session, cast.actor("head_mwuf"), round_id)
    assert view.words_start == places[1].start


def test_words_that_do_not_stand_there_are_refused(
    cast: Cast, text: TextUnderReview, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    with pytest.raises(Invalid) as invalid:
        write(cast, "head_mwuf", round_id, text.provisions[0], words="must warn")
    assert invalid.value.code == "review.words_absent"


def test_a_provision_that_is_not_in_the_revision_is_not_found(
    cast: Cast, text: TextUnderReview, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    with pytest.raises(NotFound):
        write(cast, "head_mwuf", round_id, "elsewhere")


def test_nothing_is_written_before_the_round_opens(cast: Cast, text: TextUnderReview) -> None:
    round_id = plan(cast, text)
    with pytest.raises(Refused) as refused:
        write(cast, "head_mwuf", round_id, None)
    assert refused.value.code == "review.not_open_yet"


def test_a_comment_a_second_late_is_refused_though_no_worker_closed_the_round(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    moved_clock(closing(cast, round_id))
    with pytest.raises(Refused) as refused:
        write(cast, "head_mwuf", round_id, None)
    assert refused.value.code == "review.closed"
    session.rollback()
    assert session.scalar(select(func.count()).select_from(DraftComment)) == 0


def test_two_who_write_the_covering_statement_do_not_overwrite_each_other(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)

    def save(who: str, statement: str) -> None:
        with unit_of_work() as work:
            service.save_statement(work, cast.actor(who, work.session), round_id, statement, version=1)

    save("head_mwuf", "With thanks.")
    with pytest.raises(Stale) as stale:
        save("alternate_mwuf", "With many thanks.")
    assert stale.value.theirs == "With thanks."
