"""Whatever stands in an address or a form, the answer is a page in words, and never the inside of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.cast import Cast
from tests.features.drafting import acts
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject

ACTING = ("head_mwuf", "chair_phl", "officer", "administrator")
MANY = "9" * 25
INSIDE = ("Traceback", "psycopg", "sqlite3", "sqlalchemy", "/webapp/", "site-packages")
LEFT_OUT = ("static", "people.sign_out", "health.ready", "health.live")


def who_may(cast: Cast, guard: object) -> str:
    """Somebody who is let through to the page, so that what is asked reaches the queries."""
    for name in ACTING:
        actor = cast.actor(name)
        seat = actor.seat_in(cast.initiative_id)
        subject = Subject(cast.initiative_id, seat.delegation_id if seat else None)
        if isinstance(guard, Permission) and allowed(actor, guard, subject):
            return name
    return ACTING[0]


def requests(app: Flask, cast: Cast, odd: str) -> Iterator[tuple[str, str, str]]:
    """Every route with something odd in place of each identifier: who asks, how, and where."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint in LEFT_OUT:
            continue
        address = rule.rule.replace("<slug>", cast.slug)
        for name in rule.arguments - {"slug"}:
            address = address.replace(f"<int:{name}>", MANY).replace(f"<{name}>", odd)
        who = who_may(cast, getattr(app.view_functions[rule.endpoint], "guard", None))
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            yield who, method, address


@pytest.mark.parametrize(
    "odd", ["a%00b", "x" * 3000, "%ff%fe'--"], ids=["NUL", "very long", "no text and a quote"]
)
def test_no_route_fails_on_an_odd_address(
    app: Flask, cast: Cast, client_for: Callable[[str], FlaskClient], odd: str
) -> None:
    clients = {name: client_for(name) for name in ACTING}
    for who, method, address in list(requests(app, cast, odd)):
        form = {"idempotency_key": "a\0b", "version": MANY} if method == "POST" else None
        answer = clients[who].open(address, method=method, data=form)
        assert answer.status_code < 500, (who, method, address)
        assert not [word for word in INSIDE if word in answer.text], (who, method, address)


@pytest.mark.parametrize("asked", [MANY, "-1", "0", "1e9", "x", "٣", ""])
@pytest.mark.parametrize(
    "address", ["/inbox?page=", "/i/mac/journal?before=", "/i/mac/compare?from=", "/i/mac/compare?to="]
)
def test_a_number_in_a_query_never_fails(
    cast: Cast, client_for: Callable[[str], FlaskClient], address: str, asked: str
) -> None:
    draft = acts.begin(cast)
    draft.issue()
    draft.edit(draft.warning, "States should warn migrants in time.")
    draft.issue()
    assert client_for("head_mwuf").get(address + asked).status_code in (200, 404)


def test_a_nul_in_a_query_is_not_understood(cast: Cast, client_for: Callable[[str], FlaskClient]) -> None:
    answer = client_for("head_mwuf").get("/i/mac/?next=a%00b")
    assert answer.status_code == 400
    assert "could not be understood" in answer.text


@pytest.mark.parametrize(
    "address", ["/i/mac/", "/inbox", "/i/mac/journal.json", "/i/mac/nowhere", "/sign-in"]
)
def test_what_is_made_for_somebody_is_kept_by_nobody(
    cast: Cast, client_for: Callable[[str], FlaskClient], address: str
) -> None:
    answer = client_for("head_mwuf").get(address)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "header", ["X-HTTP-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Host"]
)
def test_a_header_changes_neither_method_nor_address(
    cast: Cast, client_for: Callable[[str], FlaskClient], header: str
) -> None:
    client = client_for("head_mwuf")
    told = {"X-HTTP-Method-Override": "POST"}.get(header, "/i/mac/mandate")
    answer = client.get("/who-is-told-what", headers={header: told}, base_url="http://localhost")
    assert answer.status_code == 200
    assert "Who is told" in answer.text
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert client.open("/inbox", method=method).status_code == 405


def test_brackets_without_end_are_refused_in_words(
    cast: Cast, client_for: Callable[[str], FlaskClient]
) -> None:
    draft = acts.begin(cast)
    place = f"/i/mac/draft/{draft.instrument_id}/elements/{draft.principle}/provisions/add"
    for text in ("[" * 5000, "[" * 2000 + "x" + "]" * 2000, "[a][b]" * 900, "\\" * 6001):
        answer = client_for("chair_phl").post(place, data={"text": text, "kind": "text"})
        assert answer.status_code in (303, 422)
