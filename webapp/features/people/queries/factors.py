"""Reading a person's second factors."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.features.people.models import Authenticator, Passkey, RecoveryCode


@dataclass(frozen=True)
class Factors:
    """What a person has as a second factor, and how many recovery codes are left."""

    authenticator: Authenticator | None
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def any(self) -> bool:
        """Whether there is one at all."""
        return self.authenticator is not None or bool(self.passkeys)


def factors_of(session: Session, person_id: str) -> Factors:
    """The person's second factors."""
    return Factors(
        session.get(Authenticator, person_id),
        tuple(passkeys_of(session, person_id)),
        unused_codes(session, person_id),
    )


def passkeys_of(session: Session, person_id: str) -> list[Passkey]:
    """The person's passkeys, the oldest first."""
    statement = select(Passkey).where(Passkey.person_id == person_id)
    return list(session.scalars(statement.order_by(Passkey.created_at, Passkey.id)))


def unused_codes(session: Session, person_id: str) -> int:
    """How many recovery codes of the person were not used."""
    unused = (RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    return session.scalar(select(func.count()).select_from(RecoveryCode).where(*unused)) or 0
