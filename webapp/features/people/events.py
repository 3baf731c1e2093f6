"""What happens to persons and their ways in.

What concerns nothing but the own account is read by that person alone: the site's journal then carries a salted
hash and nobody else opens the body (docs/adr/0004). No address, code, key or network address stands in any event.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


class FactorChange(StrEnum):
    """What changed about a person's second factor."""

    AUTHENTICATOR_ADDED = "authenticator_added"
    AUTHENTICATOR_REMOVED = "authenticator_removed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    CODES_MADE = "codes_made"


@dataclass(frozen=True)
class Change:
    """What one line of a profile said before and says now."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class _OfAccount(Event):
    """What only the person reads."""

    object_kind = "person"

    def readers(self) -> tuple[Space, ...]:
        return (spaces.of_person(self.object_id),)


@dataclass(frozen=True, kw_only=True)
class _OfSite(Event):
    """What the person and the site's administrators read."""

    object_kind = "person"

    def readers(self) -> tuple[Space, ...]:
        return (spaces.of_person(self.object_id), spaces.site())


@dataclass(frozen=True, kw_only=True)
class AdministratorCreated(_OfSite):
    """Somebody became a site administrator from the command line and was sent a link."""

    name = "people.administrator_created"
    link_id: str


@dataclass(frozen=True, kw_only=True)
class ProfileChanged(_OfSite):
    """A person changed the own name, language or time zone. The name that stood in older entries stays there."""

    name = "people.profile_changed"
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class PasswordSet(_OfSite):
    """A person set a password."""

    name = "people.password_set"


@dataclass(frozen=True, kw_only=True)
class ResetRequested(_OfSite):
    """A person asked for a link to set a new password."""

    name = "people.reset_requested"
    link_id: str


@dataclass(frozen=True, kw_only=True)
class NewDeviceUsed(_OfAccount):
    """A person signed in on a device that was not seen with this account before."""

    name = "people.new_device_used"
    browser: str
    system: str


@dataclass(frozen=True, kw_only=True)
class SecondFactorFailed(_OfAccount):
    """The password was right and the second factor wrong, as often as is allowed."""

    name = "people.second_factor_failed"


@dataclass(frozen=True, kw_only=True)
class SecondFactorChanged(_OfAccount):
    """A person added or removed an authenticator or a passkey, or made new recovery codes."""

    name = "people.second_factor_changed"
    what: FactorChange
    label: str
    """The name of the passkey, else empty."""


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeUsed(_OfAccount):
    """A person came in with a recovery code, which is used up."""

    name = "people.recovery_code_used"
    left: int


@dataclass(frozen=True, kw_only=True)
class DeviceSignedOut(_OfAccount):
    """A person ended a session on another device."""

    name = "people.device_signed_out"
    browser: str
    system: str


@dataclass(frozen=True, kw_only=True)
class SignedOutEverywhere(_OfAccount):
    """A person ended every session."""

    name = "people.signed_out_everywhere"


@dataclass(frozen=True, kw_only=True)
class AddressChangeAsked(_OfAccount):
    """A person asked to use another address; the new one is asked to confirm, the old one is told."""

    name = "people.address_change_asked"
    change_id: str
    kind: str
    """`sign_in` or `delivery`."""


@dataclass(frozen=True, kw_only=True)
class AddressChanged(_OfAccount):
    """Another address was confirmed by the link that was sent to it."""

    name = "people.address_changed"
    change_id: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class AddressChangeCancelled(_OfAccount):
    """A change of address was cancelled, or undone where it was confirmed already."""

    name = "people.address_change_cancelled"
    change_id: str
    kind: str
    undone: bool


@dataclass(frozen=True, kw_only=True)
class _OfRecovery(Event):
    """What the person reads, and whoever may start recoveries there: the secretariat, or the administrators."""

    object_kind = "person"
    recovery_id: str

    def readers(self) -> tuple[Space, ...]:
        helpers = spaces.secretariat(self.initiative_id) if self.initiative_id else spaces.site()
        return (spaces.of_person(self.object_id), helpers)


@dataclass(frozen=True, kw_only=True)
class RecoveryStarted(_OfRecovery):
    """An officer or an administrator started to help a person who lost every way in."""

    name = "people.recovery_started"
    reason: str


@dataclass(frozen=True, kw_only=True)
class RecoveryCancelled(_OfRecovery):
    """A person stopped a recovery of the own account."""

    name = "people.recovery_cancelled"


@dataclass(frozen=True, kw_only=True)
class RecoveryUsed(_OfRecovery):
    """A person set a password by a recovery, which removed every second factor and signed out every device."""

    name = "people.recovery_used"
