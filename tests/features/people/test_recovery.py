from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.people.account import Account
from tests.support.passkeys import SoftKey
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import readable_by
from webapp.features.participants import service as participants
from webapp.features.people import queries, service
from webapp.features.people.models import AccountRecovery, SignInSession

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
DAY = dt.timedelta(days=1, seconds=1)
FRESH = "mountains move slowly home"


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(CodedError) as caught:
        act()
    return caught.value.code


def help_back(cast: Cast, by: str, name: str) -> str:
    with unit_of_work() as work:
        actor = cast.actor(by, work.session)
        participants.help_back_in(work, actor, cast.initiative_id, cast.people[name], "I know her voice.")
    with unit_of_work() as work:
        running = queries.running_recovery(work.session, cast.people[name], work.now())
        assert running is not None
        return running.id


def use(recovery_id: str) -> None:
    with unit_of_work() as work:
        service.use_recovery(work, recovery_id, FRESH)


def stop(recovery_id: str) -> None:
    with unit_of_work() as work:
        service.cancel_recovery(work, recovery_id)


def test_after_a_day_the_link_sets_a_password_and_removes_every_second_factor(
    cast: Cast, ines: Account, moved_clock: MoveClock, session: Session
) -> None:
    ines.add_authenticator()
    ines.add_passkey(SoftKey())
    recovery = help_back(cast, "officer", "head_mwuf")
    assert refusal(lambda: use(recovery)) == "people.recovery_waits"
    moved_clock(DAY)
    use(recovery)
    assert isinstance(ines.sign_in(FRESH), SignInSession)
    assert not queries.factors_of(session, ines.id).any
    assert queries.unused_codes(session, ines.id) == 0
    assert refusal(lambda: use(recovery)) == "people.link_dead"


def test_until_then_the_person_stops_it(cast: Cast, ines: Account, moved_clock: MoveClock) -> None:
    ines.add_authenticator()
    by_link = help_back(cast, "officer", "head_mwuf")
    stop(by_link)
    signed_in = help_back(cast, "officer", "head_mwuf")
    ines.act(lambda work, me: service.cancel_own_recovery(work, me))
    moved_clock(DAY)
    for recovery in (by_link, signed_in):
        assert refusal(lambda: use(recovery)) == "people.link_dead"  # noqa: B023
        assert refusal(lambda: stop(recovery)) == "people.link_dead"  # noqa: B023
    assert ines.read().second_factor_at is not None


def test_it_is_over_after_a_week(cast: Cast, ines: Account, moved_clock: MoveClock) -> None:
    recovery = help_back(cast, "officer", "head_mwuf")
    moved_clock(dt.timedelta(days=7, seconds=1))
    assert refusal(lambda: use(recovery)) == "people.link_dead"


def test_nobody_but_the_secretariat_and_administrators_starts_one(cast: Cast, ines: Account) -> None:
    for name in ("chair_phl", "alternate_mwuf", "head_mwuf"):
        assert refusal(lambda: help_back(cast, name, "head_iom")) == "denied"  # noqa: B023
    for name in ("outsider", "administrator"):
        assert refusal(lambda: help_back(cast, name, "head_iom")) == "not_found"  # noqa: B023

    def as_administrator(name: str, email: str) -> None:
        with unit_of_work() as work:
            actor = cast.actor(name, work.session)
            service.start_recovery_as_administrator(work, actor, email, "I know her voice.")

    assert refusal(lambda: as_administrator("officer", ines.email)) == "denied"
    assert refusal(lambda: as_administrator("administrator", "x@y.example")) == "people.no_such_account"
    as_administrator("administrator", ines.email.upper())


def test_the_secretariat_helps_only_who_takes_part(cast: Cast) -> None:
    assert refusal(lambda: help_back(cast, "officer", "outsider")) == "not_found"


def test_nobody_vouches_for_themselves_and_nobody_twice(cast: Cast, ines: Account) -> None:
    assert refusal(lambda: help_back(cast, "officer", "officer")) == "people.recovery_by_another"
    help_back(cast, "officer", "head_mwuf")
    assert refusal(lambda: help_back(cast, "officer_free", "head_mwuf")) == "people.recovery_runs"


def test_who_vouched_and_why_is_recorded_for_the_person_and_the_secretariat_alone(
    cast: Cast, ines: Account, session: Session
) -> None:
    help_back(cast, "officer", "head_mwuf")

    def reads(name: str) -> bool:
        clause = readable_by(cast.actor(name, session), JournalBody.audience_id)
        told = select(JournalBody.body).where(JournalBody.action == "people.recovery_started", clause)
        body = session.scalar(told) or ""
        return "Jonas Weyer" in body and "I know her voice." in body

    readers = {name for name in cast.people if reads(name)}
    assert readers == {"head_mwuf", "officer", "officer_free"}


def test_whoever_vouches_never_learns_the_link(cast: Cast, ines: Account, session: Session) -> None:
    help_back(cast, "officer", "head_mwuf")
    row = session.scalar(select(AccountRecovery))
    assert row is not None
    assert (row.started_by, row.person_id) == (cast.people["officer"], ines.id)
    assert row.ready_at - row.created_at == dt.timedelta(hours=24)
