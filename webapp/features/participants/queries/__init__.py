"""Reading who takes part: people as actors, delegations, seats, offices, invitations."""

from webapp.features.participants.queries.actors import actor_of, signed_in
from webapp.features.participants.queries.invitations import (
    invitation,
    invitations_open_to,
    is_running,
    pending_invitations,
    role_of,
)
from webapp.features.participants.queries.present import entries_of, present
from webapp.features.participants.queries.roster import (
    Count,
    RosterEntry,
    RosterGroup,
    TakingPart,
    roster,
    taking_part,
)
from webapp.features.participants.queries.seats import (
    HeldOffice,
    PersonCard,
    SeatedPerson,
    codes,
    current_office,
    current_seat,
    delegation,
    delegations,
    members,
    office_holders,
    offices,
    seat_row,
    seated,
    seated_in,
    speakers,
    speakers_by_delegation,
)
from webapp.features.participants.queries.waiting import waiting_for

__all__ = [
    "Count",
    "HeldOffice",
    "PersonCard",
    "RosterEntry",
    "RosterGroup",
    "SeatedPerson",
    "TakingPart",
    "actor_of",
    "codes",
    "current_office",
    "current_seat",
    "delegation",
    "delegations",
    "entries_of",
    "invitation",
    "invitations_open_to",
    "is_running",
    "members",
    "office_holders",
    "offices",
    "pending_invitations",
    "present",
    "role_of",
    "roster",
    "seat_row",
    "seated",
    "seated_in",
    "signed_in",
    "speakers",
    "speakers_by_delegation",
    "taking_part",
    "waiting_for",
]
