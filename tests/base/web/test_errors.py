"""Errors say what happened, what was kept, and what to do."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.base.web.markup import faults

TYPED = {
    "body": "An <b>answer</b> that took an hour",
    "password": "hunter-two",
    "new_password_again": "hunter-two",
    "idempotency_key": "k123456",
    "csrf_token": "stale-token",
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/nowhere", 404),
        ("/send", 405),
        ("/raise/denied", 403),
        ("/raise/not-found", 404),
        ("/raise/refused", 409),
        ("/raise/invalid", 422),
        ("/raise/stale", 409),
        ("/broken", 500),
        ("/away", 503),
    ],
)
@pytest.mark.parametrize("who", ["client", "ines"])
def test_an_error_is_a_valid_page_with_its_status(
    request: pytest.FixtureRequest, who: str, path: str, expected: int
) -> None:
    response = request.getfixturevalue(who).get(path)
    assert response.status_code == expected
    assert faults(response.text) == []
    assert response.text.count("<h1>") == 1


def test_a_form_without_its_token_gives_back_what_was_typed(client: FlaskClient) -> None:
    response = client.post("/send", data=TYPED, headers={"Referer": "http://localhost/of/mac?open=3"})
    assert response.status_code == 400
    assert "An &lt;b&gt;answer&lt;/b&gt; that took an hour</textarea>" in response.text
    assert 'href="/of/mac?open=3"' in response.text
    for secret in ("hunter-two", "k123456", "stale-token"):
        assert secret not in response.text
    assert faults(response.text) == []


def test_a_foreign_referrer_is_not_offered_as_the_way_back(client: FlaskClient) -> None:
    response = client.post("/send", data=TYPED, headers={"Referer": "http://evil.example/of/mac"})
    assert "evil.example" not in response.text


def test_a_failure_keeps_what_was_typed_and_names_a_reference_that_is_logged(
    app: Flask, client: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    response = client.post("/broken", data=TYPED)
    assert response.status_code == 500
    assert "An &lt;b&gt;answer" in response.text
    reference = re.search(r"<code>([0-9a-f]{8})</code>", response.text)
    assert reference is not None
    logged = capsys.readouterr().err
    assert reference[1] in logged
    assert "hunter-two" not in logged
    assert "ZeroDivisionError" not in response.text


def test_an_unreachable_database_asks_to_come_back(ines: FlaskClient) -> None:
    response = ines.get("/away")
    assert response.headers["Retry-After"] == "5"
    assert "5 seconds" in response.text


def test_two_who_do_the_same_at_once_get_a_sentence_and_their_words(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    response = client.post("/met", data=TYPED)
    assert response.status_code == 409
    assert "Somebody else did the same at the same moment" in response.text
    assert "An &lt;b&gt;answer" in response.text


def test_a_refusal_says_why(client: FlaskClient) -> None:
    assert "2,134 characters" in client.get("/raise/invalid").text


def test_a_conflict_shows_both_texts(client: FlaskClient) -> None:
    text = client.get("/raise/stale").text
    assert "&lt;b&gt;theirs&lt;/b&gt;" in text
    assert "<p>mine</p>" in text


def test_pressing_twice_leads_to_the_first_result(client: FlaskClient) -> None:
    response = client.get("/again")
    assert (response.status_code, response.location) == (303, "/of/mac")
    assert "received before" in client.get(response.location).text


def test_too_large_a_form_is_refused_with_its_limit(app: Flask, client: FlaskClient) -> None:
    response = client.post("/send", data={"words": "x" * 6000})
    assert response.status_code == 413
    assert "5 kB" in response.text
    assert faults(response.text) == []


def test_a_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    assert "POST" in client.get("/send").headers["Allow"]


def test_too_many_requests_are_told_to_wait(client: FlaskClient) -> None:
    client.get("/limited")
    response = client.get("/limited")
    assert response.status_code == 429
    assert faults(response.text) == []
