"""Closing, the record, and what a decision does to the text."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.features.decisions.stage import Stage
from webapp.base.access.actor import SYSTEM
from webapp.base.kernel.errors import Denied, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import queries, service
from webapp.features.decisions.models import DecisionReminder
from webapp.features.decisions.rules import command
from webapp.features.decisions.rules.transitions import ChairsAct, DecisionState
from webapp.features.initiatives.rules import Procedure

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
SECOND = dt.timedelta(seconds=1)
IN_FAVOUR = ("head_phl", "head_usa", "head_mar", "head_rro")


def _close(stage: Stage, decision_id: str, moved_clock: MoveClock) -> None:
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    stage.close(decision_id)


def _agreed(stage: Stage, moved_clock: MoveClock, **more: object) -> str:
    decision_id = stage.open(stage.proposal(**more))  # type: ignore[arg-type]
    for name in IN_FAVOUR:
        stage.take(decision_id, name, "agree")
    _close(stage, decision_id, moved_clock)
    return decision_id


def _events(session: Session, name: str) -> list[str]:
    session.rollback()
    return list(session.scalars(select(JournalBody.object_id).where(JournalBody.action == name)))


def test_a_decision_does_not_close_before_its_deadline(stage: Stage) -> None:
    decision_id = stage.open()
    stage.close(decision_id)
    assert stage.decision(decision_id).state == DecisionState.OPEN


def test_a_call_that_passes_makes_its_provisions_agreed(stage: Stage, moved_clock: MoveClock) -> None:
    decision_id = _agreed(stage, moved_clock)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.result, decision.ended) == ("closed", "passed", "deadline")
    assert (stage.status("1.1"), stage.status("1.2"), stage.status("2.1")) == (
        "agreed",
        "agreed",
        "bracketed",
    )


def test_a_call_that_fails_sends_its_provisions_back_to_consultation(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mar", "object", "It concerns 1.1.")
    _close(stage, decision_id, moved_clock)
    assert stage.decision(decision_id).result == "failed"
    assert stage.status("1.1") == "open"


def test_what_holds_a_bracket_stays_bracketed_when_a_call_passes(
    stage: Stage, moved_clock: MoveClock
) -> None:
    _agreed(stage, moved_clock, element="2")
    assert stage.status("2.1") == "bracketed"


def test_one_counting_position_ad_referendum_makes_the_agreement_so(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    later = (stage.now() + dt.timedelta(days=60)).date()
    stage.take(decision_id, "head_phl", "agree")
    stage.take(decision_id, "head_usa", "agree", ad_referendum=later)
    _close(stage, decision_id, moved_clock)
    assert stage.status("1.1") == "agreed_ad_referendum"


def test_the_published_record_evaluates_to_the_published_outcome_byte_for_byte(
    stage: Stage, moved_clock: MoveClock, tmp_path: Path
) -> None:
    decision_id = stage.open(stage.proposal(rule="agreement_in_every_constituency"))
    for name in IN_FAVOUR:
        stage.take(decision_id, name, "agree")
    stage.take(decision_id, "head_mwuf", "object", "“Warn” and “rescue” are not the same: \\ \t.")
    stage.take(decision_id, "head_mwuf", "agree_with_reservation", "We read 1.1 as limited to towns.")
    stage.take(decision_id, "head_empl", "no_objection")
    _close(stage, decision_id, moved_clock)
    decision = stage.decision(decision_id)
    assert decision.record is not None
    assert decision.outcome is not None
    source = tmp_path / "record.json"
    source.write_bytes(decision.record.encode())
    out, err = io.BytesIO(), io.BytesIO()
    assert command.run(str(source), io.BytesIO(), out, err) == 0
    assert out.getvalue() == decision.outcome.encode()
    assert json.loads(decision.outcome)["tally"]["total"]["agree"] == 4


def test_the_record_lists_the_electorate_by_code_and_every_position(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mwuf", "abstain")
    stage.take(decision_id, "head_mwuf", "agree")
    _close(stage, decision_id, moved_clock)
    record = json.loads(stage.decision(decision_id).record or "")
    assert [one["id"] for one in record["electorate"]] == ["EMPL", "IOM", "MAR", "MWUF", "PHL", "RRO", "USA"]
    assert [one["option"] for one in record["positions"]] == ["abstain", "agree"]


def test_a_reservation_makes_exactly_one_statement(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mwuf", "agree_with_reservation", "First reading.")
    stage.take(decision_id, "head_mwuf", "agree_with_reservation", "Second reading.")
    stage.take(decision_id, "head_mar", "agree_with_reservation", "Ours.")
    stage.take(decision_id, "head_mar", "agree")
    _close(stage, decision_id, moved_clock)
    stage.close(decision_id)
    found = [(one.code, one.kind, one.body) for one in queries.statements(session, decision_id)]
    assert found == [("MWUF", "reservation", "Second reading.")]


def test_closing_twice_closes_once(stage: Stage, session: Session, moved_clock: MoveClock) -> None:
    decision_id = _agreed(stage, moved_clock)
    before = stage.decision(decision_id).closed_at
    stage.close(decision_id)
    assert stage.decision(decision_id).closed_at == before
    assert _events(session, "decisions.closed") == [decision_id]


def test_only_the_clock_closes(stage: Stage, moved_clock: MoveClock) -> None:
    decision_id = stage.open()
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    with pytest.raises(Denied), unit_of_work() as work:
        service.close_decision(work, stage.cast.actor("chair_phl", work.session), decision_id)


def test_announcing_is_a_co_chairs_act_after_the_closing_and_happens_once(
    stage: Stage, moved_clock: MoveClock
) -> None:
    decision_id = _agreed(stage, moved_clock)
    outcome = stage.decision(decision_id).outcome
    with pytest.raises(Denied), unit_of_work() as work:
        service.announce(work, stage.cast.actor("officer", work.session), decision_id)
    with unit_of_work() as work:
        service.announce(work, stage.cast.actor("chair_usa", work.session), decision_id)
    decision = stage.decision(decision_id)
    assert decision.announced_at is not None
    assert decision.outcome == outcome
    with pytest.raises(Refused, match=r"decisions\.announced"), unit_of_work() as work:
        service.announce(work, stage.cast.actor("chair_usa", work.session), decision_id)


def test_an_open_decision_cannot_be_announced(stage: Stage) -> None:
    decision_id = stage.open()
    with pytest.raises(Refused, match=r"decisions\.not_closed"), unit_of_work() as work:
        service.announce(work, stage.cast.actor("chair_usa", work.session), decision_id)


def test_a_withdrawal_takes_effect_when_the_other_co_chair_confirms_it(
    stage: Stage, session: Session
) -> None:
    decision_id = stage.open()
    stage.ask(decision_id, ChairsAct.WITHDRAW, "A better text comes.")
    assert stage.decision(decision_id).state == DecisionState.OPEN
    with pytest.raises(Refused, match=r"decisions\.own_proposal"), unit_of_work() as work:
        service.confirm_act(work, stage.cast.actor("chair_phl", work.session), decision_id)
    with unit_of_work() as work:
        service.confirm_act(work, stage.cast.actor("chair_usa", work.session), decision_id)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.outcome) == (DecisionState.WITHDRAWN, None)
    assert queries.open_provision_ids(session, stage.instrument_id) == frozenset()


def test_a_declined_withdrawal_leaves_the_decision_open(stage: Stage) -> None:
    decision_id = stage.open()
    stage.ask(decision_id, ChairsAct.WITHDRAW, "A better text comes.")
    with unit_of_work() as work:
        service.decline_act(work, stage.cast.actor("chair_usa", work.session), decision_id)
    decision = stage.decision(decision_id)
    assert (decision.state, decision.pending_act) == (DecisionState.OPEN, None)


def test_nothing_is_withdrawn_after_the_deadline_even_before_it_is_counted(
    stage: Stage, moved_clock: MoveClock
) -> None:
    stage.use_procedure(Procedure(chairs_confirm=False))
    decision_id = stage.propose(stage.proposal())
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    with pytest.raises(Refused, match=r"decisions\.closed"):
        stage.ask(decision_id, ChairsAct.WITHDRAW, "It goes badly.")


def test_a_due_reminder_is_told_once_while_somebody_has_not_reacted(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.open(stage.proposal(hours=100))
    moved_clock(dt.timedelta(hours=51))
    due = queries.due_reminders(session, stage.now())
    assert len(due) == 1
    for _ in range(2):
        with unit_of_work() as work:
            service.remind(work, SYSTEM, due[0])
    assert _events(session, "decisions.reminder_due") == [decision_id]


def test_nobody_is_reminded_when_everybody_has_reacted(
    stage: Stage, session: Session, moved_clock: MoveClock
) -> None:
    decision_id = stage.open(stage.proposal(hours=100))
    for code in ("phl", "usa", "mar", "rro", "iom", "mwuf", "empl"):
        stage.take(decision_id, f"head_{code}", "agree")
    moved_clock(dt.timedelta(hours=51))
    for reminder_id in queries.due_reminders(session, stage.now()):
        with unit_of_work() as work:
            service.remind(work, SYSTEM, reminder_id)
    assert _events(session, "decisions.reminder_due") == []
    assert session.scalar(select(DecisionReminder.done_at).where(DecisionReminder.done_at.is_not(None)))
