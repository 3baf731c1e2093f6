"""Somebody of the cast with a password, a session and second factors, acting as the pages would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pyotp
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.support.passkeys import SoftKey
from webapp.base.access.actor import Actor
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.features.people import passkeys, passwords, queries, sealing, service
from webapp.features.people.models import Person, SignInSession, SignInStep
from webapp.features.people.rules import Device, codes

PASSWORD = "quiet rivers carry tables"
HERE = "192.0.2.1"
Made = TypeVar("Made")


@dataclass
class Account:
    """A person who has just signed in with the password alone."""

    cast: Cast
    name: str
    session_id: str = ""
    secret: str = ""

    @property
    def id(self) -> str:
        return self.cast.people[self.name]

    @property
    def email(self) -> str:
        return self.cast.emails[self.name]

    def actor(self, session: Session) -> Actor:
        return self.cast.actor(self.name, session)

    def act(self, change: Callable[[Work, Actor], Made]) -> Made:
        """Change something as this person."""
        with unit_of_work() as work:
            return change(work, self.actor(work.session))

    def read(self) -> Person:
        """The person's row as it is now."""
        with Session(db.engine) as session:
            return queries.person(session, self.id)

    def add_authenticator(self, steps: int = 0) -> tuple[str, ...]:
        """Set one up; the code that shows it is that of so many steps away."""
        self.secret = codes.new_secret()
        sealed, code = sealing.seal(self.id, self.secret), self.code(steps)
        return self.act(lambda work, me: service.add_authenticator(work, me, self.session_id, sealed, code))

    def code(self, steps: int = 0) -> str:
        """What the authenticator shows, or showed or will show so many steps away."""
        with Session(db.engine) as session:
            present = int(clock.now(session).timestamp())
        return pyotp.TOTP(self.secret).at(present + steps * codes.STEP_SECONDS)

    def add_passkey(self, key: SoftKey, name: str = "office laptop") -> tuple[str, ...] | None:
        """Register a passkey."""
        made = self.act(lambda work, me: service.challenge_to_register(work, me, self.session_id))
        options = passkeys.options_to_register(self.id, self.email, self.name, [], made.challenge)
        answer = key.make(options)
        return self.act(
            lambda work, me: service.add_passkey(work, me, self.session_id, made.id, answer, name)
        )

    def sign_in(
        self, password: str = PASSWORD, device: Device | None = None
    ) -> SignInSession | SignInStep | None:
        """Give address and password on a device."""
        weighed = passwords.weigh(self.read().password_hash, password)
        with unit_of_work() as work:
            return service.sign_in(work, self.email, HERE, weighed, device or Device())

    def step(self) -> str:
        """Sign in as far as the second factor."""
        entered = self.sign_in()
        assert isinstance(entered, SignInStep)
        return entered.id


def finish(step_id: str, typed: str, address: str = HERE) -> SignInSession | None:
    """Give the second factor."""
    with unit_of_work() as work:
        return service.finish_sign_in(work, step_id, address, typed)


def account_of(cast: Cast, name: str) -> Account:
    """Give somebody a password and a session."""
    account = Account(cast, name)
    with unit_of_work() as work:
        queries.person(work.session, account.id).password_hash = passwords.hash_password(PASSWORD)
        account.session_id = service.open_session(work, account.id).id
    return account
