"""Every answer is protected."""

from __future__ import annotations

import dataclasses

import pytest
from flask.testing import FlaskClient

from config import Settings
from tests.base.web.conftest import make_app


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/static/concord.css", "/static/none", "/long", "/away", "/again"]
)
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_plain_http_promises_no_https(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/").headers


def test_an_https_address_promises_https(settings: Settings) -> None:
    app = make_app(dataclasses.replace(settings, public_url="https://concord.example"))
    assert "max-age=" in app.test_client().get("/").headers["Strict-Transport-Security"]


def test_pages_are_kept_by_nobody(ines: FlaskClient) -> None:
    response = ines.get("/")
    assert response.headers["Cache-Control"] == "private, no-store"
    assert {"Cookie", "Accept-Language", "Accept-Encoding"} <= {part.title() for part in response.vary}


def test_a_public_answer_may_be_kept(client: FlaskClient) -> None:
    assert client.get("/kept").cache_control.max_age == 60


def test_a_host_that_is_not_trusted_is_refused(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.text


def test_a_public_answer_made_for_a_session_is_kept_by_nobody(ines: FlaskClient) -> None:
    assert ines.get("/kept").headers["Cache-Control"] == "private, no-store"


def test_static_files_do_not_vary_with_the_cookie(ines: FlaskClient) -> None:
    assert "cookie" not in ines.get("/static/concord.css").headers.get("Vary", "").lower()
