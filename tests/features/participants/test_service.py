from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.access.actor import Constituency, OfficeKind, SeatRole, Standing
from webapp.base.kernel.errors import CodedError, Denied, Invalid, NotFound
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.base.kernel.visibility import readable_by
from webapp.features.initiatives import service as initiatives
from webapp.features.participants import queries, service
from webapp.features.participants.models import OfficeRow
from webapp.features.participants.service import Newcomer
from webapp.features.people.models import Person

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
NEWCOMER = Newcomer(name="Noor Aziz", password="quiet rivers carry tables", time_zone="Asia/Manila")


def accredit(work: Work, cast: Cast, name: str, *, code: str = "KEST", title: str = "Kestoria") -> str:
    return service.accredit(
        work,
        cast.actor(name, work.session),
        cast.initiative_id,
        code=code,
        name=title,
        constituency=Constituency.STATE,
        standing=Standing.MEMBER,
        tags=["host"],
    ).id


def invite(
    cast: Cast, by: str, code: str = "MWUF", email: str = "noor@union.example", name: str = "Noor Aziz"
) -> str:
    with unit_of_work() as work:
        return service.invite_to_seat(
            work,
            cast.actor(by, work.session),
            cast.initiative_id,
            cast.delegations[code],
            role=SeatRole.DELEGATE,
            email=email,
            name=name,
        ).id


def invite_officer(cast: Cast, by: str, kind: OfficeKind = OfficeKind.SECRETARIAT) -> str:
    with unit_of_work() as work:
        actor = cast.actor(by, work.session)
        return service.invite_to_office(
            work, actor, cast.initiative_id, kind=kind, email="noor@union.example", name="Noor Aziz"
        ).id


def accept_new(invitation_id: str) -> str:
    with unit_of_work() as work:
        return service.accept_as_newcomer(work, invitation_id, NEWCOMER).id


def accept(cast: Cast, invitation_id: str, name: str) -> None:
    with unit_of_work() as work:
        service.accept_invitation(work, cast.actor(name, work.session), invitation_id)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(CodedError) as caught:
        act()
    return caught.value.code


def seat_id(session: Session, cast: Cast, name: str) -> str:
    session.rollback()
    row = queries.current_seat(session, cast.initiative_id, cast.people[name])
    assert row is not None
    return row.id


def end_seat(cast: Cast, by: str, seat: str) -> None:
    with unit_of_work() as work:
        service.end_seat(work, cast.actor(by, work.session), cast.initiative_id, seat)


def confirm(cast: Cast, name: str) -> None:
    with unit_of_work() as work:
        service.confirm_focal_point(work, cast.actor(name, work.session), cast.initiative_id)


