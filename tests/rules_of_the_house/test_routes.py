from __future__ import annotations

from flask import Flask

from webapp.base.access.permissions import Permission
from webapp.base.web.auth import PERSON, PUBLIC

PUBLISHED = "shows only what a co-chair published"
OPEN_TO_EVERYBODY = {
    "health.live": "a supervisor asks it",
    "health.ready": "a load balancer asks it",
    "keys.index": "the keys are the same for everybody",
    "keys.switch": "remembers a choice on the device and touches nothing else",
    "people.sign_in": "whoever comes in is not yet in",
    "people.enter_by_password": "whoever comes in is not yet in",
    "people.appearance": "a visitor too reads by day and by night",
    "people.second_factor": "whoever comes in is not yet in",
    "people.passkey_options": "whoever comes in is not yet in",
    "people.enter_by_passkey": "whoever comes in is not yet in",
    "people.confirm_address": "the link is what allows it",
    "people.cancel_address": "the link is what allows it",
    "people.use_recovery": "the link is what allows it",
    "people.stop_recovery": "the link is what allows it",
    "people.forgot": "whoever forgot the password is not in",
    "people.set_password": "the link is what allows it",
    "people.choose_language": "a visitor, too, is spoken to",
    "people.new_link": "a dead link leads to a new mail and nowhere else",
    "participants.invitation": "the link is what allows it",
    "participants.accept": "the link is what allows it",
    "participants.accept_with_account": "the link is what allows it",
    "participants.forward": "the link is what allows it",
    "participants.new_invitation": "a dead link leads to a new mail and nowhere else",
    "desk.start": "a visitor is told what Concord is",
    "public.index": PUBLISHED,
    "public.initiative": PUBLISHED,
    "public.text": PUBLISHED,
    "public.matrix": PUBLISHED,
    "public.snapshot": PUBLISHED,
    "public.compare": PUBLISHED,
    "public.decision": PUBLISHED,
    "public.record": PUBLISHED,
    "public.outcome": PUBLISHED,
    "public.search": PUBLISHED,
    "demo.mails": "demo only: whoever is invited has no account yet",
    "demo.mail": "demo only: whoever is invited has no account yet",
}


def guards(app: Flask) -> dict[str, object]:
    return {
        endpoint: getattr(view, "guard", None)
        for endpoint, view in app.view_functions.items()
        if endpoint != "static"
    }


def test_every_route_has_a_guard(whole_app: Flask) -> None:
    assert [name for name, guard in guards(whole_app).items() if guard is None] == []


def test_public_routes_stand_in_a_list_with_a_reason(whole_app: Flask) -> None:
    public = {name for name, guard in guards(whole_app).items() if guard == PUBLIC}
    assert public == set(OPEN_TO_EVERYBODY)


def test_a_guard_is_public_or_for_persons_or_a_permission(whole_app: Flask) -> None:
    odd = [
        name
        for name, guard in guards(whole_app).items()
        if guard not in (PUBLIC, PERSON) and not isinstance(guard, Permission)
    ]
    assert odd == []


def test_every_page_of_an_initiative_asks_for_a_permission(whole_app: Flask) -> None:
    of_initiative = {rule.endpoint for rule in whole_app.url_map.iter_rules() if "slug" in rule.arguments}
    known = guards(whole_app)
    open_pages = {name for name in of_initiative if not isinstance(known[name], Permission)}
    assert open_pages == {name for name, why in OPEN_TO_EVERYBODY.items() if why == PUBLISHED} - {
        "public.index"
    }


def test_a_route_that_changes_something_is_never_a_get(whole_app: Flask) -> None:
    for rule in whole_app.url_map.iter_rules():
        assert (rule.methods or set()) <= {"GET", "HEAD", "OPTIONS", "POST"}, rule.endpoint
