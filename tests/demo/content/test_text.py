"""The demo's text and the lists it draws on."""

from __future__ import annotations

import pytest

from tests.demo.content.lookups import DELEGATIONS, REVISIONS, provisions, responsibilities
from webapp.base.access.actor import Constituency
from webapp.demo.content import DEMO
from webapp.features.instruments.rules.notation import Bracket, parse, write
from webapp.features.instruments.rules.strength import strength_words


def test_bearers_and_themes_are_named_once_and_every_constituency_can_bear() -> None:
    bearers = DEMO.initiative.bearers
    themes = DEMO.initiative.themes
    assert len({item.key for item in bearers}) == len({item.name for item in bearers}) == len(bearers)
    assert len({item.key for item in themes}) == len({item.name for item in themes}) == len(themes)
    assert {item.constituency for item in bearers} == set(Constituency)
    assert all(theme.phases for theme in themes)


@pytest.mark.parametrize(("revision", "count"), [("zero_draft", 61), ("rev_1", 63)])
def test_a_revision_is_a_preamble_and_ten_principles(revision: str, count: int) -> None:
    elements = REVISIONS[revision].elements
    assert [element.kind for element in elements] == ["preamble"] + ["principle"] * 10
    assert sum(len(element.provisions) for element in elements) == len(provisions(revision)) == count


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_strength_of_a_responsibility_is_the_word_in_its_sentence(revision: str) -> None:
    for key, responsibility in responsibilities(revision).items():
        assert set(strength_words(provisions(revision)[key].text, "en")) == {responsibility.strength}, key


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_responsibility_names_bearers_theme_and_phases_of_the_initiative(revision: str) -> None:
    bearers = {bearer.key for bearer in DEMO.initiative.bearers}
    themes = {theme.key: set(theme.phases) for theme in DEMO.initiative.themes}
    for key, responsibility in responsibilities(revision).items():
        named = [share.bearer for share in responsibility.bearers]
        assert named, key
        assert len(set(named)) == len(named), key
        assert set(named) <= bearers, key
        assert sum(share.leads for share in responsibility.bearers) <= 1, key
        assert set(responsibility.phases) <= themes[responsibility.theme], key
        assert responsibility.phases, key
        assert responsibility.beneficiary, key
        assert responsibility.action, key


@pytest.mark.parametrize("revision", REVISIONS)
def test_only_listing_who_left_has_several_bearers_and_no_lead(revision: str) -> None:
    overlaps = [
        key
        for key, responsibility in responsibilities(revision).items()
        if len(responsibility.bearers) > 1 and not any(share.leads for share in responsibility.bearers)
    ]
    assert overlaps == ["p4.2"]


def test_rev_1_leaves_three_gaps_in_the_mandate_and_one_of_them_names_nobody() -> None:
    strengths: dict[tuple[str, str], set[str]] = {
        (theme.key, phase): set() for theme in DEMO.initiative.themes for phase in theme.phases
    }
    for responsibility in responsibilities("rev_1").values():
        for phase in responsibility.phases:
            strengths[responsibility.theme, phase].add(responsibility.strength)
    gaps = {pair: found for pair, found in strengths.items() if found <= {"may"}}
    assert gaps == {
        ("data", "emergency_response"): set(),
        ("consular", "emergency_response"): {"may"},
        ("families", "post_crisis"): {"may"},
    }


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_text_parses_and_each_alternative_names_delegations(revision: str) -> None:
    for provision in provisions(revision).values():
        tree = parse(provision.text, DELEGATIONS)
        brackets = [part for part in tree.parts if isinstance(part, Bracket)]
        assert write(tree) == provision.text
        assert all(alternative.names for bracket in brackets for alternative in bracket.alternatives)


def test_rev_1_changes_thirty_provisions_inserts_four_and_deletes_two() -> None:
    before, after = provisions("zero_draft"), provisions("rev_1")
    assert after.keys() - before.keys() == {"p2.7", "p4.8", "p6.6", "p9.6"}
    assert before.keys() - after.keys() == {"p4.5", "p8.6"}
    changed = {key for key in before.keys() & after.keys() if before[key].text != after[key].text}
    assert len(changed) == 30


def test_rev_1_strengthens_three_responsibilities_and_weakens_one() -> None:
    before, after = responsibilities("zero_draft"), responsibilities("rev_1")
    changes = {
        key: (before[key].strength, after[key].strength)
        for key in before.keys() & after.keys()
        if before[key] != after[key]
    }
    assert changes == {
        "p2.1": ("should", "shall"),
        "p3.2": ("may", "should"),
        "p5.4": ("shall", "should"),
        "p7.5": ("may", "should"),
    }


def test_rev_1_closes_three_brackets_keeps_two_and_opens_two() -> None:
    bracketed = {
        revision: {key for key, item in provisions(revision).items() if "[" in item.text}
        for revision in REVISIONS
    }
    assert bracketed == {
        "zero_draft": {"p2.4", "p3.3", "p5.4", "p8.5", "p9.3"},
        "rev_1": {"p3.3", "p3.5", "p9.3", "p10.3"},
    }
