"""Changing who takes part: delegations, invitations, seats, offices."""

from webapp.features.participants.service.accepting import Newcomer, accept_as_newcomer, accept_invitation
from webapp.features.participants.service.delegations import accredit
from webapp.features.participants.service.helping import help_back_in
from webapp.features.participants.service.importing import Imported, import_participants
from webapp.features.participants.service.inviting import (
    forward_invitation,
    invite_to_office,
    invite_to_seat,
    renew_invitation,
    send_again,
    withdraw_invitation,
)
from webapp.features.participants.service.offices import appoint, end_office
from webapp.features.participants.service.seats import confirm_focal_point, end_seat

__all__ = [
    "Imported",
    "Newcomer",
    "accept_as_newcomer",
    "accept_invitation",
    "accredit",
    "appoint",
    "confirm_focal_point",
    "end_office",
    "end_seat",
    "forward_invitation",
    "help_back_in",
    "import_participants",
    "invite_to_office",
    "invite_to_seat",
    "renew_invitation",
    "send_again",
    "withdraw_invitation",
]