def test_the_secretariat_accredits_a_delegation(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        delegation_id = accredit(work, cast, "officer")
    row = queries.delegation(session, cast.initiative_id, delegation_id)
    assert (row.code, row.standing, row.tags) == ("KEST", "member", ["host"])


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf"])
def test_nobody_else_who_takes_part_accredits(cast: Cast, name: str) -> None:
    with pytest.raises(Denied), unit_of_work() as work:
        accredit(work, cast, name)


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_who_does_not_take_part_finds_nothing_to_accredit_to(cast: Cast, name: str) -> None:
    with pytest.raises(NotFound), unit_of_work() as work:
        accredit(work, cast, name)


@pytest.mark.parametrize(
    ("code", "title", "field"),
    [("PHL", "Kestoria", "code"), ("KEST", "philippines", "name"), ("kest", "Kestoria", "code")],
)
def test_code_and_name_are_unique_in_an_initiative(cast: Cast, code: str, title: str, field: str) -> None:
    with pytest.raises(Invalid) as caught, unit_of_work() as work:
        accredit(work, cast, "officer", code=code, title=title)
    assert caught.value.field == field


def test_an_invited_person_makes_an_account_and_has_the_seat(session: Session, cast: Cast) -> None:
    person_id = accept_new(invite(cast, "head_mwuf"))
    seat = queries.actor_of(session, person_id).seat_in(cast.initiative_id)
    assert seat is not None
    assert (seat.delegation_code, seat.role) == ("MWUF", SeatRole.DELEGATE)


def test_an_invitation_is_accepted_once(cast: Cast) -> None:
    invitation_id = invite(cast, "officer")
    accept_new(invitation_id)
    assert refusal(lambda: accept_new(invitation_id)) == "participants.invitation_over"
    assert refusal(lambda: accept(cast, invitation_id, "outsider")) == "participants.invitation_over"


def test_an_invitation_lives_fourteen_days(cast: Cast, moved_clock: MoveClock) -> None:
    invitation_id = invite(cast, "officer")
    moved_clock(dt.timedelta(days=14, seconds=1))
    assert refusal(lambda: accept_new(invitation_id)) == "participants.invitation_over"


def test_somebody_with_an_account_accepts_with_it(session: Session, cast: Cast) -> None:
    accept(cast, invite(cast, "officer", email=cast.emails["outsider"]), "outsider")
    assert queries.actor_of(session, cast.people["outsider"]).takes_part_in(cast.initiative_id)


def test_an_address_with_an_account_makes_no_second_one(cast: Cast) -> None:
    invitation_id = invite(cast, "officer", email=cast.emails["outsider"])
    assert refusal(lambda: accept_new(invitation_id)) == "participants.sign_in_first"


def test_a_person_holds_one_seat_in_an_initiative(cast: Cast) -> None:
    invitation_id = invite(cast, "officer")
    assert refusal(lambda: accept(cast, invitation_id, "head_empl")) == "participants.one_seat_each"


def test_a_head_invites_to_the_own_delegation_only(cast: Cast) -> None:
    invite(cast, "head_mwuf")
    with pytest.raises(Denied):
        invite(cast, "head_mwuf", "EMPL")


@pytest.mark.parametrize("name", ["delegate_mwuf", "adviser_mwuf", "chair_usa", "head_obs"])
def test_others_do_not_invite(cast: Cast, name: str) -> None:
    with pytest.raises(Denied):
        invite(cast, name)


def test_a_delegation_of_another_initiative_is_not_found(cast: Cast) -> None:
    with unit_of_work() as work:
        admin = cast.actor("administrator", work.session)
        other = initiatives.create(work, admin, slug="port", title="Seafarers").id
    with pytest.raises(NotFound), unit_of_work() as work:
        service.invite_to_seat(
            work,
            cast.actor("officer", work.session),
            other,
            cast.delegations["MWUF"],
            role=SeatRole.HEAD,
            email="noor@union.example",
            name="Noor Aziz",
        )


def test_a_person_is_invited_to_a_delegation_once(cast: Cast) -> None:
    invite(cast, "officer")
    assert refusal(lambda: invite(cast, "head_mwuf", name="noor  AZIZ")) == "participants.already_invited"


def test_several_people_are_invited_at_the_mailbox_that_they_share(session: Session, cast: Cast) -> None:
    first = invite(cast, "officer", email="mission@union.example")
    second = invite(cast, "officer", email="mission@union.example", name="Vera Lind")
    accept_new(first)
    with unit_of_work() as work:
        service.forward_invitation(work, second, "Vera.Lind@union.example")
    assert refusal(lambda: accept_new(second)) == "participants.invitation_over"
    (own,) = queries.pending_invitations(session, cast.initiative_id)
    accepted = accept_new(own.id)
    session.rollback()
    person = session.get(Person, accepted)
    assert person is not None
    assert (person.email, person.delivery_email) == ("vera.lind@union.example", "mission@union.example")


def test_an_invitation_goes_on_to_another_address_only_and_while_it_runs(
    session: Session, cast: Cast, moved_clock: MoveClock
) -> None:
    invited = invite(cast, "officer")

    def forward(to: str) -> None:
        with unit_of_work() as work:
            service.forward_invitation(work, invited, to)

    assert refusal(lambda: forward("NOOR@union.example")) == "participants.same_address"
    assert refusal(lambda: forward("nonsense")) == "people.not_an_address"
    moved_clock(dt.timedelta(days=14, seconds=1))
    assert refusal(lambda: forward("own@union.example")) == "participants.invitation_over"


def test_whoever_has_the_seat_is_not_invited_again(cast: Cast) -> None:
    email = cast.emails["adviser_mwuf"].upper()
    again = {"email": email, "name": "Wei Chen"}
    assert refusal(lambda: invite(cast, "head_mwuf", **again)) == "participants.already_seated"


def test_sending_again_ends_the_old_link(cast: Cast) -> None:
    old = invite(cast, "officer")
    with unit_of_work() as work:
        actor = cast.actor("head_mwuf", work.session)
        fresh = service.send_again(work, actor, cast.initiative_id, old).id
    assert refusal(lambda: accept_new(old)) == "participants.invitation_over"
    accept_new(fresh)


def test_a_withdrawn_invitation_is_over(cast: Cast) -> None:
    invitation_id = invite(cast, "officer")
    with unit_of_work() as work:
        actor = cast.actor("officer", work.session)
        service.withdraw_invitation(work, actor, cast.initiative_id, invitation_id)
    assert refusal(lambda: accept_new(invitation_id)) == "participants.invitation_over"


@pytest.mark.parametrize("name", ["head_empl", "delegate_mwuf", "chair_phl"])
def test_others_neither_send_again_nor_withdraw(cast: Cast, name: str) -> None:
    invitation_id = invite(cast, "officer")
    actor = cast.actor(name)
    with pytest.raises(Denied), unit_of_work() as work:
        service.send_again(work, actor, cast.initiative_id, invitation_id)
    with pytest.raises(Denied), unit_of_work() as work:
        service.withdraw_invitation(work, actor, cast.initiative_id, invitation_id)


def test_a_link_whose_time_is_over_is_renewed_once(
    session: Session, cast: Cast, moved_clock: MoveClock
) -> None:
    old = invite(cast, "officer")
    moved_clock(dt.timedelta(days=15))
    for _press in range(2):
        with unit_of_work() as work:
            service.renew_invitation(work, old)
    (fresh,) = queries.pending_invitations(session, cast.initiative_id)
    session.rollback()
    accept_new(fresh.id)


def test_a_link_that_still_runs_or_was_used_is_not_renewed(session: Session, cast: Cast) -> None:
    invitation_id = invite(cast, "officer")
    with unit_of_work() as work:
        service.renew_invitation(work, invitation_id)
    assert [row.id for row in queries.pending_invitations(session, cast.initiative_id)] == [invitation_id]
    session.rollback()
    accept_new(invitation_id)
    with unit_of_work() as work:
        service.renew_invitation(work, invitation_id)
    assert queries.pending_invitations(session, cast.initiative_id) == []


def test_no_mail_address_stands_in_the_journal_and_others_may_not_open_the_entry(
    session: Session, cast: Cast
) -> None:
    invite(cast, "head_mwuf")
    entry = select(JournalBody.body).where(JournalBody.action == "participants.invited")
    body = session.scalar(entry) or ""
    assert "noor@" not in body
    assert "Noor" not in body
    for name, may_open in (("adviser_mwuf", True), ("officer", True), ("head_empl", False)):
        actor = cast.actor(name, session)
        found = session.scalar(entry.where(readable_by(actor, JournalBody.audience_id)))
        assert (found is not None) is may_open


def test_a_seat_ends_at_once(session: Session, cast: Cast) -> None:
    end_seat(cast, "head_mwuf", seat_id(session, cast, "adviser_mwuf"))
    session.rollback()
    assert not queries.actor_of(session, cast.people["adviser_mwuf"]).takes_part_in(cast.initiative_id)


def test_a_seat_ends_once(session: Session, cast: Cast) -> None:
    seat = seat_id(session, cast, "adviser_mwuf")
    end_seat(cast, "officer", seat)
    assert refusal(lambda: end_seat(cast, "officer", seat)) == "participants.seat_ended"


@pytest.mark.parametrize("name", ["delegate_mwuf", "head_empl", "chair_phl"])
def test_others_do_not_end_a_seat(session: Session, cast: Cast, name: str) -> None:
    seat = seat_id(session, cast, "adviser_mwuf")
    with pytest.raises(Denied):
        end_seat(cast, name, seat)


def test_whose_seat_has_ended_can_be_invited_again(session: Session, cast: Cast) -> None:
    end_seat(cast, "officer", seat_id(session, cast, "adviser_mwuf"))
    accept(cast, invite(cast, "head_mwuf", email=cast.emails["adviser_mwuf"]), "adviser_mwuf")
    assert queries.actor_of(session, cast.people["adviser_mwuf"]).takes_part_in(cast.initiative_id)


def test_the_duty_of_focal_point_is_handed_over(session: Session, cast: Cast) -> None:
    confirm(cast, "head_mwuf")
    confirm(cast, "alternate_mwuf")
    holders = [p.name for p in queries.seated_in(session, cast.delegations["MWUF"]) if p.is_focal_point]
    assert holders == ["Davit Lund"]


def test_the_duty_is_taken_once(cast: Cast) -> None:
    confirm(cast, "head_mwuf")
    assert refusal(lambda: confirm(cast, "head_mwuf")) == "participants.is_focal_point"


@pytest.mark.parametrize("name", ["delegate_mwuf", "adviser_mwuf"])
def test_who_does_not_speak_does_not_take_the_duty(cast: Cast, name: str) -> None:
    with pytest.raises(Denied):
        confirm(cast, name)


def test_the_secretariat_appoints_a_seated_person(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        service.appoint(
            work,
            cast.actor("officer", work.session),
            cast.initiative_id,
            person_id=cast.people["head_mar"],
            kind=OfficeKind.CO_CHAIR,
        )
    actor = queries.actor_of(session, cast.people["head_mar"])
    assert actor.holds(OfficeKind.CO_CHAIR, cast.initiative_id)


def test_nobody_without_a_seat_is_appointed_and_nobody_twice(cast: Cast) -> None:
    def appoint(name: str) -> None:
        with unit_of_work() as work:
            service.appoint(
                work,
                cast.actor("officer", work.session),
                cast.initiative_id,
                person_id=cast.people[name],
                kind=OfficeKind.CO_CHAIR,
            )

    assert refusal(lambda: appoint("outsider")) == "not_found"
    assert refusal(lambda: appoint("chair_phl")) == "participants.already_in_office"


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf"])
def test_others_do_not_fill_offices(cast: Cast, name: str) -> None:
    with pytest.raises(Denied):
        invite_officer(cast, name)
    actor = cast.actor(name)
    with pytest.raises(Denied), unit_of_work() as work:
        service.appoint(
            work, actor, cast.initiative_id, person_id=cast.people["head_mar"], kind=OfficeKind.CO_CHAIR
        )


def test_an_invited_officer_needs_no_seat(session: Session, cast: Cast) -> None:
    person_id = accept_new(invite_officer(cast, "officer"))
    assert queries.actor_of(session, person_id).holds(OfficeKind.SECRETARIAT, cast.initiative_id)


def test_an_administrator_fills_no_office_that_is_served(cast: Cast) -> None:
    assert refusal(lambda: invite_officer(cast, "administrator")) == "participants.only_first_officer"
    chair = OfficeKind.CO_CHAIR
    assert refusal(lambda: invite_officer(cast, "administrator", chair)) == "participants.only_first_officer"


def test_an_administrator_invites_the_first_officer(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        admin = cast.actor("administrator", work.session)
        other = initiatives.create(work, admin, slug="port", title="Seafarers").id
        invitation_id = service.invite_to_office(
            work, admin, other, kind=OfficeKind.SECRETARIAT, email="noor@union.example", name="Noor Aziz"
        ).id
    person_id = accept_new(invitation_id)
    assert queries.actor_of(session, person_id).holds(OfficeKind.SECRETARIAT, other)


def test_an_office_ends_at_once_and_not_by_an_administrator(session: Session, cast: Cast) -> None:
    held = session.scalar(select(OfficeRow.id).where(OfficeRow.person_id == cast.people["officer_free"]))
    assert held is not None
    session.rollback()

    def end(by: str) -> None:
        with unit_of_work() as work:
            service.end_office(work, cast.actor(by, work.session), cast.initiative_id, held)

    assert refusal(lambda: end("administrator")) == "participants.only_first_officer"
    assert refusal(lambda: end("chair_phl")) == "denied"
    end("officer")
    assert not queries.actor_of(session, cast.people["officer_free"]).takes_part_in(cast.initiative_id)


def test_what_was_refused_leaves_nothing_behind(session: Session, cast: Cast) -> None:
    def invite_twice() -> None:
        with unit_of_work() as work:
            actor = cast.actor("officer", work.session)
            for _twice in range(2):
                service.invite_to_office(
                    work,
                    actor,
                    cast.initiative_id,
                    kind=OfficeKind.CO_CHAIR,
                    email="noor@union.example",
                    name="Noor Aziz",
                )

    assert refusal(invite_twice) == "participants.already_invited"
    assert queries.pending_invitations(session, cast.initiative_id) == []
