"""Changing persons, their sessions and their ways in."""

from webapp.features.people.service.accounts import create_administrator, create_person
from webapp.features.people.service.addresses import (
    ask_address_change,
    cancel_address_change,
    cancel_own_address_change,
    confirm_address,
    deliver_to_sign_in_address,
)
from webapp.features.people.service.challenges import make_challenge
from webapp.features.people.service.entering import (
    enter_by_passkey,
    finish_sign_in,
    let_in,
    open_session,
    sign_in,
)
from webapp.features.people.service.factors import (
    Sheet,
    add_authenticator,
    add_passkey,
    challenge_to_register,
    make_recovery_codes,
    remove_authenticator,
    remove_passkey,
)
from webapp.features.people.service.links import change_password, renew_link, request_reset, set_password
from webapp.features.people.service.profile import edit_profile, speak
from webapp.features.people.service.proving import challenge_to_prove, prove, prove_by_passkey
from webapp.features.people.service.recovery import (
    cancel_own_recovery,
    cancel_recovery,
    start_recovery,
    start_recovery_as_administrator,
    use_recovery,
)
from webapp.features.people.service.sessions import (
    note_uses,
    sign_out,
    sign_out_device,
    sign_out_everywhere,
)
from webapp.features.people.service.visits import note_visit

__all__ = [
    "Sheet",
    "add_authenticator",
    "add_passkey",
    "ask_address_change",
    "cancel_address_change",
    "cancel_own_address_change",
    "cancel_own_recovery",
    "cancel_recovery",
    "challenge_to_prove",
    "challenge_to_register",
    "change_password",
    "confirm_address",
    "create_administrator",
    "create_person",
    "deliver_to_sign_in_address",
    "edit_profile",
    "enter_by_passkey",
    "finish_sign_in",
    "let_in",
    "make_challenge",
    "make_recovery_codes",
    "note_uses",
    "note_visit",
    "open_session",
    "prove",
    "prove_by_passkey",
    "remove_authenticator",
    "remove_passkey",
    "renew_link",
    "request_reset",
    "set_password",
    "sign_in",
    "sign_out",
    "sign_out_device",
    "sign_out_everywhere",
    "speak",
    "start_recovery",
    "start_recovery_as_administrator",
    "use_recovery",
]
