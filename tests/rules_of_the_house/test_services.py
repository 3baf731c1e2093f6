from __future__ import annotations

from tests.rules_of_the_house.services import public_functions

BY_LINK_OR_PASSWORD = "nobody is signed in yet: a password, a link or the command line allows it"
BY_CAPACITY = "takes the capacity in which the act that it belongs to was authorised"
DOES_NOT_AUTHORISE = {
    "people.create_administrator": BY_LINK_OR_PASSWORD,
    "people.create_person": BY_LINK_OR_PASSWORD,
    "people.cancel_address_change": BY_LINK_OR_PASSWORD,
    "people.cancel_recovery": BY_LINK_OR_PASSWORD,
    "people.confirm_address": BY_LINK_OR_PASSWORD,
    "people.enter_by_passkey": "a signature is what allows it",
    "people.finish_sign_in": BY_LINK_OR_PASSWORD,
    "people.let_in": BY_LINK_OR_PASSWORD,
    "people.make_challenge": "random bytes that open nothing by themselves",
    "people.note_uses": "writes when sessions were used, of which each was checked",
    "people.note_visit": "a person opened a page; it notes that they are here, and nothing else",
    "people.open_session": BY_LINK_OR_PASSWORD,
    "people.start_recovery": BY_CAPACITY,
    "people.use_recovery": BY_LINK_OR_PASSWORD,
    "people.renew_link": BY_LINK_OR_PASSWORD,
    "people.request_reset": BY_LINK_OR_PASSWORD,
    "people.set_password": BY_LINK_OR_PASSWORD,
    "people.sign_in": BY_LINK_OR_PASSWORD,
    "people.sign_out": "ends the session that asks",
    "people.speak": "speaks to the person who asks",
    "participants.accept_as_newcomer": BY_LINK_OR_PASSWORD,
    "participants.accept_invitation": BY_LINK_OR_PASSWORD,
    "participants.forward_invitation": BY_LINK_OR_PASSWORD,
    "participants.renew_invitation": BY_LINK_OR_PASSWORD,
    "instruments.agree": BY_CAPACITY,
    "instruments.back_to_consultation": BY_CAPACITY,
    "instruments.mark_discussed": BY_CAPACITY,
    "instruments.settle_issued": BY_CAPACITY,
}


def test_every_service_function_authorises_or_stands_in_the_list() -> None:
    silent = {function.name for function, authorises in public_functions() if not authorises}
    assert silent == set(DOES_NOT_AUTHORISE)


def test_every_service_function_takes_the_unit_of_work_first() -> None:
    odd = {function.name for function, _ in public_functions() if function.first_argument != "work"}
    assert odd == set()
