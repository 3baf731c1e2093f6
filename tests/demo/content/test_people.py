"""Who takes part in the demo."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest

from tests.demo.content.lookups import DELEGATIONS, PEOPLE, SPEAKS, speaks_for
from webapp.base.access.actor import Constituency, OfficeKind, SeatRole, Standing
from webapp.demo.content import DEMO
from webapp.demo.content.shapes import Person


def test_two_dozen_delegations_sit_in_four_constituencies_and_two_only_observe() -> None:
    assert len(DELEGATIONS) == len(DEMO.delegations) == 24
    assert {item.constituency for item in DEMO.delegations} == set(Constituency)
    assert [item.code for item in DEMO.delegations if item.standing is Standing.OBSERVER] == [
        "ISDL",
        "INS",
    ]
    assert all(re.fullmatch("[A-Z0-9]{2,10}", code) for code in DELEGATIONS)


def test_about_sixty_people_take_part() -> None:
    assert len(PEOPLE) == len(DEMO.people) == 62
    assert len({person.name for person in DEMO.people}) == 62
    assert max(len(person.name) for person in DEMO.people) > 60
    assert max(len(delegation.name) for delegation in DEMO.delegations) > 90
    assert any(re.search("[\u0600-\u06ff]", person.name) for person in DEMO.people)


def test_every_address_is_one_that_nobody_can_own() -> None:
    addresses = [person.email for person in DEMO.people]
    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"[a-z.]+@[a-z-]+\.example", address) for address in addresses)


@pytest.mark.parametrize("person", DEMO.people, ids=lambda person: person.key)
def test_a_person_has_a_whole_seat_or_none_and_a_zone_that_exists(person: Person) -> None:
    assert (person.delegation is None) == (person.seat is None)
    assert person.delegation is None or person.delegation in DELEGATIONS
    assert person.seat in SPEAKS or not person.focal_point
    assert ZoneInfo(person.time_zone)
    assert person.language in {"en", "fr", "es", "ar"}


def test_every_delegation_has_one_head_and_somebody_who_may_act_without_an_office() -> None:
    for code in DELEGATIONS:
        seated = [person for person in DEMO.people if person.delegation == code]
        assert [person.seat for person in seated].count(SeatRole.HEAD) == 1
        assert any(speaks_for(person.key, code) for person in seated)
        assert sum(person.focal_point for person in seated) <= 1


def test_the_offices_are_two_co_chairs_of_two_states_and_two_secretariat_officers() -> None:
    chairs = [person for person in DEMO.people if person.office is OfficeKind.CO_CHAIR]
    officers = [person for person in DEMO.people if person.office is OfficeKind.SECRETARIAT]
    assert {person.delegation for person in chairs} == {"PHL", "USA"}
    assert len(chairs) == len(officers) == 2
    assert all(person.email.endswith("@iom.example") for person in officers)


def test_the_one_administrator_has_neither_seat_nor_office() -> None:
    (administrator,) = [person for person in DEMO.people if person.administrator]
    assert administrator.delegation is None
    assert administrator.office is None
