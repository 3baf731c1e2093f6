"""Two who act at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import (
    DAY,
    Move,
    TextUnderReview,
    closing,
    hand_in,
    open_round,
    plan,
    write,
)
from webapp.base.access.actor import SYSTEM
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review import queries, service

AT_ONCE = 4
Together = Callable[[Callable[[], object]], list[Exception]]


@pytest.fixture
def together(app: Flask) -> Together:
    """Do something in several threads at once; gives what went wrong."""

    def run(act: Callable[[], object]) -> list[Exception]:
        start = Barrier(AT_ONCE)
        failures: list[Exception] = []

        def one() -> None:
            with app.app_context():
                start.wait()
                try:
                    act()
                except Exception as error:
                    failures.append(error)

        threads = [Thread(target=one) for _ in range(AT_ONCE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return failures

    return run


def told(session: Session, action: str) -> int:
    session.rollback()
    return len(session.scalars(select(JournalBody).where(JournalBody.action == action)).all())


def test_workers_at_once_open_and_close_a_round_once(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move, together: Together
) -> None:
    def act(change: Callable[..., None]) -> None:
        with unit_of_work() as work:
            change(work, SYSTEM, round_id)

    round_id = plan(cast, text)
    moved_clock(DAY)
    assert together(lambda: act(service.open_round)) == []
    moved_clock(closing(cast, round_id))
    assert together(lambda: act(service.close_round)) == []
    assert told(session, "review.round_opened") == told(session, "review.round_closed") == 1


def test_head_and_alternate_at_once_hand_in_one_version(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move, together: Together
) -> None:
    round_id = open_round(cast, text, moved_clock)
    write(cast, "head_mwuf", round_id, text.provisions[0])
    assert together(lambda: hand_in(cast, "alternate_mwuf", round_id)) == []
    assert told(session, "review.contribution_handed_in") == 1


def test_of_several_who_edit_at_once_one_is_saved_and_the_others_keep_their_text(
    cast: Cast, text: TextUnderReview, session: Session, moved_clock: Move, together: Together
) -> None:
    round_id = open_round(cast, text, moved_clock)
    draft_id = write(cast, "head_mwuf", round_id, None)

    def edit() -> None:
        with unit_of_work() as work:
            changed = service.CommentText(None, "general", "Changed.", "en")
            actor = cast.actor("delegate_mwuf", work.session)
            service.edit_comment(work, actor, draft_id, changed, version=1)

    failures = together(edit)
    assert [one.code for one in failures if isinstance(one, CodedError)] == ["review.draft_stale"] * (
        AT_ONCE - 1
    )
    (view,) = queries.drafts(session, cast.actor("head_mwuf"), round_id)
    assert view.version == 2
