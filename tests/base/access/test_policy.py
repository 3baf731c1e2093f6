from __future__ import annotations

import pytest

from webapp.base.access.actor import (
    SYSTEM,
    Actor,
    Constituency,
    Office,
    OfficeKind,
    Seat,
    SeatRole,
    Standing,
)
from webapp.base.access.guard import allowed, capacity_for
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY
from webapp.base.access.predicates import Subject

OWN, OTHER = Subject("i", "own"), Subject("i", "other")


def seat(role: SeatRole, standing: Standing = Standing.MEMBER) -> Seat:
    return Seat("i", "own", "OWN", "Own Delegation", Constituency.STATE, standing, role)


def actor(*seats: Seat, office: OfficeKind | None = None) -> Actor:
    return Actor("p", "Ines Okafor", seats=seats, offices=(Office("i", office),) if office else ())


@pytest.mark.parametrize("role", SeatRole)
def test_only_heads_and_alternates_speak_for_a_delegation(role: SeatRole) -> None:
    speaks = role in (SeatRole.HEAD, SeatRole.ALTERNATE)
    for permission in (Permission.CONTRIBUTION_HAND_IN, Permission.POSITION_TAKE):
        assert allowed(actor(seat(role)), permission, OWN) is speaks


def test_nobody_speaks_for_another_delegation() -> None:
    assert not allowed(actor(seat(SeatRole.HEAD)), Permission.CONTRIBUTION_HAND_IN, OTHER)


def test_observers_hand_in_comments_and_take_no_position() -> None:
    observer = actor(seat(SeatRole.HEAD, Standing.OBSERVER))
    assert allowed(observer, Permission.CONTRIBUTION_HAND_IN, OWN)
    assert not allowed(observer, Permission.POSITION_TAKE, OWN)
    assert not allowed(observer, Permission.SILENCE_ACKNOWLEDGE, OWN)


@pytest.mark.parametrize("office", OfficeKind)
def test_whoever_holds_an_office_takes_no_position_for_the_own_delegation(office: OfficeKind) -> None:
    assert not allowed(actor(seat(SeatRole.HEAD), office=office), Permission.POSITION_TAKE, OWN)


def test_a_secretariat_officer_does_not_answer_the_own_delegation() -> None:
    officer = actor(seat(SeatRole.DELEGATE), office=OfficeKind.SECRETARIAT)
    assert allowed(officer, Permission.COMMENT_ANSWER, OTHER)
    assert not allowed(officer, Permission.COMMENT_ANSWER, OWN)


def test_the_capacity_names_seat_and_delegation() -> None:
    capacity = capacity_for(actor(seat(SeatRole.ALTERNATE)), Permission.CONTRIBUTION_HAND_IN, OWN)
    assert capacity is not None
    assert (capacity.role, capacity.delegation_id, capacity.delegation_name) == (
        "alternate",
        "own",
        "Own Delegation",
    )


def test_the_capacity_of_an_office_still_names_the_delegation_of_its_holder() -> None:
    capacity = capacity_for(
        actor(seat(SeatRole.DELEGATE), office=OfficeKind.CO_CHAIR), Permission.REVISION_PROPOSE, Subject("i")
    )
    assert capacity is not None
    assert (capacity.role, capacity.delegation_id) == ("co_chair", "own")


def test_a_seat_elsewhere_gives_nothing_here() -> None:
    elsewhere = Actor(
        "p", "P", seats=(Seat("j", "own", "OWN", "Own", Constituency.STATE, Standing.MEMBER, SeatRole.HEAD),)
    )
    assert [one for one in POLICY if allowed(elsewhere, one, OWN)] == []


def test_what_happens_at_its_time_is_done_by_nobody_else() -> None:
    people = [
        actor(seat(SeatRole.HEAD)),
        actor(office=OfficeKind.CO_CHAIR),
        actor(office=OfficeKind.SECRETARIAT),
        Actor("p", "P", is_administrator=True),
    ]
    for permission in (Permission.ROUND_RUN, Permission.DECISION_CLOSE):
        assert allowed(SYSTEM, permission, Subject("i"))
        assert not any(allowed(one, permission, Subject("i")) for one in people)


def test_an_administrator_reads_no_text() -> None:
    administrator = Actor("p", "P", is_administrator=True)
    for permission in (Permission.INITIATIVE_READ, Permission.TEXT_READ, Permission.TEXT_DRAFT):
        assert not allowed(administrator, permission, Subject("i"))
