"""The status of provisions in the database, and what the journal tells of it."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.drafting.acts import Draft, begin
from webapp.base.access.actor import Capacity
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.instruments import service

BY = Capacity(None, "Concord", "system")


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """A text whose zero draft is issued."""
    made = begin(cast)
    made.issue()
    return made


def test_a_discussed_provision_is_open_and_the_others_are_not(draft: Draft, cast: Cast) -> None:
    with unit_of_work() as work:
        service.mark_discussed(work, BY, cast.initiative_id, [draft.warning, draft.papers])
    found = draft.statuses()
    assert (found[draft.warning], found[draft.papers], found[draft.recital]) == (
        "open",
        "bracketed",
        "not_discussed",
    )


def test_agreement_passes_over_what_holds_a_bracket(draft: Draft, cast: Cast) -> None:
    with unit_of_work() as work:
        service.agree(
            work, BY, cast.initiative_id, [draft.warning, draft.papers, draft.duty], ad_referendum=True
        )
    found = draft.statuses()
    assert (found[draft.warning], found[draft.papers]) == ("agreed_ad_referendum", "bracketed")
    with unit_of_work() as work:
        service.agree(work, BY, cast.initiative_id, [draft.warning], ad_referendum=False)
    assert draft.statuses()[draft.warning] == "agreed"


def test_brackets_are_looked_for_in_the_issued_text_and_not_in_the_rolling_one(
    draft: Draft, cast: Cast
) -> None:
    draft.edit(draft.papers, "Employers ensure that papers are returned.")
    with unit_of_work() as work:
        service.back_to_consultation(work, BY, cast.initiative_id, [draft.papers, draft.warning])
    found = draft.statuses()
    assert (found[draft.papers], found[draft.warning]) == ("bracketed", "open")


def test_the_journal_tells_each_change_once(draft: Draft, cast: Cast, session: Session) -> None:
    for _ in range(2):
        with unit_of_work() as work:
            service.mark_discussed(work, BY, cast.initiative_id, [draft.warning])
    bodies = session.scalars(
        select(JournalBody.body).where(JournalBody.action == "instruments.status_changed")
    ).all()
    changes = [one for body in bodies if body for one in json.loads(body)["content"]["changes"]]
    assert {"provision_id": draft.warning, "before": "not_discussed", "after": "open"} in changes
    assert len(changes) == 2


def test_a_provision_of_another_initiative_is_not_found(draft: Draft) -> None:
    with pytest.raises(NotFound), unit_of_work() as work:
        service.mark_discussed(work, BY, "elsewhere", [draft.warning])
