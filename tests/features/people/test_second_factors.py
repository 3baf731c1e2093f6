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
from tests.features.people.account import HERE, Account, finish
from tests.support.passkeys import SoftKey
from webapp.base.kernel.errors import CodedError, Invalid, NotFound, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import passkeys, queries, sealing, service
from webapp.features.people.models import Authenticator, Passkey, RecoveryCode, SignInSession, SignInStep
from webapp.features.people.rules import codes

MoveClock = Callable[[dt.timedelta | dt.datetime], None]
STEP = dt.timedelta(seconds=codes.STEP_SECONDS)


def actions(session: Session) -> list[str]:
    session.rollback()
    return list(session.scalars(select(JournalBody.action).order_by(JournalBody.sequence)))


def came_in(step_id: str, typed: str) -> bool:
    return finish(step_id, typed) is not None


def enter(key: SoftKey, forged: str | None = None) -> SignInSession | None:
    with unit_of_work() as work:
        made = service.make_challenge(work, "enter")
    answer = forged or key.sign(passkeys.options_to_enter(made.challenge))
    with unit_of_work() as work:
        return service.enter_by_passkey(work, made.id, answer, HERE)


def test_the_password_alone_no_longer_opens_an_account_with_an_authenticator(ines: Account) -> None:
    assert isinstance(ines.sign_in(), SignInSession)
    ines.add_authenticator(-1)
    assert isinstance(ines.sign_in(), SignInStep)
    assert finish(ines.step(), "000000") is None
    opened = finish(ines.step(), ines.code())
    assert opened is not None
    assert opened.person_id == ines.id


def test_a_code_is_accepted_once(ines: Account) -> None:
    ines.add_authenticator(-1)
    code = ines.code()
    assert came_in(ines.step(), code)
    assert not came_in(ines.step(), code)


def test_the_code_that_set_up_the_authenticator_does_not_sign_in(ines: Account) -> None:
    ines.add_authenticator()
    assert not came_in(ines.step(), ines.code())


def test_an_older_code_is_not_accepted_after_a_newer_one(ines: Account) -> None:
    ines.add_authenticator(-1)
    older, newer = ines.code(), ines.code(1)
    assert came_in(ines.step(), newer)
    assert not came_in(ines.step(), older)


def test_of_two_who_use_the_same_code_at_the_same_moment_one_comes_in(app: Flask, ines: Account) -> None:
    ines.add_authenticator(-1)
    code, steps = ines.code(), [ines.step(), ines.step()]
    start = Barrier(2)

    def use(step_id: str) -> bool:
        with app.app_context():
            start.wait()
            return came_in(step_id, code)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(use, steps)) == [False, True]


def test_of_two_who_use_the_same_recovery_code_at_the_same_moment_one_comes_in(
    app: Flask, ines: Account
) -> None:
    code = ines.add_authenticator()[0]
    steps = [ines.step(), ines.step()]
    start = Barrier(2)

    def use(step_id: str) -> bool:
        with app.app_context():
            start.wait()
            return came_in(step_id, code)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(use, steps)) == [False, True]


def test_a_step_opens_one_session_and_not_after_ten_minutes(ines: Account, moved_clock: MoveClock) -> None:
    ines.add_authenticator(-1)
    step = ines.step()
    assert came_in(step, ines.code())
    with pytest.raises(Refused) as caught:
        finish(step, ines.code(1))
    assert caught.value.code == "people.step_over"
    late = ines.step()
    moved_clock(dt.timedelta(minutes=11))
    with pytest.raises(Refused):
        finish(late, ines.code())


def test_wrong_codes_are_counted_like_wrong_passwords_and_told(ines: Account, session: Session) -> None:
    ines.add_authenticator(-1)
    step = ines.step()
    for _attempt in range(5):
        assert not came_in(step, "000000")
    with pytest.raises(Refused) as caught:
        finish(step, ines.code())
    assert caught.value.code == "people.too_many_attempts"
    assert actions(session).count("people.second_factor_failed") == 1


def test_the_right_password_does_not_begin_the_count_anew(ines: Account) -> None:
    ines.add_authenticator(-1)
    for _attempt in range(4):
        assert not came_in(ines.step(), "000000")
    assert not came_in(ines.step(), "000000")
    with pytest.raises(Refused):
        ines.sign_in()


