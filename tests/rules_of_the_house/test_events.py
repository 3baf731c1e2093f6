from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator

import pytest

from tests.rules_of_the_house.sources import ROOT
from webapp.base.kernel.events import DelegationEvent, Event
from webapp.outlets.audit.sentences import SENTENCES
from webapp.reactions import REACTIONS, RUN, SILENT


def events() -> Iterator[type[Event]]:
    """Every event of every feature that has a name of its own."""
    for path in sorted((ROOT / "webapp" / "features").glob("*/events.py")):
        module = importlib.import_module(f"webapp.features.{path.parent.name}.events")
        for _, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, Event) and found not in (Event, DelegationEvent) and "name" in vars(found):
                yield found


EVENTS = {event.name: event for event in events()}


def test_every_event_is_followed_by_something_or_silent_on_purpose() -> None:
    assert set(REACTIONS) | SILENT == set(EVENTS)
    assert set(REACTIONS) & SILENT == set()


def test_every_reaction_can_be_run() -> None:
    assert {name for names in REACTIONS.values() for name in names} <= set(RUN)


def test_every_event_has_a_sentence_in_the_journal() -> None:
    assert set(SENTENCES) == set(EVENTS)


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_an_event_says_what_happened_in_the_past_tense_of_its_feature(name: str) -> None:
    event = EVENTS[name]
    feature = event.__module__.split(".")[2]
    assert re.fullmatch(rf"{feature}\.[a-z]+(_[a-z]+)*", name)
    assert event.__doc__ is not None
    assert event.__doc__.split("\n")[0].endswith(".")
    assert re.fullmatch(r"[a-z_]+", event.object_kind)


@pytest.mark.parametrize("name", sorted(set(EVENTS) & set(SENTENCES)))
def test_a_sentence_of_the_journal_uses_only_what_the_event_keeps(name: str) -> None:
    fields = {field.name for field in dataclasses.fields(EVENTS[name])}
    assert set(re.findall(r"%\((\w+)\)", str(SENTENCES[name]))) <= fields


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_private_drafting_is_followed_by_nothing(name: str) -> None:
    assert not EVENTS[name].private or name in SILENT
