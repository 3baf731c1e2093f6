"""What happens to persons and their ways in."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.base.kernel.events import Event


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
