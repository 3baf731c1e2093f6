"""The demo's decisions, counted by the rules that ship."""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest

from tests.demo.content.lookups import (
    DECISIONS,
    DELEGATIONS,
    FIRST_START,
    PEOPLE,
    REVISIONS,
    SPEAKS,
    speaks_for,
)
from webapp.base.access.actor import OfficeKind, Standing
from webapp.demo.content import DEMO
from webapp.demo.content.shapes import Decision, When
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import Result
from webapp.features.decisions.rules.record import FORMAT, read_record
from webapp.features.decisions.rules.shipped import SHIPPED
from webapp.features.decisions.rules.shipped_data import Choices

ZONE, DAY = ZoneInfo(DEMO.initiative.time_zone), dt.date(2026, 3, 28)


def result_so_far(decision: Decision) -> Result:
    record = {
        "format": FORMAT,
        "question": decision.question,
        "electorate": [
            {"id": item.code, "constituency": item.constituency, "tags": list(item.tags)}
            for item in DEMO.delegations
            if item.standing is Standing.MEMBER
        ],
        "rule": SHIPPED[decision.rule].build(Choices()),
        "positions": [
            {
                "delegation": position.delegation,
                "option": position.option,
                "reason": position.reason,
                "at": position.at.on(DAY, ZONE).isoformat(),
            }
            for position in decision.positions
        ],
    }
    return evaluate(read_record(json.dumps(record).encode())).result


def test_a_second_co_chair_confirms_every_revision_and_every_decision() -> None:
    pairs = [(item.proposed_by, item.confirmed_by) for item in DEMO.instrument.revisions]
    pairs += [(item.proposed_by, item.confirmed_by) for item in DEMO.decisions]
    for proposer, confirmer in pairs:
        assert proposer != confirmer
        assert PEOPLE[proposer].office is PEOPLE[confirmer].office is OfficeKind.CO_CHAIR


@pytest.mark.parametrize("decision", DEMO.decisions, ids=lambda decision: decision.key)
def test_positions_are_taken_by_heads_and_alternates_of_members_who_hold_no_office(
    decision: Decision,
) -> None:
    for position in decision.positions:
        assert speaks_for(position.by, position.delegation)
        assert DELEGATIONS[position.delegation].standing is Standing.MEMBER
        assert decision.opened < position.at < min(decision.closes, FIRST_START)
        assert position.reason or position.option not in {"object", "agree_with_reservation"}


@pytest.mark.parametrize("decision", DEMO.decisions, ids=lambda decision: decision.key)
def test_a_decision_names_a_principle_without_brackets(decision: Decision) -> None:
    (element,) = [item for item in REVISIONS[decision.revision].elements if item.key == decision.element]
    assert element.kind == "principle"
    assert not [item.key for item in element.provisions if "[" in item.text]
    assert decision.proposed < decision.opened < decision.closes


def test_silence_lasts_as_long_as_the_rules_ask_and_ends_in_three_days() -> None:
    silence = DECISIONS["principle_2"]
    length = silence.closes.on(DAY, ZONE) - silence.opened.on(DAY, ZONE)
    assert silence.kind == "silence"
    assert length >= dt.timedelta(hours=DEMO.initiative.procedure.silence_hours)
    assert silence.closes == When(3, 18)
    assert not silence.positions


def test_members_acknowledge_the_silence_through_a_head_or_alternate_after_it_was_placed() -> None:
    silence = DECISIONS["principle_2"]
    for acknowledgement in silence.acknowledgements:
        person = PEOPLE[acknowledgement.by]
        assert person.seat in SPEAKS
        assert person.delegation is not None
        assert DELEGATIONS[person.delegation].standing is Standing.MEMBER
        assert silence.opened < acknowledgement.at < FIRST_START
    assert 0 < len(silence.acknowledgements) < 22


def test_the_closed_call_agreed_and_was_announced_within_a_day() -> None:
    closed = DECISIONS["principle_1"]
    assert closed.announced is not None
    assert closed.closes < closed.announced <= When(closed.closes.days + 1, closed.closes.hour)
    assert closed.announced_by is not None
    assert PEOPLE[closed.announced_by].office is OfficeKind.CO_CHAIR
    assert result_so_far(closed) is Result.PASSED


def test_the_running_call_shows_every_option_and_does_not_yet_pass() -> None:
    running = DECISIONS["principle_4"]
    assert running.announced is None
    assert running.closes == When(4, 18)
    assert {position.option for position in running.positions} == {
        "agree",
        "agree_with_reservation",
        "no_objection",
        "abstain",
        "object",
    }
    assert result_so_far(running) is Result.FAILED
