from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.kernel import clock
from webapp.base.kernel.errors import Invalid, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.auth import SignedIn
from webapp.features.participants import queries as participants
from webapp.features.people import passwords, queries, service
from webapp.features.people.models import OneTimeLink, SignInSession

PASSWORD = "quiet rivers carry tables"
LIVES = dt.timedelta(days=14)
MoveClock = Callable[[dt.timedelta | dt.datetime], None]


def give_password(email: str) -> None:
    with unit_of_work() as work:
        person = queries.person_by_email(work.session, email)
        assert person is not None
        person.password_hash = passwords.hash_password(PASSWORD)


def sign_in(session: Session, email: str, password: str, address: str = "192.0.2.1") -> str | None:
    session.rollback()
    person = queries.person_by_email(session, email)
    weighed = passwords.weigh(person.password_hash if person else None, password)
    session.rollback()
    with unit_of_work() as work:
        opened = service.sign_in(work, email, address, weighed)
        return opened.id if opened else None


def who_is(session: Session, session_id: str) -> SignedIn | None:
    session.rollback()
    return participants.signed_in(session, session_id, clock.now(session))


def ask_for_link(email: str) -> None:
    with unit_of_work() as work:
        service.request_reset(work, email)


def links_of(session: Session, person_id: str) -> list[OneTimeLink]:
    session.rollback()
    newest_first = select(OneTimeLink).order_by(OneTimeLink.created_at.desc())
    found = list(session.scalars(newest_first.where(OneTimeLink.person_id == person_id)))
    session.rollback()
    return found


def use_link(link_id: str, password: str) -> None:
    with unit_of_work() as work:
        service.set_password(work, link_id, password)


def test_of_two_links_used_at_the_same_moment_one_sets_the_password(
    app: Flask, session: Session, cast: Cast
) -> None:
    with unit_of_work() as work:
        now = work.now()
        links = [
            OneTimeLink(person_id=cast.people["head_mwuf"], created_at=now, expires_at=now + LIVES)
            for _ in range(2)
        ]
        work.session.add_all(links)
        work.session.flush()
        link_ids = [link.id for link in links]
    start = Barrier(len(link_ids))

    def use(link_id: str) -> str:
        with app.app_context():
            start.wait()
            try:
                use_link(link_id, PASSWORD)
            except Refused as refusal:
                return refusal.code
        return "set"

    with ThreadPoolExecutor(len(link_ids)) as pool:
        assert sorted(pool.map(use, link_ids)) == ["people.link_dead", "set"]


def test_the_right_password_opens_a_session(session: Session, cast: Cast) -> None:
    give_password(cast.emails["head_mwuf"])
    opened = sign_in(session, cast.emails["head_mwuf"].upper(), PASSWORD)
    assert opened is not None
    person = who_is(session, opened)
    assert person is not None
    assert person.actor.name == "Ines Okafor"


def test_a_wrong_password_opens_none(session: Session, cast: Cast) -> None:
    give_password(cast.emails["head_mwuf"])
    assert sign_in(session, cast.emails["head_mwuf"], "another password") is None


def test_after_five_failures_even_the_right_password_waits(
    session: Session, cast: Cast, moved_clock: MoveClock
) -> None:
    email = cast.emails["head_mwuf"]
    give_password(email)
    for _attempt in range(5):
        assert sign_in(session, email, "another password") is None
    with pytest.raises(Refused) as caught:
        sign_in(session, email, PASSWORD, "198.51.100.7")
    assert caught.value.code == "people.too_many_attempts"
    moved_clock(dt.timedelta(minutes=16))
    assert sign_in(session, email, PASSWORD) is not None


def test_an_account_that_does_not_exist_is_closed_alike(session: Session, cast: Cast) -> None:
    for _attempt in range(5):
        assert sign_in(session, "nobody@nowhere.example", PASSWORD) is None
    with pytest.raises(Refused) as caught:
        sign_in(session, "nobody@nowhere.example", PASSWORD)
    assert caught.value.code == "people.too_many_attempts"


def test_one_network_address_is_closed_for_every_account(session: Session, cast: Cast) -> None:
    for number in range(30):
        sign_in(session, f"guess{number}@nowhere.example", PASSWORD)
    give_password(cast.emails["head_mwuf"])
    with pytest.raises(Refused):
        sign_in(session, cast.emails["head_mwuf"], PASSWORD)
    assert sign_in(session, cast.emails["head_mwuf"], PASSWORD, "198.51.100.7") is not None


def test_a_password_changed_meanwhile_is_judged_by_the_new_one(session: Session, cast: Cast) -> None:
    email = cast.emails["head_mwuf"]
    give_password(email)
    person = queries.person_by_email(session, email)
    assert person is not None
    weighed = passwords.weigh(person.password_hash, PASSWORD)
    give_password(email)
    with unit_of_work() as work:
        assert service.sign_in(work, email, "192.0.2.1", weighed) is None