def test_a_recovery_code_stands_in_once_and_is_told(ines: Account, session: Session) -> None:
    sheet = ines.add_authenticator()
    assert len(set(sheet)) == 10
    assert came_in(ines.step(), codes.in_groups(sheet[0]).upper())
    assert not came_in(ines.step(), sheet[0])
    assert came_in(ines.step(), "-".join((sheet[1][:9], sheet[1][9:])))
    assert queries.unused_codes(session, ines.id) == 8
    assert actions(session).count("people.recovery_code_used") == 2


def test_nobody_comes_in_with_the_recovery_code_of_somebody_else(ines: Account, davit: Account) -> None:
    sheet = ines.add_authenticator()
    davit.add_authenticator()
    assert not came_in(davit.step(), sheet[0])


def test_a_new_sheet_ends_the_old_one(ines: Account) -> None:
    old = ines.add_authenticator()
    fresh = ines.act(lambda work, me: service.make_recovery_codes(work, me, ines.session_id))
    assert not came_in(ines.step(), old[0])
    assert came_in(ines.step(), fresh[0])


def test_what_the_database_holds_opens_nothing(ines: Account, davit: Account, session: Session) -> None:
    sheet = ines.add_authenticator()
    row = session.get(Authenticator, ines.id)
    assert row is not None
    assert ines.secret not in row.sealed_secret
    assert sealing.unseal(ines.id, row.sealed_secret) == ines.secret
    assert sealing.unseal(davit.id, row.sealed_secret) is None
    hashes = set(session.scalars(select(RecoveryCode.code_hash)))
    assert hashes.isdisjoint(sheet)


def test_no_secret_and_no_code_stands_in_the_journal(ines: Account, session: Session) -> None:
    sheet = ines.add_authenticator(-1)
    came_in(ines.step(), ines.code())
    came_in(ines.step(), sheet[0])
    bodies = "\n".join(body or "" for body in session.scalars(select(JournalBody.body)))
    assert "people.recovery_code_used" in bodies
    assert [word for word in (ines.secret, *sheet, ines.email) if word in bodies] == []


def test_the_first_second_factor_signs_out_the_devices_that_came_in_without(
    ines: Account, session: Session
) -> None:
    other = ines.sign_in()
    assert isinstance(other, SignInSession)
    ines.add_authenticator()
    now = dt.datetime.now(dt.UTC)
    assert [row.id for row in queries.sessions_of(session, ines.id, now)] == [ines.session_id]


def test_an_authenticator_is_set_up_only_by_who_has_it(ines: Account, davit: Account) -> None:
    sealed = sealing.seal(ines.id, codes.new_secret())
    with pytest.raises(Invalid):
        ines.act(lambda work, me: service.add_authenticator(work, me, ines.session_id, sealed, "123456"))
    davit.secret = codes.new_secret()
    with pytest.raises(Invalid):
        davit.act(
            lambda work, me: service.add_authenticator(work, me, davit.session_id, sealed, davit.code())
        )
    assert ines.read().second_factor_at is None


def test_a_second_authenticator_waits_until_the_first_is_removed(ines: Account) -> None:
    ines.add_authenticator()
    with pytest.raises(Refused) as caught:
        ines.add_authenticator()
    assert caught.value.code == "people.authenticator_there"


def test_recovery_codes_end_with_the_last_second_factor(ines: Account, session: Session) -> None:
    ines.add_authenticator()
    ines.add_passkey(SoftKey())
    ines.act(lambda work, me: service.remove_authenticator(work, me, ines.session_id))
    assert queries.unused_codes(session, ines.id) == 10
    (passkey,) = queries.passkeys_of(session, ines.id)
    ines.act(lambda work, me: service.remove_passkey(work, me, ines.session_id, passkey.id))
    session.rollback()
    assert queries.unused_codes(session, ines.id) == 0
    assert ines.read().second_factor_at is None
    assert isinstance(ines.sign_in(), SignInSession)


def test_ways_in_are_changed_only_shortly_after_showing_who_one_is(
    ines: Account, davit: Account, moved_clock: MoveClock
) -> None:
    ines.add_authenticator()

    def code_of(act: Callable[[], object]) -> str:
        with pytest.raises(CodedError) as caught:
            act()
        return caught.value.code

    def with_session(session_id: str) -> Callable[[], object]:
        return lambda: ines.act(lambda work, me: service.make_recovery_codes(work, me, session_id))

    assert code_of(with_session(davit.session_id)) == "people.prove_first"
    moved_clock(dt.timedelta(minutes=16))
    assert code_of(with_session(ines.session_id)) == "people.prove_first"
    assert code_of(lambda: ines.add_passkey(SoftKey())) == "people.prove_first"


