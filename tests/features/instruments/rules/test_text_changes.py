"""Two whole texts compared: strength, and how much changed."""

from __future__ import annotations

from dataclasses import replace

from webapp.features.instruments.rules.amount import amount
from webapp.features.instruments.rules.diff import compare
from webapp.features.instruments.rules.enums import ElementKind, ProvisionKind, Strength
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotElement, SnapshotProvision
from webapp.features.instruments.rules.text_changes import TextChanges, number_of


def text(*provisions: SnapshotProvision) -> Snapshot:
    element = SnapshotElement("e", ElementKind.PRINCIPLE, "1", "Warning", provisions)
    return Snapshot("Principles", "en", (element,))


def provision(words: str, identifier: str = "a", number: str = "1.1") -> SnapshotProvision:
    return SnapshotProvision(
        identifier, number, ProvisionKind.RESPONSIBILITY, words, "en", strength=Strength.SHOULD
    )


def test_a_change_of_strength_that_words_and_field_share_is_told_once() -> None:
    before = provision("States should warn.")
    after = replace(before, text="States shall warn.", strength=Strength.SHALL)
    assert [flag.words for flag in TextChanges(text(before), text(after)).flags] == ["1.1: should → shall"]


def test_a_field_that_says_another_strength_than_the_words_is_told_as_well() -> None:
    before = provision("States should warn.")
    after = replace(before, text="States shall warn.", strength=Strength.MAY)
    flags = TextChanges(text(before), text(after)).flags
    assert [flag.words for flag in flags] == ["1.1: should → shall", "1.1: should → may"]
    assert len({flag.key for flag in flags}) == 2


def test_a_whole_provision_that_came_or_went_has_no_change_of_strength() -> None:
    one, other = provision("States shall warn."), provision("Ships shall come.", "b")
    assert TextChanges(text(one), text(other)).flags == ()


def test_a_deleted_provision_is_cited_by_its_last_number() -> None:
    changes = TextChanges(text(provision("Gone.")), text()).provisions
    assert [number_of(change) for change in changes] == ["1.1"]


def test_words_are_counted_without_punctuation() -> None:
    counted = amount(compare("States should warn early.", "States shall warn, early and often."))
    assert (counted.words, counted.inserted, counted.deleted) == (6, 3, 1)
