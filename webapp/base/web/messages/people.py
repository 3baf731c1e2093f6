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
    "people.prove_first": Message(_l("Show once more that it is you, then go on. Nothing was changed.")),
    "people.not_proved": Message(
        _l(
            "This did not show that it is you. Enter the password of this account, and a code if you have a second factor."
        ),
        status=422,
    ),
    "people.code_wrong": Message(
        _l(
            "This code does not fit. A code of an authenticator holds for half a minute and once; "
            "a recovery code holds once."
        ),
        status=422,
    ),
    "people.step_over": Message(_l("Signing in took too long. Begin again with your password.")),
    "people.passkey_not_accepted": Message(
        _l("The passkey was not accepted. Try once more, or sign in with your password."), status=422
    ),
    "people.no_passkey_name": Message(_l("Give the passkey a name.")),
    "people.too_many_passkeys": Counted(
        "An account has at most %(most)s passkey. Remove one first.",
        "An account has at most %(most)s passkeys. Remove one first.",
        by="most",
    ),
    "people.authenticator_there": Message(_l("You have an authenticator already. Remove it first.")),
    "people.no_second_factor": Message(
        _l("Recovery codes stand in for a second factor. Set one up first; the codes come with it.")
    ),
    "people.same_address": Message(_l("This is the address that is used already.")),
    "people.no_such_account": Message(_l("No account has this address.")),
    "people.recovery_waits": Message(
        _l("This link can be used from %(at)s on. Until then there is time to object.")
    ),
    "people.recovery_runs": Message(_l("Somebody is being helped back into this account already.")),
    "people.recovery_by_another": Message(
        _l("Nobody can vouch for themselves. Another officer or an administrator has to do this.")
    ),
    "people.link_dead": Message(_l("This link was used or is too old. Ask for a new one."), status=410),
}
