"""Taking positions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.features.decisions.stage import Stage
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import queries
from webapp.features.decisions.models import Position
from webapp.features.decisions.rules.transitions import DecisionKind
from webapp.features.participants.models import Delegation, SeatRow

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
SECOND = dt.timedelta(seconds=1)


def _options(session: Session, decision_id: str) -> dict[str, str | None]:
    return {row.code: row.option for row in queries.member_positions(session, decision_id)}


@pytest.mark.parametrize("name", ["head_mwuf", "alternate_mwuf"])
def test_a_head_or_an_alternate_takes_the_position(stage: Stage, session: Session, name: str) -> None:
    decision_id = stage.open()
    stage.take(decision_id, name, "agree")
    assert _options(session, decision_id)["MWUF"] == "agree"


@pytest.mark.parametrize("name", ["delegate_mwuf", "adviser_mwuf", "head_obs", "chair_phl", "officer"])
def test_nobody_else_takes_a_position(stage: Stage, name: str) -> None:
    decision_id = stage.open()
    with pytest.raises(Denied):
        stage.take(decision_id, name, "agree")


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_who_takes_no_part_learns_nothing(stage: Stage, name: str) -> None:
    decision_id = stage.open()
    with pytest.raises(NotFound):
        stage.take(decision_id, name, "agree")


def test_the_latest_position_counts_and_the_earlier_stays_on_record(stage: Stage, session: Session) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mwuf", "object", "It concerns 1.1; a delay would lift it.")
    stage.take(decision_id, "alternate_mwuf", "agree")
    mine = next(row for row in queries.member_positions(session, decision_id) if row.code == "MWUF")
    assert mine.option == "agree"
    assert mine.by == "Davit Lund"
    assert [one.option for one in mine.earlier] == ["object"]


def test_a_delegation_cannot_take_two_positions_in_the_same_place(stage: Stage) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mwuf", "agree")
    with pytest.raises(IntegrityError), unit_of_work() as work:
        work.session.add(
            Position(
                decision_id=decision_id,
                delegation_id=stage.cast.delegations["MWUF"],
                sequence=1,
                option="object",
                taken_by=stage.cast.people["head_mwuf"],
                at=work.now(),
            )
        )


def test_a_position_a_second_before_the_deadline_is_received(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    moved_clock(stage.decision(decision_id).closes_at - 30 * SECOND)
    stage.take(decision_id, "head_mwuf", "agree")
    assert _options(session, decision_id)["MWUF"] == "agree"


def test_a_position_a_second_late_is_refused_whatever_the_worker_did(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    with pytest.raises(Refused, match=r"decisions\.closed"):
        stage.take(decision_id, "head_mwuf", "agree")


def test_a_proposed_decision_takes_no_positions_and_is_not_even_known(stage: Stage) -> None:
    decision_id = stage.propose(stage.proposal())
    with pytest.raises(NotFound):
        stage.take(decision_id, "head_mwuf", "agree")


@pytest.mark.parametrize("option", ["agree_with_reservation", "object"])
def test_an_option_that_needs_a_reason_is_refused_without_one(stage: Stage, option: str) -> None:
    decision_id = stage.open()
    with pytest.raises(Invalid) as caught:
        stage.take(decision_id, "head_mwuf", option, "  ")
    assert caught.value.field == "reason"


def test_an_objection_without_reason_is_received_where_the_rule_discards_it(
    stage: Stage, session: Session
) -> None:
    with unit_of_work() as work:
        row = work.session.get(Delegation, stage.cast.delegations["PHL"])
        assert row is not None
        row.tags = ["origin", "p_member"]
    decision_id = stage.open(stage.proposal(rule="iso_iec_enquiry"))
    stage.take(decision_id, "head_mwuf", "object")
    assert _options(session, decision_id)["MWUF"] == "object"


def test_ad_referendum_needs_a_day_to_come(stage: Stage) -> None:
    decision_id = stage.open()
    with pytest.raises(Invalid, match=r"decisions\.ad_referendum_past"):
        stage.take(decision_id, "head_mwuf", "agree", ad_referendum=dt.date(2020, 1, 1))


def test_a_member_accredited_after_the_opening_is_not_in_the_electorate(stage: Stage) -> None:
    decision_id = stage.open()
    with unit_of_work() as work:
        row = work.session.get(Delegation, stage.cast.delegations["OBS"])
        assert row is not None
        row.standing = "member"
    with pytest.raises(Refused, match=r"decisions\.not_in_electorate"):
        stage.take(decision_id, "head_obs", "agree")


def test_an_ended_seat_speaks_no_more(stage: Stage) -> None:
    decision_id = stage.open()
    with unit_of_work() as work:
        seat = work.session.query(SeatRow).filter_by(person_id=stage.cast.people["head_mwuf"]).one()
        seat.ended_at = work.now()
    with pytest.raises(NotFound):
        stage.take(decision_id, "head_mwuf", "agree")


def test_an_indication_takes_positions_and_closes_without_outcome(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.open(stage.proposal(DecisionKind.INDICATION))
    stage.take(decision_id, "head_mwuf", "agree")
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    stage.close(decision_id)
    decision = stage.decision(decision_id)
    assert decision.state == "closed"
    assert (decision.result, decision.record, decision.outcome) == (None, None, None)
    assert stage.status("1.1") == "not_discussed"


def test_members_without_reaction_are_those_who_said_nothing(stage: Stage, session: Session) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mwuf", "abstain")
    codes = [row.code for row in queries.members_without_reaction(session, decision_id)]
    assert codes == ["EMPL", "IOM", "MAR", "PHL", "RRO", "USA"]
