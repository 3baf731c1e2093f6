"""The language in which pages speak: chosen in the footer, kept with the person and on the device."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.features.people.models import Person

SignIn = Callable[[str], FlaskClient]
GOES_BACK = re.compile(r'name="next" value="([^"]*)"')


def spoken(client: FlaskClient, path: str = "/", **headers: str) -> str:
    """The language that the page and its header name."""
    answer = client.get(path, headers=headers)
    named = re.search(r'<html lang="(\w+)"', answer.text)
    assert named is not None
    assert answer.headers["Content-Language"] == named[1]
    return named[1]


def test_a_visitor_is_spoken_to_as_the_browser_asks(app: Flask) -> None:
    visitor = app.test_client()
    assert spoken(visitor) == "en"
    assert spoken(visitor, **{"Accept-Language": "fr-CH, en;q=0.5"}) == "fr"
    assert {"Cookie", "Accept-Language"} <= visitor.get("/").vary.as_set(preserve_casing=True)


def test_a_visitors_choice_is_kept_on_the_device(app: Flask) -> None:
    visitor = app.test_client()
    answer = visitor.post("/language", data={"language": "fr", "next": "/sign-in?next=%2Finbox"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/sign-in?next=%2Finbox"
    assert spoken(visitor) == "fr"
    assert spoken(visitor, **{"Accept-Language": "en"}) == "fr"


def test_a_persons_choice_goes_with_the_person(
    app: Flask, client_for: SignIn, cast: Cast, session: Session
) -> None:
    client_for("head_mwuf").post("/language", data={"language": "fr"})
    elsewhere = client_for("head_mwuf")
    assert spoken(elsewhere) == "fr"
    assert session.get_one(Person, cast.people["head_mwuf"]).locale == "fr"
    assert spoken(client_for("head_phl")) == "en"


def test_the_device_still_speaks_it_after_signing_out(client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    client.post("/language", data={"language": "fr"})
    client.post("/sign-out")
    assert spoken(client, "/sign-in") == "fr"


@pytest.mark.parametrize("path", ["/", "/sign-in?next=%2Fi%2Fmac%2F", "/nowhere"])
def test_every_page_offers_the_other_language_and_leads_back(app: Flask, path: str) -> None:
    page = app.test_client().get(path).text
    assert 'name="language" value="fr" lang="fr" dir="ltr">Français</button>' in page
    found = GOES_BACK.findall(page)
    assert path in found


def test_an_answer_to_a_form_leads_back_to_the_page_of_the_form(app: Flask) -> None:
    page = app.test_client().post(
        "/sign-in",
        data={"email": "", "password": ""},
        headers={"Referer": "http://localhost/sign-in?next=%2Finbox"},
    )
    assert "/sign-in?next=%2Finbox" in GOES_BACK.findall(page.text)


@pytest.mark.parametrize("language", ["", "xx", "../fr"])
def test_a_language_that_is_not_shipped_changes_nothing(app: Flask, language: str) -> None:
    visitor = app.test_client()
    answer = visitor.post("/language", data={"language": language, "next": "/sign-in"})
    assert answer.headers["Location"] == "/sign-in"
    assert "Set-Cookie" not in answer.headers
    assert spoken(visitor) == "en"


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_the_choice_leads_to_no_other_site(app: Flask, target: str) -> None:
    answer = app.test_client().post("/language", data={"language": "fr", "next": target})
    assert answer.headers["Location"] == "/"


def test_public_pages_speak_the_language_that_their_address_names(app: Flask) -> None:
    visitor = app.test_client()
    page = visitor.get("/p/")
    assert '<a href="/p/?lang=fr" lang="fr" hreflang="fr" dir="ltr">Français</a>' in page.text
    assert spoken(visitor, "/p/?lang=fr") == "fr"
    visitor.post("/language", data={"language": "fr"})
    assert spoken(visitor, "/p/") == "en"
