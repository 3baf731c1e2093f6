"""Sentences of the participants feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Counted, Message, Sentences

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
    "participants.import_changed": Message(
        _l(
            "Something changed since you looked at this table, and nothing was done. "
            "Look at what it would do now."
        )
    ),
    "participants.import_empty": Message(_l("There is no line in this table below its head.")),
    "participants.import_broken": Message(
        _l(
            "The table cannot be read beyond this line: a quotation mark is not closed, "
            "or words stand behind a closed one."
        )
    ),
    "participants.import_too_long": Counted(
        "A table has at most %(most)s line. Send the rest as a second table.",
        "A table has at most %(most)s lines. Send the rest as a second table.",
        by="most",
    ),
    "participants.import_column_missing": Message(
        _l("There is no column “%(column)s”. The first line must name the columns.")
    ),
    "participants.import_column_twice": Message(_l("The column “%(column)s” stands there twice.")),
    "participants.import_more_cells": Message(
        _l("This line has more cells than the first line has columns. A separator may stand inside a cell.")
    ),
    "participants.import_no_code": Message(_l("The code of the delegation is missing.")),
    "participants.import_no_person": Message(_l("The name of the person is missing.")),
    "participants.import_no_email": Message(_l("The e-mail address of the person is missing.")),
    "participants.import_no_seat": Message(_l("The seat of the person is missing.")),
    "participants.import_unreadable": Message(
        _l("Some characters of this cell cannot be read. Save the table as UTF-8, or type the words anew.")
    ),
    "participants.import_formula": Message(
        _l("This cell begins like a formula. Write words, or an apostrophe before them.")
    ),
    "participants.import_not_offered": Message(_l("“%(words)s” is none of these: %(offered)s.")),
    "participants.import_new_needs": Message(
        _l("%(code)s is not accredited yet, so this line needs its organisation, constituency and standing.")
    ),
    "participants.import_name_of": Message(_l("%(name)s has the code %(code)s.")),
    "participants.import_differs": Message(
        _l("%(code)s stands with “%(stands)s”. A table does not change a delegation; leave the cell empty.")
    ),
    "participants.import_seat_elsewhere": Message(
        _l("This address has a seat in %(code)s. A person has at most one seat.")
    ),
    "participants.import_invited_elsewhere": Message(
        _l("This address is invited to %(code)s. Withdraw that invitation first.")
    ),
    "participants.import_two_seats": Message(
        _l("Line %(line)s names the same address for another seat. A person has at most one seat.")
    ),
}
