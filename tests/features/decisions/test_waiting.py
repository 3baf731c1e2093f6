"""What waits for whom."""

from __future__ import annotations

from tests.features.decisions.stage import Stage
from webapp.base.kernel.db import db
from webapp.features.decisions import queries
from webapp.features.decisions.rules.transitions import ChairsAct


def test_what_waits_for_heads_goes_when_the_delegation_has_reacted(stage: Stage) -> None:
    decision_id = stage.open()
    now = stage.now()
    waiting = queries.waiting_for(db.session(), stage.cast.actor("head_mwuf"), now)
    assert [one.values["decision_id"] for one in waiting] == [decision_id]
    assert queries.waiting_for(db.session(), stage.cast.actor("delegate_mwuf"), now) == []
    stage.take(decision_id, "alternate_mwuf", "agree")
    assert queries.waiting_for(db.session(), stage.cast.actor("head_mwuf"), now) == []


def test_a_proposed_decision_waits_for_the_other_co_chair_alone(stage: Stage) -> None:
    stage.propose(stage.proposal())
    now = stage.now()
    assert queries.waiting_for(db.session(), stage.cast.actor("chair_phl"), now) == []
    assert len(queries.waiting_for(db.session(), stage.cast.actor("chair_usa"), now)) == 1


def test_an_acknowledged_text_under_silence_waits_no_more(stage: Stage) -> None:
    decision_id = stage.place()
    now = stage.now()
    assert len(queries.waiting_for(db.session(), stage.cast.actor("head_mwuf"), now)) == 1
    stage.acknowledge_all(decision_id)
    assert queries.waiting_for(db.session(), stage.cast.actor("alternate_mwuf"), now) == []


def test_what_one_co_chair_asks_waits_for_the_other(stage: Stage) -> None:
    decision_id = stage.open()
    stage.ask(decision_id, ChairsAct.WITHDRAW, "Other words come.")
    now = stage.now()
    assert queries.waiting_for(db.session(), stage.cast.actor("chair_phl"), now) == []
    assert len(queries.waiting_for(db.session(), stage.cast.actor("chair_usa"), now)) == 1