def test_a_passkey_signs_in_and_says_when_it_was_used(ines: Account, session: Session) -> None:
    key = SoftKey()
    assert len(ines.add_passkey(key) or ()) == 10
    opened = enter(key)
    assert opened is not None
    assert opened.person_id == ines.id
    (passkey,) = queries.passkeys_of(session, ines.id)
    assert (passkey.name, passkey.sign_count) == ("office laptop", 1)
    assert passkey.last_used_at is not None


@pytest.mark.parametrize(
    ("fault", "value"),
    [("verified", False), ("origin", "http://evil.example"), ("host", "evil.example"), ("count", 0)],
)
def test_an_answer_that_does_not_hold_opens_nothing(ines: Account, fault: str, value: object) -> None:
    key = SoftKey(count=5)
    ines.add_passkey(key)
    setattr(key, fault, value)
    assert enter(key) is None


def test_a_foreign_key_cannot_sign_for_a_passkey(ines: Account) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    forger = SoftKey(credential_id=key.credential_id, handle=key.handle)
    assert enter(forger) is None
    assert enter(key) is not None


def test_a_signature_of_another_challenge_opens_nothing(ines: Account) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    with unit_of_work() as work:
        made = service.make_challenge(work, "enter")
    assert enter(key, forged=key.sign(passkeys.options_to_enter(made.challenge))) is None


def test_a_challenge_is_answered_once_and_within_five_minutes(ines: Account, moved_clock: MoveClock) -> None:
    key = SoftKey()
    ines.add_passkey(key)

    def answer(challenge_id: str, text: str) -> bool:
        with unit_of_work() as work:
            return service.enter_by_passkey(work, challenge_id, text, HERE) is not None

    with unit_of_work() as work:
        first, late = service.make_challenge(work, "enter"), service.make_challenge(work, "enter")
    signed = key.sign(passkeys.options_to_enter(first.challenge))
    assert answer(first.id, signed)
    assert not answer(first.id, signed)
    moved_clock(dt.timedelta(minutes=6))
    assert not answer(late.id, key.sign(passkeys.options_to_enter(late.challenge)))


def test_a_challenge_made_for_one_purpose_serves_no_other(ines: Account) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    made = ines.act(lambda work, me: service.challenge_to_prove(work, me))
    with unit_of_work() as work:
        signed = key.sign(passkeys.options_to_enter(made.challenge))
        assert service.enter_by_passkey(work, made.id, signed, HERE) is None


@pytest.mark.parametrize("answer", ["", "nonsense", "[]", "{}", '{"id": 1}', '{"id": "a", "response": []}'])
def test_an_answer_that_is_none_opens_nothing(ines: Account, answer: str) -> None:
    assert enter(SoftKey(), forged=answer or " ") is None


def test_the_same_passkey_is_not_registered_twice(ines: Account, davit: Account, session: Session) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    assert davit.add_passkey(key) is None
    assert session.scalar(select(func.count()).select_from(Passkey)) == 1


def test_the_passkey_of_somebody_else_is_neither_removed_nor_a_proof(
    ines: Account, davit: Account, session: Session
) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    (passkey,) = queries.passkeys_of(session, ines.id)
    session.rollback()
    with pytest.raises(NotFound):
        davit.act(lambda work, me: service.remove_passkey(work, me, davit.session_id, passkey.id))
    made = davit.act(lambda work, me: service.challenge_to_prove(work, me))
    signed = key.sign(passkeys.options_to_enter(made.challenge))
    assert not davit.act(
        lambda work, me: service.prove_by_passkey(work, me, davit.session_id, made.id, signed)
    )


def test_passkeys_open_an_account_on_which_passwords_are_being_guessed(ines: Account) -> None:
    key = SoftKey()
    ines.add_passkey(key)
    for _attempt in range(5):
        assert ines.sign_in("another password") is None
    assert enter(key) is not None


def test_everything_about_ones_factors_is_read_by_oneself_alone(
    ines: Account, davit: Account, cast: Cast, session: Session
) -> None:
    ines.add_authenticator()
    own = [entry.event for entry in queries.log_of(session, cast.actor("head_mwuf", session), 10)]
    assert own == ["people.second_factor_changed"]
    for name in ("alternate_mwuf", "officer", "administrator"):
        assert queries.log_of(session, cast.actor(name, session), 10) == []
