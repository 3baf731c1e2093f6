"""The pages of decisions, before and after closing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.features.decisions.stage import Stage
from webapp.base.web.zoned import local_text
from webapp.features.decisions import queries
from webapp.features.decisions.rules.transitions import ChairsAct, DecisionKind
from webapp.features.initiatives.rules import Procedure

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
ClientFor = Callable[[str], FlaskClient]
SECOND = dt.timedelta(seconds=1)
INDEX = "/i/mac/decisions"


def _post(client: FlaskClient, path: str, page: TestResponse | None = None, **fields: object) -> TestResponse:
    """Press a button: the hidden fields of the page that has it come along."""
    hidden = (
        {} if page is None else dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    )
    return client.post(path, data={**hidden, **fields})


def _closed(stage: Stage, moved_clock: MoveClock, decision_id: str) -> str:
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    stage.close(decision_id)
    return decision_id


def test_an_empty_list_says_what_to_do(stage: Stage, client_for: ClientFor) -> None:
    page = client_for("chair_phl").get(INDEX)
    assert page.status_code == 200
    assert "Propose a decision" in page.text
    assert "Propose a decision" not in client_for("head_mwuf").get(INDEX).text


def test_an_outsider_finds_no_page(stage: Stage, client_for: ClientFor) -> None:
    decision_id = stage.open()
    client = client_for("outsider")
    for path in (INDEX, f"{INDEX}/{decision_id}", f"{INDEX}/{decision_id}/record.json", f"{INDEX}/propose"):
        assert client.get(path).status_code == 404


def test_a_co_chair_proposes_on_two_pages_and_the_other_confirms(
    stage: Stage, client_for: ClientFor, session: Session
) -> None:
    chair = client_for("chair_phl")
    page = chair.get(f"{INDEX}/propose?subject=element:{stage.elements['1']}")
    typed = {
        "kind": "silence",
        "subject": f"element:{stage.elements['1']}",
        "question": "Principle 1 is placed under silence.",
        "closes_at": local_text(stage.now() + dt.timedelta(hours=100), "Europe/Zurich"),
    }
    second = _post(chair, f"{INDEX}/propose", page, **typed)
    assert second.status_code == 200
    assert "States should warn everyone" in second.text
    assert "its focal point has not confirmed the duty" in second.text
    assert queries.proposals(session, stage.cast.actor("chair_usa"), stage.cast.initiative_id) == []
    done = _post(chair, f"{INDEX}/propose", second)
    target = urlsplit(done.headers["Location"]).path
    other = client_for("chair_usa")
    assert "Go on to confirm" in other.get(target).text
    assert client_for("head_mwuf").get(target).status_code == 404
    confirming = other.get(f"{target}/confirm")
    assert confirming.status_code == 200
    assert _post(other, f"{target}/confirm", confirming).status_code == 303
    assert "Proof of notice" in other.get(target).text


def test_a_proposal_can_be_changed_from_the_second_page(stage: Stage, client_for: ClientFor) -> None:
    chair = client_for("chair_phl")
    typed = {
        "kind": "call",
        "subject": "question:",
        "question": "Shall we meet in Geneva?",
        "rule_key": "consensus",
        "closes_at": local_text(stage.now() + dt.timedelta(hours=5), "Europe/Zurich"),
    }
    second = _post(chair, f"{INDEX}/propose", chair.get(f"{INDEX}/propose"), **typed)
    first = _post(chair, f"{INDEX}/propose", second, change="1")
    assert "Shall we meet in Geneva?" in first.text
    assert "Look at it once more" in first.text


def test_a_silence_that_is_too_short_is_refused_beside_its_field(stage: Stage, client_for: ClientFor) -> None:
    chair = client_for("chair_phl")
    typed = {
        "kind": "silence",
        "subject": f"element:{stage.elements['1']}",
        "question": "Principle 1 is placed under silence.",
        "closes_at": local_text(stage.now() + dt.timedelta(hours=10), "Europe/Zurich"),
    }
    page = _post(chair, f"{INDEX}/propose", chair.get(f"{INDEX}/propose"), **typed)
    assert page.status_code == 422
    assert "at least 72 hours under silence" in page.text
    assert "Principle 1 is placed under silence." in page.text


def test_a_position_is_taken_on_two_pages(stage: Stage, client_for: ClientFor, session: Session) -> None:
    decision_id = stage.open()
    head = client_for("head_mwuf")
    first = head.get(f"{INDEX}/{decision_id}")
    assert "no position yet" in first.text
    second = _post(head, f"{INDEX}/{decision_id}/position", first, option="agree")
    assert "You act as head of delegation, for Migrant Workers’ Union Federation." in second.text
    assert "counts for; you support it" in second.text
    assert queries.latest_position(session, decision_id, stage.cast.delegations["MWUF"]) is None
    done = _post(head, f"{INDEX}/{decision_id}/position", second)
    assert done.status_code == 303
    again = head.get(f"{INDEX}/{decision_id}")
    assert "The position of your delegation is recorded." in again.text
    assert "Migrant Workers’ Union Federation: <b>agree</b>" in again.text


def test_pressing_twice_takes_one_position(stage: Stage, client_for: ClientFor, session: Session) -> None:
    decision_id = stage.open()
    head = client_for("head_mwuf")
    path = f"{INDEX}/{decision_id}/position"
    second = _post(head, path, head.get(f"{INDEX}/{decision_id}"), option="agree")
    for _ in range(2):
        assert _post(head, path, second).status_code == 303
    assert len(queries.positions(session, decision_id)) == 1


def test_a_missing_reason_is_named_at_its_field_and_the_rest_is_kept(
    stage: Stage, client_for: ClientFor
) -> None:
    decision_id = stage.open()
    head = client_for("head_mwuf")
    page = _post(head, f"{INDEX}/{decision_id}/position", None, option="agree_with_reservation")
    assert page.status_code == 422
    assert "A reservation needs a reason" in page.text
    assert re.search(r'value="agree_with_reservation" checked', page.text)


def test_a_position_that_comes_late_is_refused_and_what_was_typed_is_kept(
    stage: Stage, client_for: ClientFor, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    head = client_for("head_mwuf")
    path = f"{INDEX}/{decision_id}/position"
    second = _post(head, path, None, option="object", reason="It concerns 1.1.")
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    late = _post(head, path, second)
    assert late.status_code == 422
    assert "Nothing was received after it" in late.text
    assert "It concerns 1.1." in late.text


@pytest.mark.parametrize("name", ["head_obs", "delegate_mwuf", "chair_phl", "officer"])
def test_who_takes_no_position_here_reads_the_page_without_a_form(
    stage: Stage, client_for: ClientFor, name: str
) -> None:
    decision_id = stage.open()
    client = client_for(name)
    page = client.get(f"{INDEX}/{decision_id}")
    assert page.status_code == 200
    assert 'name="option"' not in page.text
    assert client.post(f"{INDEX}/{decision_id}/position", data={"option": "agree"}).status_code == 404


def test_the_page_says_what_is_missing_in_which_constituency(stage: Stage, client_for: ClientFor) -> None:
    decision_id = stage.open(stage.proposal(rule="agreement_in_every_constituency"))
    stage.take(decision_id, "head_mar", "agree")
    page = client_for("head_obs").get(f"{INDEX}/{decision_id}").text
    assert "What is still missing" in page
    assert "As positions stand, it would not be agreed." in page
    assert "1 of 3 are for, 2 needed" in page or "1 of 3 is for, 2 needed" in page
    assert "1 missing" in page
    assert 'href="#state-agree"' in page
    assert 'id="state-agree"' in page


def test_after_closing_the_page_shows_the_outcome_the_downloads_and_the_command(
    stage: Stage, client_for: ClientFor, moved_clock: MoveClock
) -> None:
    decision_id = stage.open()
    stage.take(decision_id, "head_mar", "agree")
    stage.take(decision_id, "head_mwuf", "agree_with_reservation", "We read 1.1 as limited to towns.")
    _closed(stage, moved_clock, decision_id)
    client = client_for("head_obs")
    page = client.get(f"{INDEX}/{decision_id}").text
    for words in (
        "<b>Agreed.</b>",
        "Not yet announced.",
        "reservation",
        "decisions evaluate decision-1-record.json",
    ):
        assert words in page
    decision = stage.decision(decision_id)
    record = client.get(f"{INDEX}/{decision_id}/record.json")
    outcome = client.get(f"{INDEX}/{decision_id}/outcome.json")
    assert record.data == (decision.record or "").encode()
    assert outcome.data == (decision.outcome or "").encode()
    assert "decision-1-record.json" in record.headers["Content-Disposition"]


def test_before_closing_there_is_no_record(stage: Stage, client_for: ClientFor) -> None:
    decision_id = stage.open()
    assert client_for("head_mar").get(f"{INDEX}/{decision_id}/record.json").status_code == 404


def test_a_co_chair_announces_the_outcome(
    stage: Stage, client_for: ClientFor, moved_clock: MoveClock
) -> None:
    decision_id = _closed(stage, moved_clock, stage.open())
    chair = client_for("chair_usa")
    confirming = chair.get(f"{INDEX}/{decision_id}/announce")
    assert "cannot be taken back" in confirming.text
    assert _post(chair, f"{INDEX}/{decision_id}/announce", confirming).status_code == 303
    assert "Announced by Grace Holloway" in chair.get(f"{INDEX}/{decision_id}").text


def test_opening_the_page_of_a_text_under_silence_is_proof_that_it_was_seen(
    stage: Stage, client_for: ClientFor, session: Session
) -> None:
    decision_id = stage.place()
    for name in ("head_obs", "delegate_mwuf", "officer"):
        assert client_for(name).get(f"{INDEX}/{decision_id}").status_code == 200
    assert all(row.seen_at is None for row in queries.notice_states(session, decision_id))
    client_for("head_mwuf").get(f"{INDEX}/{decision_id}")
    session.rollback()
    seen = [row for row in queries.notice_states(session, decision_id) if row.seen_at is not None]
    assert [row.delegation_id for row in seen] == [stage.cast.delegations["MWUF"]]


def test_silence_is_acknowledged_with_one_button_and_broken_on_two_pages(
    stage: Stage, client_for: ClientFor
) -> None:
    decision_id = stage.place()
    head = client_for("head_mwuf")
    path = f"{INDEX}/{decision_id}"
    assert _post(head, f"{path}/acknowledge").status_code == 303
    page = head.get(path)
    assert "You acknowledged on" in page.text
    second = _post(
        head, f"{path}/break", None, concerns=stage.provisions["1.2"], reason="It concerns consent."
    )
    assert "This ends the procedure at once" in second.text
    assert stage.decision(decision_id).state == "open"
    changed = _post(head, f"{path}/break", second, change="1")
    opened = changed.text.index("<details open>")
    assert "It concerns consent." in changed.text[opened : changed.text.index("</details>", opened)]
    assert _post(head, f"{path}/break", second).status_code == 303
    after = head.get(path).text
    for words in ("<b>Not agreed.</b>", "Silence was broken on", "It concerns consent.", "broke silence"):
        assert words in after
    assert "24 hours before" not in after


def test_the_outcome_of_silence_tells_support_acknowledged_silent_and_unreached_apart(
    stage: Stage, client_for: ClientFor, moved_clock: MoveClock
) -> None:
    stage.use_procedure(Procedure(silence_moves=0, chairs_confirm=False))
    decision_id = stage.propose(stage.proposal(kind=DecisionKind.SILENCE, hours=73))
    stage.acknowledge_all(decision_id, but=("mwuf", "empl"))
    stage.take(decision_id, "head_mwuf", "agree")
    moved_clock(stage.decision(decision_id).closes_at + SECOND)
    stage.close(decision_id)
    chair = client_for("chair_phl")
    assert "Declare agreement" in chair.get(f"{INDEX}/{decision_id}").text
    stage.ask(decision_id, ChairsAct.DECLARE_AGREED, "They were called.")
    page = chair.get(f"{INDEX}/{decision_id}").text
    told = re.sub(r"<[^>]+>", "", page)
    assert "Explicit support: 1. Acknowledged: 5. Silent: 0. Unreached: 1." in told
    assert "The co-chairs declared it on" in page


def test_a_late_objection_is_offered_and_kept_as_a_statement(
    stage: Stage, client_for: ClientFor, moved_clock: MoveClock
) -> None:
    decision_id = stage.place()
    stage.acknowledge_all(decision_id)
    _closed(stage, moved_clock, decision_id)
    head = client_for("head_mwuf")
    path = f"{INDEX}/{decision_id}"
    assert "Object after the deadline" in head.get(path).text
    second = _post(head, f"{path}/break", None, concerns=stage.provisions["1.2"], reason="Too late, alas.")
    assert "The agreement stands." in second.text
    _post(head, f"{path}/break", second)
    page = head.get(path).text
    assert "late objection" in page
    assert "Too late, alas." in page


def test_a_co_chair_extends_and_withdraws_on_two_pages(stage: Stage, client_for: ClientFor) -> None:
    decision_id = stage.place()
    chair, path = client_for("chair_phl"), f"{INDEX}/{decision_id}"
    later = local_text(stage.decision(decision_id).closes_at + dt.timedelta(hours=48), "Europe/Zurich")
    second = _post(chair, f"{path}/extend", chair.get(f"{path}/extend"), closes_at=later, reason="A holiday.")
    assert _post(chair, f"{path}/extend", second).status_code == 303
    assert "A holiday." in chair.get(path).text
    second = _post(chair, f"{path}/withdraw", chair.get(f"{path}/withdraw"), reason="Other words come.")
    assert "The other co-chair is asked to confirm." in second.text
    assert _post(chair, f"{path}/withdraw", second).status_code == 303
    other = client_for("chair_usa")
    pending = other.get(f"{path}/pending")
    assert "Other words come." in pending.text
    assert _post(other, f"{path}/pending", pending).status_code == 303
    assert "It has no outcome" in other.get(path).text


def test_an_indication_is_marked_as_indicative(stage: Stage, client_for: ClientFor) -> None:
    decision_id = stage.open(stage.proposal(kind=DecisionKind.INDICATION))
    page = client_for("head_mar").get(f"{INDEX}/{decision_id}").text
    assert "An indication decides nothing" in page
