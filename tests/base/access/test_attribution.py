"""Under whose name something is shown, for every setting, reader, author and size of constituencies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from webapp.base.access.actor import Constituency
from webapp.base.access.attribution import (
    FEWEST,
    Attribution,
    Byline,
    Named,
    OfConstituency,
    SomeDelegation,
    Terms,
    Voice,
    byline,
    told_apart,
)

sizes = st.dictionaries(st.sampled_from(Constituency), st.integers(0, 9))
settings = st.sampled_from(Attribution)
HIDING = (Attribution.CONSTITUENCY, Attribution.NONE)
STATE, IO, CIVIL, PRIVATE = Constituency


def hall(of_each: dict[Constituency, int]) -> list[Voice]:
    """A delegation for every place in every constituency."""
    return [
        Voice(f"{kind}-{place}", f"Delegation {place} of {kind}", f"D{place}", kind)
        for kind, number in of_each.items()
        for place in range(number)
    ]


def shown(setting: Attribution, of_each: dict[Constituency, int], reader: str, voice: Voice) -> Byline:
    return byline(Terms(setting, told_apart(of_each)), {reader}, voice)


def meant(setting: Attribution, of_each: dict[Constituency, int], reader: str, by: Byline) -> Sequence[Voice]:
    """Every delegation that a reader could take for the one that is shown so."""
    return [voice for voice in hall(of_each) if shown(setting, of_each, reader, voice) == by]


@given(sizes, st.data())
def test_with_full_attribution_everybody_reads_the_name(
    of_each: dict[Constituency, int], data: st.DataObject
) -> None:
    assume(any(of_each.values()))
    voice = data.draw(st.sampled_from(hall(of_each)))
    by = shown(Attribution.FULL, of_each, "somebody else", voice)
    assert by == Named(voice.delegation_id, voice.name, voice.code, voice.constituency)


@given(settings, sizes, st.data())
def test_a_delegation_always_sees_itself(
    setting: Attribution, of_each: dict[Constituency, int], data: st.DataObject
) -> None:
    assume(any(of_each.values()))
    voice = data.draw(st.sampled_from(hall(of_each)))
    by = shown(setting, of_each, voice.delegation_id, voice)
    assert isinstance(by, Named)
    assert by.name == voice.name
    others = shown(setting, of_each, "somebody else", voice)
    assert by.others_read == (None if setting is Attribution.FULL else others)


@given(st.sampled_from(HIDING), sizes, st.data())
def test_to_others_every_delegation_of_a_constituency_is_shown_alike(
    setting: Attribution, of_each: dict[Constituency, int], data: st.DataObject
) -> None:
    assume(any(of_each.values()))
    one = data.draw(st.sampled_from(hall(of_each)))
    other = data.draw(
        st.sampled_from([voice for voice in hall(of_each) if voice.constituency == one.constituency])
    )
    assert shown(setting, of_each, "reader", one) == shown(setting, of_each, "reader", other)


@given(st.sampled_from(HIDING), sizes, st.data())
def test_at_least_three_delegations_could_always_be_meant(
    setting: Attribution, of_each: dict[Constituency, int], data: st.DataObject
) -> None:
    assume(sum(of_each.values()) >= FEWEST)
    voice = data.draw(st.sampled_from(hall(of_each)))
    by = shown(setting, of_each, "reader", voice)
    assert len(meant(setting, of_each, "reader", by)) >= FEWEST


@given(sizes, st.data())
def test_a_constituency_with_fewer_than_three_delegations_shows_as_a_delegation(
    of_each: dict[Constituency, int], data: st.DataObject
) -> None:
    small = [voice for voice in hall(of_each) if of_each[voice.constituency] < FEWEST]
    assume(small)
    voice = data.draw(st.sampled_from(small))
    assert shown(Attribution.CONSTITUENCY, of_each, "reader", voice) == SomeDelegation()


@given(sizes, st.data())
def test_without_attribution_nothing_is_told_of_anybody(
    of_each: dict[Constituency, int], data: st.DataObject
) -> None:
    assume(any(of_each.values()))
    voice = data.draw(st.sampled_from(hall(of_each)))
    assert shown(Attribution.NONE, of_each, "reader", voice) == SomeDelegation()


@pytest.mark.parametrize(
    ("of_each", "named"),
    [
        ({STATE: 3, IO: 3, CIVIL: 3, PRIVATE: 3}, {STATE, IO, CIVIL, PRIVATE}),
        ({STATE: 5, IO: 2, CIVIL: 9, PRIVATE: 2}, {STATE, CIVIL}),
        # One organisation alone among larger constituencies: "a delegation" would mean it and nobody else.
        ({STATE: 5, IO: 1, CIVIL: 4, PRIVATE: 6}, {STATE, PRIVATE}),
        ({STATE: 5, IO: 2}, set()),
        ({STATE: 1}, set()),
        ({STATE: 4}, {STATE}),
        ({}, set()),
    ],
)
def test_which_constituencies_may_be_named(
    of_each: dict[Constituency, int], named: set[Constituency]
) -> None:
    assert told_apart(of_each) == named


def test_the_constituency_is_told_where_enough_delegations_could_be_meant() -> None:
    of_each = {STATE: 3, CIVIL: 3}
    voice = hall(of_each)[-1]
    assert shown(Attribution.CONSTITUENCY, of_each, "reader", voice) == OfConstituency(CIVIL)
