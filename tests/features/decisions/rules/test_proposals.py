"""What may be put to decision, and by which rules."""

from __future__ import annotations

import datetime as dt

import pytest

from webapp.base.kernel.errors import Invalid, Refused
from webapp.features.decisions.rules import proposals
from webapp.features.decisions.rules.electorate import Elector
from webapp.features.decisions.rules.transitions import DecisionKind, SubjectKind
from webapp.features.instruments.rules.enums import ElementKind, ProvisionKind
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision

NOW = dt.datetime(2026, 11, 16, 9, 0, tzinfo=dt.UTC)
ELECTORATE = (
    Elector("IOM", "international_organisation"),
    Elector("MWUF", "civil_society", ("trade union",)),
    Elector("PHL", "state", ("origin", "p_member")),
)


def _proposal(**changes: object) -> proposals.Proposal:
    given = {
        "kind": DecisionKind.CALL,
        "subject_kind": SubjectKind.QUESTION,
        "subject_id": None,
        "question": "Shall we meet in Geneva?",
        "rule_key": "consensus",
        "closes_at": NOW + dt.timedelta(days=1),
    }
    return proposals.Proposal(**{**given, **changes})  # type: ignore[arg-type]


def _text(words: str) -> Snapshot:
    provision = SnapshotProvision("p1", "1.1", ProvisionKind.TEXT, words, "en")
    element = SnapshotElement("e1", ElementKind.PRINCIPLE, "1", "Everyone counts", (provision,))
    return Snapshot("Principles", "en", (element,))


def test_every_offered_rule_fits_the_electorate() -> None:
    for offered in proposals.offered_rules(ELECTORATE):
        key, data = proposals.rule_data("call", offered.key, ELECTORATE)
        assert key == offered.key
        assert proposals.read_frozen_rule(data, ELECTORATE).title


def test_rules_are_offered_for_the_constituencies_that_occur() -> None:
    keys = {offered.key for offered in proposals.offered_rules(ELECTORATE)}
    assert "consensus_of_one_constituency:civil_society" in keys
    assert "consensus_of_one_constituency:private_sector" not in keys
    assert "iso_iec_enquiry" in keys
    assert not any(key.startswith("qualified_majority") for key in keys)


def test_the_rule_about_p_members_is_offered_where_there_are_some() -> None:
    assert "iso_iec_enquiry" not in {offered.key for offered in proposals.offered_rules(ELECTORATE[:2])}


def test_silence_has_its_own_rule_whatever_was_chosen() -> None:
    key, data = proposals.rule_data("silence", "consensus", ELECTORATE)
    assert key == "silence"
    assert data["title"] == "Nobody breaks silence"


def test_an_indication_has_no_rule() -> None:
    assert proposals.rule_data("indication", "consensus", ELECTORATE) == ("", {})


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(Invalid, match=r"decisions\.unknown_rule"):
        proposals.rule_data("call", "silence", ELECTORATE)


def test_a_rule_about_a_tag_that_nobody_has_any_more_does_not_fit() -> None:
    _key, data = proposals.rule_data("call", "iso_iec_enquiry", ELECTORATE)
    with pytest.raises(Refused, match=r"decisions\.rule_does_not_fit"):
        proposals.read_frozen_rule(data, ELECTORATE[:2])


def test_the_deadline_is_still_to_come() -> None:
    with pytest.raises(Refused, match=r"decisions\.deadline_past"):
        proposals.check_proposal(_proposal(closes_at=NOW), NOW)


def test_a_question_has_words() -> None:
    with pytest.raises(Invalid, match=r"decisions\.no_question"):
        proposals.check_proposal(_proposal(question=" "), NOW)


def test_only_text_is_placed_under_silence() -> None:
    with pytest.raises(Refused, match=r"decisions\.silence_needs_text"):
        proposals.check_proposal(_proposal(kind=DecisionKind.SILENCE), NOW)


@pytest.mark.parametrize(
    ("words", "open_ones"),
    [("States warn.", set()), ("States [should] warn.", {"p1"}), (r"States \[sic\] warn.", set())],
)
def test_a_bracket_is_open_where_the_notation_has_one(words: str, open_ones: set[str]) -> None:
    assert proposals.bracketed(_text(words)) == open_ones


def test_open_brackets_keep_a_text_from_silence_alone() -> None:
    text = _text("States [should] warn.")
    proposals.check_no_brackets("call", text)
    with pytest.raises(Refused, match=r"decisions\.open_brackets"):
        proposals.check_no_brackets("silence", text)
