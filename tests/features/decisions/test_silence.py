"""The silence procedure: breaking, acknowledging, reaching, moving, lapsing, objecting too late."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.features.decisions.stage import SPEAKERS, Stage
from webapp.base.kernel.errors import Denied, Invalid, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import queries, service
from webapp.features.decisions.models import Position, Statement
from webapp.features.decisions.rules.transitions import ChairsAct, DecisionState
from webapp.features.initiatives.rules import Procedure

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
SECOND = dt.timedelta(seconds=1)
REASON = "It concerns 1.2; “without their consent” would lift it."


def _break(stage: Stage, decision_id: str, by: str = "head_mwuf") -> Position | Statement:
    return stage.take(decision_id, by, "object", REASON, concerns=(stage.provisions["1.2"],))


def _at_deadline(stage: Stage, decision_id: str, moved_clock: MoveClock) -> None:
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    stage.close(decision_id)


def _events(session: Session, name: str) -> list[str]:
    session.rollback()
    return list(session.scalars(select(JournalBody.body).where(JournalBody.action == name)))


def _mail(stage: Stage, decision_id: str, name: str, at: dt.datetime, refusal: str | None = None) -> None:
    with unit_of_work() as work:
        person_id = stage.cast.people[name]
        if refusal is None:
            service.note_mail_accepted(work, decision_id, person_id, at)
        else:
            service.note_mail_refused(work, decision_id, person_id, at, refusal)


def test_one_break_ends_the_procedure_at_once(stage: Stage, session: Session) -> None:
    decision_id = stage.place()
    assert isinstance(_break(stage, decision_id), Position)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.result, decision.ended) == ("closed", "failed", "broken")
    assert stage.status("1.1") == "open"
    told = json.loads(_events(session, "decisions.silence_broken")[0])["content"]
    assert (told["code"], told["reason"], told["concerns"]) == ("MWUF", REASON, [stage.provisions["1.2"]])


def test_the_broken_record_is_counted_by_the_rule_of_silence(stage: Stage) -> None:
    decision_id = stage.place()
    _break(stage, decision_id)
    record = json.loads(stage.decision(decision_id).record or "")
    assert record["rule"]["title"] == "Nobody breaks silence"
    assert record["rule"]["pass"] == {"count": {"effects": ["block"]}, "at_most": 0}


def test_a_break_names_provisions_under_silence_and_a_reason(stage: Stage) -> None:
    decision_id = stage.place()
    with pytest.raises(Invalid, match=r"decisions\.concerns_nothing"):
        stage.take(decision_id, "head_mwuf", "object", REASON)
    with pytest.raises(Invalid, match=r"decisions\.foreign_provision"):
        stage.take(decision_id, "head_mwuf", "object", REASON, concerns=(stage.provisions["2.1"],))
    with pytest.raises(Invalid, match=r"decisions\.objection_reason"):
        stage.take(decision_id, "head_mwuf", "object", concerns=(stage.provisions["1.2"],))


@pytest.mark.parametrize("name", ["head_obs", "delegate_mwuf", "chair_usa", "officer"])
def test_only_a_head_or_alternate_of_a_member_breaks_silence(stage: Stage, name: str) -> None:
    decision_id = stage.place()
    with pytest.raises(Denied):
        _break(stage, decision_id, by=name)


def test_where_objections_are_collected_the_procedure_runs_on_and_then_fails(
    stage: Stage, moved_clock: MoveClock
) -> None:
    stage.use_procedure(Procedure(collect_objections=True))
    decision_id = stage.place()
    _break(stage, decision_id)
    assert stage.decision(decision_id).state == DecisionState.OPEN
    _break(stage, decision_id, by="head_empl")
    _at_deadline(stage, decision_id, moved_clock)
    decision = stage.decision(decision_id)
    assert (decision.result, decision.ended) == ("failed", "deadline")


def test_silence_agrees_when_everybody_was_reached_and_nobody_broke_it(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id)
    _at_deadline(stage, decision_id, moved_clock)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.result) == ("closed", "passed")
    assert stage.status("1.2") == "agreed"


def test_an_acknowledgement_is_no_position_and_silence_can_still_be_broken(
    stage: Stage, session: Session
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id)
    assert all(row.option is None for row in queries.member_positions(session, decision_id))
    _break(stage, decision_id)
    assert stage.decision(decision_id).result == "failed"


@pytest.mark.parametrize("name", ["head_obs", "delegate_mwuf", "chair_phl", "officer_free"])
def test_nobody_else_acknowledges(stage: Stage, name: str) -> None:
    decision_id = stage.place()
    with pytest.raises(Denied), unit_of_work() as work:
        service.acknowledge(work, stage.cast.actor(name, work.session), decision_id)


def test_explicit_support_counts_as_reached_and_is_told_apart(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id, but=("mwuf", "empl"))
    stage.take(decision_id, "head_mwuf", "agree")
    _mail(stage, decision_id, "head_empl", stage.now())
    _at_deadline(stage, decision_id, moved_clock)
    found = queries.reactions(session, stage.decision(decision_id))
    assert (found["MWUF"], found["EMPL"], found["MAR"]) == ("support", "silent", "acknowledged")


def test_under_silence_there_is_no_abstaining(stage: Stage) -> None:
    decision_id = stage.place()
    with pytest.raises(Invalid, match=r"decisions\.unknown_option"):
        stage.take(decision_id, "head_mwuf", "abstain")


def test_the_deadline_moves_while_a_member_is_not_reached(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id, but=("mwuf",))
    before = stage.decision(decision_id).closes_at
    _at_deadline(stage, decision_id, moved_clock)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.moved_times) == ("open", 1)
    assert decision.closes_at == before + dt.timedelta(hours=72)
    told = json.loads(_events(session, "decisions.deadline_moved")[0])["content"]
    assert (told["by_rule"], told["unreached"]) == (True, ["MWUF"])


def test_the_moved_deadline_has_reminders_of_its_own(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    _at_deadline(stage, decision_id, moved_clock)
    assert len(queries.reminders(session, stage.decision(decision_id))) == 4


def test_after_the_last_permitted_move_the_co_chairs_decide(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    stage.use_procedure(Procedure(silence_moves=1))
    decision_id = stage.place()
    stage.acknowledge_all(decision_id, but=("mwuf",))
    _at_deadline(stage, decision_id, moved_clock)
    _at_deadline(stage, decision_id, moved_clock)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.awaits_chairs) == ("open", True)
    assert len(_events(session, "decisions.chairs_must_decide")) == 1
    assert queries.due_to_close(session, stage.now()) == []


def test_the_co_chairs_declare_agreement_on_record(stage: Stage, moved_clock: MoveClock) -> None:
    stage.use_procedure(Procedure(silence_moves=0))
    decision_id = stage.place()
    stage.acknowledge_all(decision_id, but=("mwuf",))
    _at_deadline(stage, decision_id, moved_clock)
    stage.ask(decision_id, ChairsAct.DECLARE_AGREED, "They were called.")
    with unit_of_work() as work:
        service.confirm_act(work, stage.cast.actor("chair_usa", work.session), decision_id)
    decision = stage.decision(decision_id)
    assert (decision.result, decision.ended, decision.end_reason) == ("passed", "chairs", "They were called.")
    assert stage.status("1.1") == "agreed"


def test_agreement_is_declared_only_where_members_stayed_unreached(stage: Stage) -> None:
    decision_id = stage.place()
    with pytest.raises(Refused, match=r"decisions\.not_for_the_chairs"):
        stage.ask(decision_id, ChairsAct.DECLARE_AGREED, "We are in a hurry.")


def test_an_accepted_mail_reaches_and_a_bounce_before_the_deadline_takes_that_back(
    stage: Stage, session: Session
) -> None:
    decision_id = stage.place()
    _mail(stage, decision_id, "head_empl", stage.now())
    codes = {row.code for row in queries.unreached_electors(session, stage.decision(decision_id))}
    assert "EMPL" not in codes
    _mail(stage, decision_id, "head_empl", stage.now(), refusal="550 mailbox full")
    session.rollback()
    codes = {row.code for row in queries.unreached_electors(session, stage.decision(decision_id))}
    assert "EMPL" in codes


def test_opening_the_page_is_noted_once(stage: Stage, session: Session) -> None:
    decision_id = stage.place()
    for _ in range(2):
        with unit_of_work() as work:
            service.note_seen(work, stage.cast.actor("head_mwuf", work.session), decision_id)
    assert len(_events(session, "decisions.notice_seen")) == 1
    codes = {row.code for row in queries.unreached_electors(session, stage.decision(decision_id))}
    assert "MWUF" not in codes


def test_an_extension_has_a_reason_and_one_new_deadline_for_all(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id)
    later = stage.decision(decision_id).closes_at + dt.timedelta(hours=48)
    with pytest.raises(Denied):
        stage.extend(decision_id, later, "A holiday in two capitals.", by="officer")
    stage.extend(decision_id, later, "A holiday in two capitals.")
    moved_clock(later - dt.timedelta(hours=1))
    stage.close(decision_id)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.closes_at, decision.moved_times) == ("open", later, 0)
    told = json.loads(_events(session, "decisions.deadline_moved")[0])["content"]
    assert (told["by_rule"], told["reason"]) == (False, "A holiday in two capitals.")


def test_an_extension_leads_to_a_later_deadline(stage: Stage) -> None:
    decision_id = stage.place()
    earlier = stage.decision(decision_id).closes_at - SECOND
    with pytest.raises(Refused, match=r"decisions\.not_later"):
        stage.extend(decision_id, earlier, "To have it over.", by="chair_usa")


def test_a_late_objection_is_kept_and_the_agreement_stands(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id)
    _at_deadline(stage, decision_id, moved_clock)
    assert isinstance(_break(stage, decision_id), Statement)
    assert stage.decision(decision_id).result == "passed"
    assert stage.status("1.2") == "agreed"
    assert [one.kind for one in queries.statements(session, decision_id)] == ["late_objection"]
    assert len(_events(session, "decisions.late_objection_received")) == 1


def test_an_objection_that_comes_before_the_worker_is_still_late(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id)
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    assert isinstance(_break(stage, decision_id), Statement)
    assert stage.decision(decision_id).result == "passed"


def test_an_objection_after_a_deadline_that_moves_is_a_break(stage: Stage, moved_clock: MoveClock) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id, but=("rro",))
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    assert isinstance(_break(stage, decision_id), Position)
    decision = stage.decision(decision_id)
    assert (decision.result, decision.ended, decision.moved_times) == ("failed", "broken", 1)


def test_a_broken_procedure_takes_no_further_objection(stage: Stage) -> None:
    decision_id = stage.place()
    _break(stage, decision_id)
    with pytest.raises(Refused, match=r"decisions\.closed"):
        _break(stage, decision_id, by="head_empl")


def test_coverage_lists_members_without_a_confirmed_focal_point(stage: Stage, session: Session) -> None:
    gaps = queries.coverage(session, stage.cast.initiative_id)
    assert len(gaps) == len(SPEAKERS)
    assert {gap.gap for gap in gaps} == {queries.Gap.NO_FOCAL_POINT}
