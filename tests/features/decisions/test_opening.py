"""Proposing a decision and opening it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.features.decisions.stage import Stage, issue_again
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import queries, service
from webapp.features.decisions.models import DecisionReminder, Notice
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState
from webapp.features.initiatives.rules import Procedure
from webapp.features.participants.models import Delegation

MoveClock = Callable[[dt.timedelta | dt.datetime], None]


def test_a_proposed_decision_opens_when_the_other_co_chair_confirms_it(stage: Stage) -> None:
    decision_id = stage.propose(stage.proposal())
    assert stage.decision(decision_id).state == DecisionState.PROPOSED
    stage.confirm(decision_id)
    assert stage.decision(decision_id).state == DecisionState.OPEN


def test_who_proposed_cannot_confirm(stage: Stage) -> None:
    decision_id = stage.propose(stage.proposal())
    with pytest.raises(Refused, match=r"decisions\.own_proposal"):
        stage.confirm(decision_id, by="chair_phl")


def test_where_the_rules_waive_the_second_co_chair_it_opens_at_once(stage: Stage) -> None:
    stage.use_procedure(Procedure(chairs_confirm=False))
    decision_id = stage.propose(stage.proposal())
    assert stage.decision(decision_id).state == DecisionState.OPEN


@pytest.mark.parametrize("name", ["head_mar", "officer_free", "head_obs"])
def test_only_co_chairs_propose(stage: Stage, name: str) -> None:
    with pytest.raises(Denied):
        stage.propose(stage.proposal(), by=name)


def test_an_outsider_learns_nothing_by_proposing(stage: Stage) -> None:
    with pytest.raises(NotFound):
        stage.propose(stage.proposal(), by="outsider")


def test_the_electorate_is_the_members_as_they_stood_at_the_opening(stage: Stage, session: Session) -> None:
    decision_id = stage.open()
    with unit_of_work() as work:
        row = work.session.get(Delegation, stage.cast.delegations["OBS"])
        assert row is not None
        row.standing = "member"
    codes = [row.code for row in queries.electors(session, decision_id)]
    assert codes == ["EMPL", "IOM", "MAR", "MWUF", "PHL", "RRO", "USA"]


def test_the_text_is_frozen_by_its_hash_and_its_provisions(stage: Stage, session: Session) -> None:
    decision = stage.decision(stage.open())
    subject = queries.subject_of(session, decision)
    assert subject is not None
    assert decision.text_hash == subject.hash
    assert decision.provision_ids == [stage.provisions["1.1"], stage.provisions["1.2"]]


def test_a_question_of_procedure_has_no_text(stage: Stage) -> None:
    decision = stage.decision(stage.open(stage.proposal(element=None)))
    assert decision.revision_id is None
    assert decision.provision_ids == []


def test_a_text_that_is_not_in_the_current_revision_cannot_be_decided(stage: Stage) -> None:
    stage.elements["9"] = "nosuchelement"
    with pytest.raises(Invalid, match=r"decisions\.not_in_the_text"):
        stage.propose(stage.proposal(element="9"))


def test_a_proposal_on_a_superseded_revision_cannot_be_confirmed(stage: Stage) -> None:
    decision_id = stage.propose(stage.proposal())
    issue_again(stage)
    with pytest.raises(Refused, match=r"decisions\.revision_superseded"):
        stage.confirm(decision_id)


def test_no_provision_is_under_two_open_decisions(stage: Stage) -> None:
    first = stage.propose(stage.proposal())
    second = stage.propose(stage.proposal(provision="1.2"))
    stage.confirm(first)
    with pytest.raises(Refused, match=r"decisions\.under_decision"):
        stage.confirm(second)


def test_open_provisions_are_those_of_open_decisions(stage: Stage, session: Session) -> None:
    stage.propose(stage.proposal(element="2"))
    stage.open(stage.proposal(provision="1.2"))
    assert queries.open_provision_ids(session, stage.instrument_id) == {stage.provisions["1.2"]}


def test_a_text_with_open_brackets_cannot_be_placed_under_silence(stage: Stage) -> None:
    with pytest.raises(Refused, match=r"decisions\.open_brackets") as caught:
        stage.place(element="2")
    assert caught.value.facts["provisions"] == ("2.1",)


def test_a_call_on_a_text_with_open_brackets_is_possible(stage: Stage) -> None:
    decision_id = stage.open(stage.proposal(element="2"))
    assert stage.decision(decision_id).state == DecisionState.OPEN


def test_silence_lasts_at_least_as_long_as_the_rules_give(stage: Stage) -> None:
    with pytest.raises(Refused, match=r"decisions\.silence_too_short"):
        stage.place(hours=71)


def test_the_length_of_silence_is_judged_again_when_it_is_confirmed(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.propose(stage.proposal(DecisionKind.SILENCE, hours=73))
    moved_clock(dt.timedelta(hours=2))
    with pytest.raises(Refused, match=r"decisions\.silence_too_short"):
        stage.confirm(decision_id)


def test_no_silence_procedure_ends_on_a_listed_holiday(stage: Stage) -> None:
    day = (stage.now() + dt.timedelta(hours=100)).date()
    around = (day - dt.timedelta(days=1), day, day + dt.timedelta(days=1))
    stage.use_procedure(Procedure(holidays=around))
    with pytest.raises(Refused, match=r"decisions\.on_a_holiday"):
        stage.place(hours=100)


def test_a_rule_that_is_not_offered_is_refused(stage: Stage) -> None:
    with pytest.raises(Invalid, match=r"decisions\.unknown_rule"):
        stage.propose(stage.proposal(rule="qualified_majority"))


def test_silence_tells_every_head_and_alternate_who_holds_no_office(stage: Stage, session: Session) -> None:
    decision_id = stage.place()
    told = set(session.scalars(select(Notice.person_id).where(Notice.decision_id == decision_id)))
    people = stage.cast.people
    assert people["alternate_mwuf"] in told
    assert people["chair_phl"] not in told
    assert people["head_obs"] not in told
    assert len(told) == 8


def test_reminders_follow_the_ladder_from_the_opening(stage: Stage, session: Session) -> None:
    decision_id = stage.open(stage.proposal(hours=100))
    statement = select(DecisionReminder.step).where(DecisionReminder.decision_id == decision_id)
    assert set(session.scalars(statement)) == {"half_time", "day_before", "two_hours_before", "hour_before"}


def test_a_declined_proposal_cannot_be_confirmed(stage: Stage) -> None:
    decision_id = stage.propose(stage.proposal())
    with unit_of_work() as work:
        service.decline(work, stage.cast.actor("chair_usa", work.session), decision_id, "Not yet.")
    with pytest.raises(Refused, match=r"decisions\.not_in_this_state"):
        stage.confirm(decision_id)


def test_proposals_are_known_to_the_co_chairs_alone(stage: Stage, session: Session) -> None:
    decision_id = stage.propose(stage.proposal())
    initiative_id = stage.cast.initiative_id
    chair, head = stage.cast.actor("chair_usa"), stage.cast.actor("head_phl")
    assert [row.id for row in queries.proposals(session, chair, initiative_id)] == [decision_id]
    assert queries.proposals(session, head, initiative_id) == []
    with pytest.raises(NotFound):
        queries.readable_decision(session, head, initiative_id, decision_id)


def test_a_decision_of_another_initiative_is_not_found(stage: Stage, session: Session) -> None:
    with pytest.raises(NotFound):
        queries.decision(session, "otherinitia", stage.open())


def test_numbers_are_never_given_twice(stage: Stage) -> None:
    first = stage.propose(stage.proposal())
    with unit_of_work() as work:
        service.decline(work, stage.cast.actor("chair_phl", work.session), first, "Taken back.")
    assert stage.decision(stage.propose(stage.proposal())).number == 2
