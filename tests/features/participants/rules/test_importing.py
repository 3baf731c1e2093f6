from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webapp.base.access.actor import Constituency, SeatRole, Standing
from webapp.features.participants.rules.importing import (
    Entry,
    Known,
    OfDelegation,
    OfPerson,
    Present,
    fingerprint,
    plan,
)

UNION = Entry("UNW", "Union of Nurses", Constituency.CIVIL_SOCIETY, Standing.MEMBER)
PRESENT = Present(
    delegations=(Known("PHL", "Philippines", Constituency.STATE, Standing.MEMBER),),
    seats={"head@phl.example": "PHL"},
    invited={"coming@phl.example": "PHL"},
)


def person(code: str, email: str, seat: SeatRole = SeatRole.HEAD, line: int = 0) -> Entry:
    return Entry(code, person="Somebody", email=email, seat=seat, line=line)


def codes(*entries: Entry) -> list[str]:
    return [fault.code for step in plan(entries, PRESENT) for fault in step.faults]


def test_a_new_delegation_is_accredited_once_and_both_its_people_are_invited() -> None:
    steps = plan([UNION, person("UNW", "a@x.example"), person("UNW", "b@x.example")], PRESENT)
    assert [step.delegation for step in steps] == [
        OfDelegation.ACCREDIT,
        OfDelegation.THERE,
        OfDelegation.THERE,
    ]
    assert [step.person for step in steps] == [OfPerson.NOBODY, OfPerson.INVITE, OfPerson.INVITE]
    assert not any(step.faults for step in steps)


def test_who_has_a_seat_or_an_invitation_there_is_left_alone() -> None:
    steps = plan([person("PHL", "head@phl.example"), person("PHL", "coming@phl.example")], PRESENT)
    assert [step.person for step in steps] == [OfPerson.SEATED, OfPerson.INVITED]
    assert not any(step.changes or step.faults for step in steps)


def test_who_has_a_seat_or_an_invitation_elsewhere_is_a_fault() -> None:
    found = codes(UNION, person("UNW", "head@phl.example"), person("UNW", "coming@phl.example"))
    assert found == ["participants.import_seat_elsewhere", "participants.import_invited_elsewhere"]


def test_the_same_line_twice_is_harmless_and_two_seats_for_one_person_are_not() -> None:
    twice = person("PHL", "new@phl.example")
    assert codes(twice, person("PHL", "new@phl.example")) == []
    assert codes(twice, person("PHL", "new@phl.example", SeatRole.ADVISER)) == [
        "participants.import_two_seats"
    ]


def test_a_table_never_changes_a_delegation_that_stands() -> None:
    assert codes(Entry("PHL", "Philippines", Constituency.STATE)) == []
    assert codes(Entry("PHL", "Pilipinas", standing=Standing.OBSERVER)) == ["participants.import_differs"] * 2


def test_a_new_delegation_needs_everything_and_a_name_of_its_own() -> None:
    assert codes(Entry("NEW")) == ["participants.import_new_needs"] * 3
    taken = Entry("NEW", "PHILIPPINES", Constituency.STATE, Standing.MEMBER)
    assert codes(taken) == ["participants.import_name_of"]


def test_the_fingerprint_tells_another_plan_from_the_same_one_in_other_lines() -> None:
    one = plan([person("PHL", "new@phl.example", line=2)], PRESENT)
    moved = plan([person("PHL", "new@phl.example", line=9)], PRESENT)
    known = plan([person("PHL", "new@phl.example")], Present(PRESENT.delegations, {"new@phl.example": "PHL"}))
    assert fingerprint(one) == fingerprint(moved)
    assert fingerprint(one) != fingerprint(known)


entries = st.builds(
    Entry,
    code=st.sampled_from(["PHL", "UNW", "ABC"]),
    name=st.sampled_from(["", "Philippines", "Union of Nurses", "Anybody"]),
    constituency=st.sampled_from([None, *Constituency]),
    standing=st.sampled_from([None, *Standing]),
    person=st.just("Somebody"),
    email=st.sampled_from(["", "head@phl.example", "coming@phl.example", "new@x.example"]),
    seat=st.sampled_from(list(SeatRole)),
)


@given(st.lists(entries, max_size=8))
def test_a_table_without_faults_does_nothing_a_second_time(table: list[Entry]) -> None:
    steps = plan(table, PRESENT)
    if any(step.faults for step in steps):
        return
    made = [
        Known(one.code, one.name, one.constituency, one.standing)
        for one in (step.entry for step in steps if step.delegation is OfDelegation.ACCREDIT)
        if one.constituency and one.standing
    ]
    invited = {step.entry.email: step.entry.code for step in steps if step.person is OfPerson.INVITE}
    after = Present((*PRESENT.delegations, *made), PRESENT.seats, {**PRESENT.invited, **invited})
    assert not any(step.changes or step.faults for step in plan(table, after))


@given(st.lists(entries, max_size=8))
def test_nobody_is_invited_twice_and_no_code_or_name_is_accredited_twice(table: list[Entry]) -> None:
    steps = plan(table, PRESENT)
    invited = [step.entry.email for step in steps if step.person is OfPerson.INVITE]
    fine = [step.entry for step in steps if step.delegation is OfDelegation.ACCREDIT and not step.faults]
    assert len(invited) == len(set(invited))
    assert len({one.code for one in fine}) == len({one.name for one in fine}) == len(fine)
