from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.features.people.account import Account
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import queries, sealing, service
from webapp.features.people.last_used import HELD, MOST, Uses
from webapp.features.people.models import SignInSession
from webapp.features.people.rules import Device, browser_of, system_of

NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
AGENTS = {
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": ("firefox", "linux"),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
    "Safari/537.36": ("chrome", "windows"),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
    "Safari/537.36 Edg/140.0": ("edge", "windows"),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
    "Safari/605.1.15": ("safari", "macos"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "CriOS/140.0 Mobile/15E148 Safari/604.1": ("chrome", "ios"),
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 "
    "Chrome/130.0.0.0 Mobile Safari/537.36": ("samsung", "android"),
    "curl/8.0": ("", ""),
    "": ("", ""),
}


def device(mark: str) -> Device:
    return Device("firefox", "linux", sealing.hash_mark(mark))


def new_devices(session: Session) -> int:
    session.rollback()
    seen = select(JournalBody.body).where(JournalBody.action == "people.new_device_used")
    return len(list(session.scalars(seen)))


def enter(account: Account, mark: str) -> str:
    opened = account.sign_in(device=device(mark))
    assert isinstance(opened, SignInSession)
    return opened.id


@pytest.mark.parametrize(("agent", "told"), AGENTS.items())
def test_a_device_is_told_by_families_alone(agent: str, told: tuple[str, str]) -> None:
    assert (browser_of(agent), system_of(agent)) == told


def test_a_new_device_is_told_and_a_known_one_is_not(ines: Account, session: Session) -> None:
    enter(ines, "office")
    assert new_devices(session) == 0
    enter(ines, "office")
    assert new_devices(session) == 0
    enter(ines, "phone")
    assert new_devices(session) == 1
    enter(ines, "phone")
    assert new_devices(session) == 1


def test_a_device_that_two_people_share_is_new_to_each(
    ines: Account, davit: Account, session: Session
) -> None:
    enter(ines, "office")
    enter(davit, "home")
    enter(davit, "office")
    assert new_devices(session) == 1


def test_one_signs_out_the_own_devices_and_no_others(ines: Account, davit: Account, session: Session) -> None:
    phone = enter(ines, "phone")
    with pytest.raises(NotFound):
        davit.act(lambda work, me: service.sign_out_device(work, me, phone))
    ines.act(lambda work, me: service.sign_out_device(work, me, phone))
    session.rollback()
    left = queries.sessions_of(session, ines.id, dt.datetime.now(dt.UTC))
    assert [row.id for row in left] == [ines.session_id]


def test_signing_out_everywhere_ends_every_own_session(
    ines: Account, davit: Account, session: Session
) -> None:
    enter(ines, "phone")
    ines.act(lambda work, me: service.sign_out_everywhere(work, me))
    now = dt.datetime.now(dt.UTC)
    assert queries.sessions_of(session, ines.id, now) == []
    assert len(queries.sessions_of(session, davit.id, now)) == 1


def test_changing_the_password_keeps_this_device_and_ends_the_others(ines: Account, session: Session) -> None:
    enter(ines, "phone")
    ines.act(
        lambda work, me: service.change_password(work, me, ines.session_id, "mountains move slowly home")
    )
    left = queries.sessions_of(session, ines.id, dt.datetime.now(dt.UTC))
    assert [row.id for row in left] == [ines.session_id]
    assert isinstance(ines.sign_in("mountains move slowly home"), SignInSession)


def test_uses_are_noted_in_memory_and_handed_over_together() -> None:
    uses = Uses()
    uses.note("a", None, NOW)
    uses.note("b", NOW - dt.timedelta(minutes=1), NOW)
    uses.note("c", NOW - dt.timedelta(hours=1), NOW + HELD / 2)
    assert uses.due(NOW + HELD / 2) == {}
    assert uses.due(NOW + HELD) == {"a": NOW, "c": NOW + HELD / 2}
    assert uses.due(NOW + 2 * HELD) == {}


def test_many_uses_are_handed_over_before_their_minute_is_over() -> None:
    uses = Uses()
    for number in range(MOST):
        uses.note(str(number), None, NOW)
    assert len(uses.due(NOW)) == MOST


def test_a_use_of_an_ended_session_is_not_written(ines: Account, session: Session) -> None:
    with unit_of_work() as work:
        service.sign_out(work, ines.session_id)
        before = work.now()
    with unit_of_work() as work:
        service.note_uses(work, {ines.session_id: before + dt.timedelta(hours=1)})
    row = session.get(SignInSession, ines.session_id)
    assert row is not None
    assert row.last_used_at is not None
    assert row.last_used_at <= before
