"""Persons and everything by which they come in."""

from webapp.features.people.models.changes import AccountRecovery, AddressChange
from webapp.features.people.models.factors import Authenticator, Passkey, PasskeyChallenge, RecoveryCode
from webapp.features.people.models.persons import Person
from webapp.features.people.models.sessions import (
    OneTimeLink,
    SignInAttempt,
    SignInSession,
    SignInStep,
    Visit,
)

__all__ = [
    "AccountRecovery",
    "AddressChange",
    "Authenticator",
    "OneTimeLink",
    "Passkey",
    "PasskeyChallenge",
    "Person",
    "RecoveryCode",
    "SignInAttempt",
    "SignInSession",
    "SignInStep",
    "Visit",
]