def test_a_session_ends_when_it_is_signed_out(session: Session, cast: Cast) -> None:
    give_password(cast.emails["head_mwuf"])
    opened = sign_in(session, cast.emails["head_mwuf"], PASSWORD)
    assert opened is not None
    with unit_of_work() as work:
        service.sign_out(work, opened)
    assert who_is(session, opened) is None


def test_a_session_ends_after_two_weeks(session: Session, cast: Cast, moved_clock: MoveClock) -> None:
    give_password(cast.emails["head_mwuf"])
    opened = sign_in(session, cast.emails["head_mwuf"], PASSWORD)
    assert opened is not None
    moved_clock(dt.timedelta(days=13, hours=23))
    assert who_is(session, opened) is not None
    moved_clock(dt.timedelta(days=14, seconds=1))
    assert who_is(session, opened) is None


def test_a_link_sets_a_password_once(session: Session, cast: Cast) -> None:
    ask_for_link(cast.emails["head_mwuf"])
    (link,) = links_of(session, cast.people["head_mwuf"])
    use_link(link.id, PASSWORD)
    assert sign_in(session, cast.emails["head_mwuf"], PASSWORD) is not None
    with pytest.raises(Refused) as caught:
        use_link(link.id, "a second password")
    assert caught.value.code == "people.link_dead"


def test_a_link_lives_fourteen_days(session: Session, cast: Cast, moved_clock: MoveClock) -> None:
    ask_for_link(cast.emails["head_mwuf"])
    (link,) = links_of(session, cast.people["head_mwuf"])
    moved_clock(dt.timedelta(days=14, seconds=1))
    with pytest.raises(Refused):
        use_link(link.id, PASSWORD)


def test_a_link_survives_a_password_that_is_refused(session: Session, cast: Cast) -> None:
    ask_for_link(cast.emails["head_mwuf"])
    (link,) = links_of(session, cast.people["head_mwuf"])
    with pytest.raises(Invalid):
        use_link(link.id, "short")
    use_link(link.id, PASSWORD)


def test_setting_a_password_signs_out_every_device_and_ends_other_links(
    session: Session, cast: Cast, moved_clock: MoveClock
) -> None:
    give_password(cast.emails["head_mwuf"])
    opened = sign_in(session, cast.emails["head_mwuf"], PASSWORD)
    assert opened is not None
    ask_for_link(cast.emails["head_mwuf"])
    moved_clock(dt.timedelta(minutes=10))
    ask_for_link(cast.emails["head_mwuf"])
    newer, older = links_of(session, cast.people["head_mwuf"])
    use_link(newer.id, "a second password")
    assert who_is(session, opened) is None
    with pytest.raises(Refused):
        use_link(older.id, "a third password")


def test_asking_twice_within_five_minutes_sends_one_link(session: Session, cast: Cast) -> None:
    ask_for_link(cast.emails["head_mwuf"])
    ask_for_link(cast.emails["head_mwuf"])
    assert len(links_of(session, cast.people["head_mwuf"])) == 1


def test_asking_for_an_unknown_address_sends_none(session: Session, cast: Cast) -> None:
    ask_for_link("nobody@nowhere.example")
    assert session.scalar(select(func.count()).select_from(OneTimeLink)) == 0


def test_a_dead_link_can_be_replaced(session: Session, cast: Cast, moved_clock: MoveClock) -> None:
    ask_for_link(cast.emails["head_mwuf"])
    (dead,) = links_of(session, cast.people["head_mwuf"])
    moved_clock(dt.timedelta(days=15))
    with unit_of_work() as work:
        service.renew_link(work, dead.id)
    fresh, _dead = links_of(session, cast.people["head_mwuf"])
    use_link(fresh.id, PASSWORD)


def test_an_administrator_is_made_with_a_link_and_told_in_the_journal(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        link = service.create_administrator(work, "Root@Concord.Example", "Noor Verhaegen")
        link_id, person_id = link.id, link.person_id
    actor = participants.actor_of(session, person_id)
    assert (actor.is_administrator, actor.name) == (True, "Noor Verhaegen")
    entry = session.scalar(select(JournalBody).where(JournalBody.action == "people.administrator_created"))
    assert entry is not None
    assert link_id in (entry.body or "")


def test_somebody_with_an_account_becomes_administrator_and_keeps_it(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        link = service.create_administrator(work, cast.emails["head_mwuf"], "Somebody else")
        assert link.person_id == cast.people["head_mwuf"]
    actor = participants.actor_of(session, cast.people["head_mwuf"])
    assert (actor.is_administrator, actor.name, len(actor.seats)) == (True, "Ines Okafor", 1)


def test_an_address_has_one_account(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused) as caught, unit_of_work() as work:
        service.create_person(work, email=cast.emails["head_mwuf"], name="Twin", password=PASSWORD)
    assert caught.value.code == "people.address_taken"


def test_no_session_row_is_left_by_a_failure(session: Session, cast: Cast) -> None:
    sign_in(session, cast.emails["head_mwuf"], PASSWORD)
    assert session.scalar(select(func.count()).select_from(SignInSession)) == 0
