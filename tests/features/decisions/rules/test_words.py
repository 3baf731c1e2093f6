from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.features.decisions.rules.records import FOR, document, elector, heads, position, read
from webapp.features.decisions.rules.missing import missing
from webapp.features.decisions.rules.shipped import SHIPPED
from webapp.features.decisions.rules.shipped_data import Choices
from webapp.features.decisions.rules.words import explain, standing_sentence, status_sentence


def explained(rule: dict[str, Any]) -> str:
    electorate = [
        elector("PHL", "state", "p_member", population=3),
        elector("ICC", "private_sector", population=1),
    ]
    return explain(read(document(electorate, rule, [])).rule)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (
            "consensus",
            "It is agreed if none of the members are against; "
            "and at least half of the members took a position.",
        ),
        (
            "agreement_in_every_constituency",
            "It is agreed if in every constituency, more than half of the members are for; "
            "and at least two thirds of the members who are for or against are for.",
        ),
        (
            "two_houses",
            "It is agreed if more than half of the members (constituency: state) are for; "
            "and more than half of the members (not those of (constituency: state)) are for.",
        ),
        ("unanimity", "It is agreed if all of the members are for."),
        (
            "iso_iec_enquiry",
            "It is agreed if at least two thirds of the members (tag: p_member) who are for or against are for; "
            "and at most a quarter of the members who are for or against are against. "
            "Whoever takes “object” without a reason counts as having no position.",
        ),
        (
            "qualified_majority",
            "It is agreed if at least 55 % of the members are for; and (counted by the weight “population”, "
            "at least 65 % of the members are for; or at most 3 of the members took “abstain”, “object” or no position).",
        ),
    ],
)
def test_a_rule_is_explained_from_its_data(key: str, sentence: str) -> None:
    assert explained(SHIPPED[key].build(Choices())) == sentence


def test_what_fails_a_question_and_what_is_not_so_are_said() -> None:
    rule = {
        "title": "Everybody agrees",
        "pass": {
            "not": {"count": {"effects": ["block"]}, "of": "cast", "at_least": "1/7", "when_empty": "holds"}
        },
        "fail": {"count": ["none"], "each": {"tags": ["p_member"]}, "more_than": 2},
        "discard": [{"options": ["abstain"]}],
    }
    assert explained(rule) == (
        "It is agreed if it is not so that at least 1/7 of the members who took a position are blocking, "
        "or there is nobody to count. "
        "It is refused if in each of the groups “p_member”, more than 2 of the members took no position; "
        "otherwise it stays undecided. "
        "Whoever takes “abstain” counts as having no position."
    )


def lines(rule: dict[str, Any], **choices: int) -> list[tuple[str, str]]:
    return [
        (standing_sentence(line.clause, standing), status_sentence(line, standing))
        for line in missing(read(heads({"pass": rule}, **choices)))
        for standing in line.standings
    ]


@pytest.mark.parametrize(
    ("rule", "choices", "sentence", "status"),
    [
        (
            {"count": FOR, "of": "electorate", "more_than": "1/2"},
            {"agree": 10, "none": 14},
            "10 of 24 are for, 13 needed",
            "3 missing",
        ),
        (
            {"count": FOR, "of": "electorate", "more_than": "1/2"},
            {"agree": 1, "none": 10},
            "1 of 11 is for, 6 needed",
            "5 missing",
        ),
        (
            {"count": FOR, "of": "cast", "at_least": "2/3"},
            {"agree": 41, "object": 2},
            "of 43 who took a position, 41 are for, 29 needed",
            "holds",
        ),
        ({"count": ["object"], "at_most": 0}, {"object": 1}, "1 took “object”, 0 allowed", "does not hold"),
        (
            {"count": FOR, "of": "cast", "at_least": 0},
            {"none": 1},
            "of 0 who took a position, 0 are for",
            "1 missing",
        ),
        (
            {"count": ["object"], "of": "cast", "at_most": "1/2"},
            {"object": 2, "agree": 1, "none": 3},
            "of 3 who took a position, 2 took “object”, 1 allowed",
            "holds once 1 more member takes “agree”, “agree with reservation”, “no objection” or “abstain”",
        ),
        (
            {"not": {"count": "cast", "at_least": 1}},
            {"agree": 1},
            "1 took a position, 1 needed",
            "holds, but must not",
        ),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(
    rule: dict[str, Any], choices: dict[str, int], sentence: str, status: str
) -> None:
    assert lines(rule, **choices) == [(sentence, status)]


def test_a_needed_weight_that_is_no_decimal_is_shown_as_a_fraction() -> None:
    electorate = [elector("A", gdp="1.5"), elector("B", gdp="8.5")]
    rule = {"pass": {"count": FOR, "of": "electorate", "sum": "gdp", "more_than": "1/3"}}
    (line,) = missing(read(document(electorate, rule, [position("A", "agree")])))
    assert standing_sentence(line.clause, line.standings[0]) == "1.5 of 10 are for, more than 10/3 needed"


class Shouting(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper() if "%" not in message else message


def test_sentences_are_translated_piece_by_piece() -> None:
    record = read(heads({"pass": {"count": FOR, "of": "electorate", "at_least": "1/2"}}, agree=1))
    assert explain(record.rule, Shouting()) == "It is agreed if at least HALF of THE MEMBERS are FOR."
