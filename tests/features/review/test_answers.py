"""Dispositions, and concluding a round."""

from __future__ import annotations

import pytest
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
    present,
    write,
)
from webapp.base.access.attribution import Named
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused, Stale
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review import queries, service


@pytest.fixture
def round_id(cast: Cast, text: TextUnderReview, moved_clock: Move) -> str:
    """A closed round with a comment of MWUF and one of IOM."""
    round_id = open_round(cast, text, moved_clock)
    for who in ("head_mwuf", "head_iom"):
        write(cast, who, round_id, text.provisions[0])
        hand_in(cast, who, round_id)
    close_round(cast, round_id, moved_clock)
    return round_id


def comment_of(session: Session, cast: Cast, round_id: str, code: str) -> str:
    session.rollback()
    found = queries.comments_of_round(session, cast.actor("officer_free"), round_id)
    return next(one.id for one in found if isinstance(one.by, Named) and one.by.code == code)


def conclude(cast: Cast, who: str, round_id: str) -> None:
    with unit_of_work() as work:
        service.conclude_round(work, cast.actor(who, work.session), round_id)


def test_the_secretariat_answers_with_a_reason_that_everybody_reads(
    cast: Cast, session: Session, round_id: str
) -> None:
    comment_id = comment_of(session, cast, round_id, "MWUF")
    answer(cast, "officer", comment_id)
    session.rollback()
    view = queries.comment(session, cast.actor("head_obs"), cast.initiative_id, comment_id)
    assert (view.disposition, view.reason) == ("accepted", "Now it says so.")


@pytest.mark.parametrize(
    ("who", "error"),
    [("chair_usa", Denied), ("head_mwuf", Denied), ("head_empl", Denied), ("outsider", NotFound)],
)
def test_nobody_else_answers(
    cast: Cast, session: Session, round_id: str, who: str, error: type[Exception]
) -> None:
    comment_id = comment_of(session, cast, round_id, "MWUF")
    with pytest.raises(error):
        answer(cast, who, comment_id)


def test_an_officer_does_not_answer_comments_of_the_own_delegation(
    cast: Cast, session: Session, round_id: str
) -> None:
    comment_id = comment_of(session, cast, round_id, "IOM")
    with pytest.raises(Denied):
        answer(cast, "officer", comment_id)
    answer(cast, "officer_free", comment_id)


def test_an_answer_without_a_reason_is_refused(cast: Cast, session: Session, round_id: str) -> None:
    with pytest.raises(Invalid) as invalid:
        answer(cast, "officer", comment_of(session, cast, round_id, "MWUF"), reason=" ")
    assert invalid.value.field == "reason"


def test_an_answer_may_be_changed_and_the_journal_keeps_both(
    cast: Cast, session: Session, round_id: str
) -> None:
    comment_id = comment_of(session, cast, round_id, "MWUF")
    answer(cast, "officer", comment_id)
    answer(cast, "officer_free", comment_id, version=2, reason="On reflection.")
    session.rollback()
    answered = select(JournalBody.body).where(JournalBody.action == "review.comment_answered")
    bodies = session.scalars(answered.order_by(JournalBody.sequence)).all()
    assert [("Now it says so." in str(body), "On reflection." in str(body)) for body in bodies] == [
        (True, False),
        (False, True),
    ]


def test_two_officers_do_not_overwrite_each_other(cast: Cast, session: Session, round_id: str) -> None:
    comment_id = comment_of(session, cast, round_id, "MWUF")
    answer(cast, "officer", comment_id)
    with pytest.raises(Stale) as stale:
        answer(cast, "officer_free", comment_id, reason="Mine.")
    assert (stale.value.theirs, stale.value.mine) == ("Now it says so.", "Mine.")


def test_a_comment_is_not_answered_while_the_round_is_open(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move
) -> None:
    round_id = open_round(cast, text, moved_clock)
    write(cast, "head_mwuf", round_id, None)
    hand_in(cast, "head_mwuf", round_id)
    session.rollback()
    (own,) = queries.comments_of_round(session, cast.actor("head_mwuf"), round_id)
    with pytest.raises(NotFound):
        answer(cast, "officer_free", own.id)


def test_a_round_is_not_concluded_while_a_comment_has_no_disposition(
    cast: Cast, session: Session, round_id: str
) -> None:
    answer(cast, "officer", comment_of(session, cast, round_id, "MWUF"))
    with pytest.raises(Refused) as refused:
        conclude(cast, "officer", round_id)
    assert refused.value.facts == {"unanswered": 1}


def test_a_concluded_round_tells_its_counts_and_changes_no_more(
    cast: Cast, session: Session, round_id: str
) -> None:
    comments = [comment_of(session, cast, round_id, code) for code in ("MWUF", "IOM")]
    for comment_id in comments:
        answer(cast, "officer_free", comment_id)
    conclude(cast, "officer_free", round_id)
    session.rollback()
    concluded = select(JournalBody.body).where(JournalBody.action == "review.round_concluded")
    assert '"dispositions":[{"comments":2,"disposition":"accepted"}]' in str(session.scalar(concluded))
    with pytest.raises(Refused) as refused:
        answer(cast, "officer_free", comments[0], version=2, reason="Too late.")
    assert refused.value.code == "review.concluded"


@pytest.mark.parametrize("who", ["chair_phl", "head_mwuf"])
def test_only_the_secretariat_concludes(cast: Cast, round_id: str, who: str) -> None:
    with pytest.raises(Denied):
        conclude(cast, who, round_id)


def test_what_waits_for_the_secretariat_goes_from_answers_to_concluding(
    cast: Cast, session: Session, round_id: str
) -> None:
    def waiting(who: str) -> list[str]:
        session.rollback()
        return [one.title for one in queries.waiting_for(session, cast.actor(who), present())]

    assert waiting("officer_free") == ["2 comments wait for an answer"]
    assert waiting("officer") == ["1 comment waits for an answer"]
    answer(cast, "officer", comment_of(session, cast, round_id, "MWUF"))
    assert waiting("officer") == []
    answer(cast, "officer_free", comment_of(session, cast, round_id, "IOM"))
    assert waiting("officer") == waiting("officer_free") == ["Round 1 can be concluded"]
    assert waiting("chair_phl") == []
