"""Sentences of the people feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Counted, Message, Sentences

PEOPLE: Sentences = {
    "people.not_an_address": Message(
        _l("This is not an e-mail address. Write it like name@organisation.org.")
    ),
    "people.address_taken": Message(_l("There is an account with this address. Sign in with it.")),
    "people.password_short": Counted(
        "A password has at least %(least)s character.",
        "A password has at least %(least)s characters. Several words make a good one.",
        by="least",
    ),
    "people.password_long": Counted(
        "A password has at most %(most)s character.",
        "A password has at most %(most)s characters.",
        by="most",
    ),
    "people.password_is_address": Message(_l("Your address is not a secret. Choose another password.")),
    "people.not_signed_in": Message(
        _l("We could not sign you in. The address or the password is not right. Nothing was changed."),
        status=422,
    ),
    "people.too_many_attempts": Counted(
        "Signing in failed too often. Try again in %(minutes)s minute, or ask for a link to set a new password.",
        "Signing in failed too often. Try again in %(minutes)s minutes, or ask for a link to set a new password.",
        by="minutes",
        status=429,
    ),
    "people.no_name": Message(_l("Write your name.")),
    "people.unknown_zone": Message(
        _l("There is no such time zone. Write it like Asia/Manila, or choose one from the list.")
    ),
    "people.link_dead": Message(_l("This link was used or is too old. Ask for a new one."), status=410),
}
