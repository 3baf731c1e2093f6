from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.access.actor import OfficeKind, SeatRole
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives import service as initiatives
from webapp.features.participants import queries, service

NOW = dt.datetime(2026, 11, 17, 9, 0, tzinfo=dt.UTC)


def test_an_actor_has_seat_and_office(session: Session, cast: Cast) -> None:
    actor = queries.actor_of(session, cast.people["chair_phl"])
    seat = actor.seat_in(cast.initiative_id)
    assert seat is not None
    assert (seat.delegation_code, seat.role) == ("PHL", SeatRole.ALTERNATE)
    assert actor.holds(OfficeKind.CO_CHAIR, cast.initiative_id)


def test_members_are_without_observers(session: Session, cast: Cast) -> None:
    assert "OBS" not in {row.code for row in queries.members(session, cast.initiative_id)}
    assert "OBS" in queries.codes(session, cast.initiative_id)


def test_who_holds_an_office_does_not_speak_for_the_delegation(session: Session, cast: Cast) -> None:
    speakers = queries.speakers(session, cast.delegations["PHL"])
    assert [person.name for person in speakers] == ["Teodoro Cruz"]


def test_the_focal_point_comes_first_among_those_who_speak(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        service.confirm_focal_point(work, cast.actor("alternate_mwuf", work.session), cast.initiative_id)
    speakers = queries.speakers(session, cast.delegations["MWUF"])
    assert [(person.name, person.is_focal_point) for person in speakers] == [
        ("Davit Lund", True),
        ("Ines Okafor", False),
    ]


def test_a_delegation_of_another_initiative_is_not_found(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        admin = cast.actor("administrator", work.session)
        other = initiatives.create(work, admin, slug="port", title="Seafarers").id
    with pytest.raises(NotFound):
        queries.delegation(session, other, cast.delegations["PHL"])


def test_mail_addresses_are_shown_to_the_own_delegation_and_the_secretariat(
    session: Session, cast: Cast
) -> None:
    def shown_to(name: str) -> set[str]:
        groups = queries.roster(session, cast.actor(name, session), cast.initiative_id)
        entries = [entry for group in groups for entry in group.entries]
        return {entry.delegation.code for entry in entries if entry.shows_addresses}

    assert shown_to("adviser_mwuf") == {"MWUF"}
    assert shown_to("chair_phl") == {"PHL"}
    assert shown_to("officer_free") == set(cast.delegations)


def test_invitations_are_known_to_those_who_could_send_them(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        service.invite_to_seat(
            work,
            cast.actor("officer", work.session),
            cast.initiative_id,
            cast.delegations["MWUF"],
            role=SeatRole.DELEGATE,
            email="new@union.example",
            name="New Colleague",
        )

    def known_to(name: str) -> int:
        actor = cast.actor(name, session)
        return len(queries.invitations_open_to(session, actor, cast.initiative_id))

    assert [known_to(name) for name in ("officer_free", "head_mwuf")] == [1, 1]
    assert [known_to(name) for name in ("delegate_mwuf", "head_empl", "chair_phl")] == [0, 0, 0]


def test_the_duty_of_focal_point_waits_for_heads_and_alternates_until_one_takes_it(
    session: Session, cast: Cast
) -> None:
    def waits_for(name: str) -> list[str]:
        session.rollback()
        return [item.endpoint for item in queries.waiting_for(session, cast.actor(name, session), NOW)]

    assert waits_for("head_mwuf") == ["participants.focal_point"]
    assert waits_for("alternate_mwuf") == ["participants.focal_point"]
    assert waits_for("delegate_mwuf") == []
    session.rollback()
    with unit_of_work() as work:
        service.confirm_focal_point(work, cast.actor("head_mwuf", work.session), cast.initiative_id)
    assert waits_for("alternate_mwuf") == []


def test_an_initiative_without_officers_waits_for_the_administrator(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        initiatives.create(work, cast.actor("administrator", work.session), slug="port", title="Seafarers")
    waiting = queries.waiting_for(session, cast.actor("administrator", session), NOW)
    assert [(item.endpoint, dict(item.values)) for item in waiting] == [
        ("participants.first_officer", {"initiative_slug": "port"})
    ]
