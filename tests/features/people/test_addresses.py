from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.features.people.account import Account
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import queries, service
from webapp.features.people.models import AddressChange, OneTimeLink

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
NEW = "ines@own.example"


def ask(account: Account, session: Session, new: str = NEW, kind: str = "sign_in") -> str:
    account.act(lambda work, me: service.ask_address_change(work, me, account.session_id, kind, new))
    session.rollback()
    newest = select(AddressChange.id).where(AddressChange.person_id == account.id)
    found = session.scalar(newest.order_by(AddressChange.created_at.desc()))
    session.rollback()
    assert found is not None
    return found


def confirm(change_id: str) -> None:
    with unit_of_work() as work:
        service.confirm_address(work, change_id)


def cancel(change_id: str) -> None:
    with unit_of_work() as work:
        service.cancel_address_change(work, change_id)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(CodedError) as caught:
        act()
    return caught.value.code


def test_nothing_changes_before_the_new_address_confirms(ines: Account, session: Session) -> None:
    change = ask(ines, session, "Ines@Own.example")
    assert ines.read().email == ines.email
    confirm(change)
    assert ines.read().email == NEW
    assert refusal(lambda: confirm(change)) == "people.link_dead"


def test_the_link_to_the_new_address_lives_three_days(
    ines: Account, session: Session, moved_clock: MoveClock
) -> None:
    change = ask(ines, session)
    moved_clock(dt.timedelta(days=3, seconds=1))
    assert refusal(lambda: confirm(change)) == "people.link_dead"


def test_the_old_address_stops_the_change(ines: Account, session: Session) -> None:
    change = ask(ines, session)
    cancel(change)
    assert refusal(lambda: confirm(change)) == "people.link_dead"
    assert refusal(lambda: cancel(change)) == "people.link_dead"
    assert ines.read().email == ines.email


def test_the_old_address_undoes_a_confirmed_change_and_signs_out_whoever_made_it(
    ines: Account, session: Session
) -> None:
    change = ask(ines, session)
    confirm(change)
    cancel(change)
    assert ines.read().email == ines.email
    assert queries.sessions_of(session, ines.id, dt.datetime.now(dt.UTC)) == []


def test_a_change_can_be_undone_for_two_weeks(
    ines: Account, session: Session, moved_clock: MoveClock
) -> None:
    change = ask(ines, session)
    confirm(change)
    moved_clock(dt.timedelta(days=14, seconds=1))
    assert refusal(lambda: cancel(change)) == "people.link_dead"
    assert ines.read().email == NEW


def test_asking_again_ends_the_first_link(ines: Account, session: Session) -> None:
    first, second = ask(ines, session), ask(ines, session, "other@own.example")
    assert refusal(lambda: confirm(first)) == "people.link_dead"
    confirm(second)
    assert ines.read().email == "other@own.example"


def test_whether_an_address_has_an_account_is_told_to_its_own_mailbox_alone(
    ines: Account, davit: Account, session: Session
) -> None:
    change = ask(ines, session, davit.email)
    assert refusal(lambda: confirm(change)) == "people.address_taken"
    assert ines.read().email == ines.email


def test_links_that_went_to_the_old_address_end_with_it(ines: Account, session: Session) -> None:
    with unit_of_work() as work:
        service.request_reset(work, ines.email)
    confirm(ask(ines, session))
    unused = select(OneTimeLink).where(OneTimeLink.person_id == ines.id, OneTimeLink.used_at.is_(None))
    assert session.scalar(unused) is None


@pytest.mark.parametrize(
    ("typed", "code"), [("nonsense", "people.not_an_address"), ("", "people.not_an_address")]
)
def test_what_is_no_address_is_refused(ines: Account, session: Session, typed: str, code: str) -> None:
    assert refusal(lambda: ask(ines, session, typed)) == code
    assert refusal(lambda: ask(ines, session, ines.email.upper())) == "people.same_address"


def test_a_mailbox_for_notices_may_be_shared(ines: Account, davit: Account, session: Session) -> None:
    for account in (ines, davit):
        confirm(ask(account, session, "mission@union.example", "delivery"))
    for account in (ines, davit):
        row = account.read()
        assert (row.email, row.notices_go_to) == (account.email, "mission@union.example")
    ines.act(lambda work, me: service.deliver_to_sign_in_address(work, me, ines.session_id))
    assert ines.read().notices_go_to == ines.email


def test_the_change_of_somebody_else_is_not_touched(ines: Account, davit: Account, session: Session) -> None:
    change = ask(ines, session)
    assert (
        refusal(lambda: davit.act(lambda work, me: service.cancel_own_address_change(work, me, change)))
        == "not_found"
    )
    ines.act(lambda work, me: service.cancel_own_address_change(work, me, change))
    assert refusal(lambda: confirm(change)) == "people.link_dead"


def test_no_address_stands_in_the_journal(ines: Account, session: Session) -> None:
    change = ask(ines, session)
    confirm(change)
    cancel(change)
    bodies = "\n".join(body or "" for body in session.scalars(select(JournalBody.body)))
    assert "people.address_change_cancelled" in bodies
    assert NEW not in bodies
    assert ines.email not in bodies
