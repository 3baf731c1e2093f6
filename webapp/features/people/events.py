"""What happens to persons and their ways in."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.events import Event


@dataclass(frozen=True)
class Change:
    """What one line of a profile said before and says now."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ProfileChanged(Event):
    """A person changed the own name, language or time zone. The name that stood in older entries stays there."""

    name = "people.profile_changed"
    object_kind = "person"
    changes: tuple[Change, ...]

    def readers(self) -> tuple[Space, ...]:
        return (spaces.of_person(self.object_id), spaces.site())


@dataclass(frozen=True, kw_only=True)
class AdministratorCreated(Event):
    """Somebody became a site administrator from the command line and was sent a link."""

    name = "people.administrator_created"
    object_kind = "person"
    link_id: str


@dataclass(frozen=True, kw_only=True)
class PasswordSet(Event):
    """A person set a password by a one-time link."""

    name = "people.password_set"
    object_kind = "person"


@dataclass(frozen=True, kw_only=True)
class ResetRequested(Event):
    """A person asked for a link to set a new password."""

    name = "people.reset_requested"
    object_kind = "person"
    link_id: str
