"""What happens to delegations, seats, offices and invitations. No mail address stands in any of them."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class DelegationAccredited(Event):
    """A delegation was accredited."""

    name = "participants.delegation_accredited"
    object_kind = "delegation"
    code: str
    delegation_name: str
    constituency: str
    standing: str
    tags: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _AboutInvitation(Event):
    """What happens to an invitation is read by the secretariat, the co-chairs and the delegation concerned."""

    object_kind = "invitation"
    initiative_id: str
    delegation_id: str | None
    role: str
    """The seat or office: `head`, `alternate`, `delegate`, `adviser`, `co_chair` or `secretariat`."""

    def readers(self) -> tuple[Space, ...]:
        own = (spaces.of_delegation(self.delegation_id),) if self.delegation_id else ()
        return (spaces.secretariat(self.initiative_id), spaces.chairs(self.initiative_id), *own)


@dataclass(frozen=True, kw_only=True)
class Invited(_AboutInvitation):
    """Somebody was invited by mail to a seat or an office, or was sent a new link."""

    name = "participants.invited"


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(_AboutInvitation):
    """An invitation was withdrawn before it was accepted."""

    name = "participants.invitation_withdrawn"


@dataclass(frozen=True, kw_only=True)
class _AboutSeat(Event):
    object_kind = "seat"
    delegation_id: str
    person_id: str
    person_name: str
    role: str


@dataclass(frozen=True, kw_only=True)
class SeatTaken(_AboutSeat):
    """A person took a seat in a delegation."""

    name = "participants.seat_taken"


@dataclass(frozen=True, kw_only=True)
class SeatEnded(_AboutSeat):
    """A person's seat in a delegation ended."""

    name = "participants.seat_ended"


@dataclass(frozen=True, kw_only=True)
class FocalPointConfirmed(_AboutSeat):
    """A head or alternate confirmed the duty of focal point for the delegation."""

    name = "participants.focal_point_confirmed"


@dataclass(frozen=True, kw_only=True)
class _AboutOffice(Event):
    object_kind = "office"
    person_id: str
    person_name: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class OfficeTaken(_AboutOffice):
    """A person took an office."""

    name = "participants.office_taken"


@dataclass(frozen=True, kw_only=True)
class OfficeEnded(_AboutOffice):
    """A person's office ended."""

    name = "participants.office_ended"
