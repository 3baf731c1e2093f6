"""Sentences of the participants feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Message, Sentences

PARTICIPANTS: Sentences = {
    "participants.code_shape": Message(_l("A code has 2 to 10 capital letters and figures, like MWUF.")),
    "participants.code_taken": Message(_l("%(taken)s is the code of %(name)s. Choose another one.")),
    "participants.name_taken": Message(_l("%(name)s is accredited already.")),
    "participants.already_invited": Message(
        _l("This person has an invitation already. Send it again on the People page, or withdraw it first.")
    ),
    "participants.same_address": Message(_l("The invitation came to this address already.")),
    "participants.already_seated": Message(_l("This person has a seat in this delegation already.")),
    "participants.already_in_office": Message(_l("This person holds the office already.")),
    "participants.only_first_officer": Message(
        _l(
            "An administrator appoints only the first secretariat officer. "
            "From then on the secretariat fills every office itself."
        )
    ),
    "participants.invitation_over": Message(
        _l("This invitation was used, withdrawn or replaced, or its time is over. Ask for a new one.")
    ),
    "participants.one_seat_each": Message(
        _l("You have a seat in this initiative. It must end before you can take another one.")
    ),
    "participants.sign_in_first": Message(
        _l("There is an account with this address. Sign in with it and accept then.")
    ),
    "participants.seat_ended": Message(_l("This seat has ended already.")),
    "participants.office_ended": Message(_l("This office has ended already.")),
    "participants.focal_point_speaks": Message(_l("Only a head or an alternate can be the focal point.")),
    "participants.is_focal_point": Message(_l("You are the focal point already.")),
}
